"""Showing what would leave, and letting it leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ...domain.entry import PRIVATE
from ...errors import Busy, Refused
from ...exchange.folder import Folder
from ...exchange.membership import roster_in
from ...exchange.sending import Leaving, Outgoing, Sender, fingerprint
from ...exchange.update_files import update_name, write_update_file
from ...vault import watermark
from ...vault.space import Space
from ..circle.circle_course import put_away_if_left, require_going_on
from ..circle.circles import Circle, read_circle
from ..journal import Journal
from ..own_devices.device_places import tell_own_devices
from ..own_devices.device_words import require_words_compared
from ..own_devices.own_keys import enrol_if_behind, require_in_use
from .exchange_partners import OWN_DEVICES

SHOWN = 200
"""Entries that are shown of what goes to one's own devices, who have written all of it."""
PART = 2_000
"""Entries that are signed at once of what goes to one's own devices: of a journal of many years all of it, at first."""

OnProgress = Callable[[int, int], None]
"""Takes how many entries have left, and how many there are."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would leave a circle: every entry of which something would, for whom, and whether there is a reason to.

    `seal` stands for exactly this, so that nothing else leaves than what was shown. `unconfirmed` counts edits that
    left and that somebody has not yet confirmed. For one's own devices there may be `more` entries than are shown.
    """

    circle: Circle
    leaving: tuple[Leaving, ...]
    readers: tuple[str, ...]
    is_due: bool
    unconfirmed: int
    seal: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class SentUpdate:
    """An update that was written: where, its number, how many bytes, and for whom."""

    path: Path
    number: int
    size: int
    readers: tuple[str, ...]


def preview(journal: Journal, circle: Circle) -> Preview:
    """What would leave now. Brings in keys of its own first when this is an older copy of the journal."""
    space = journal.spaces[circle.space]
    circle = replace(read_circle(space), label=circle.label, name=circle.name)  # who reads it may have changed since
    require_going_on(circle)
    enrol_if_behind(journal)
    require_words_compared(journal)
    require_in_use(space)
    if space.name == PRIVATE:
        tell_own_devices(journal)
    sender = Sender(space, journal.time.stamp())
    readers = _readers(space, circle)
    leaving = tuple(sender.leaving(SHOWN if space.name == PRIVATE else None))
    return Preview(
        circle,
        leaving,
        readers,
        bool(readers) and sender.something_is_due(),
        sender.unconfirmed(),
        fingerprint(leaving),
        sender.count_touched() - SHOWN if len(leaving) == SHOWN else 0,
    )


def _readers(space: Space, circle: Circle) -> tuple[str, ...]:
    if space.name == PRIVATE:
        return (OWN_DEVICES,)
    names = tuple(each.name for each in circle.others if not each.set_apart)
    roster = roster_in(space)
    own = [device for device in roster.recipients() if roster.member_of(device.id) == roster.own]
    return (*names, OWN_DEVICES) if len(own) > 1 else names


def _silent(done: int, of: int) -> None:
    """Nobody wants to know."""


def send(
    journal: Journal,
    shown: Preview,
    target: Path | None = None,
    *,
    again: bool = False,
    on_progress: OnProgress = _silent,
) -> list[SentUpdate]:
    """Let leave what was shown, into the circle's folder or to `target` (a folder, or a file for one update alone).

    Raises `Busy` when something else would leave by now, `Refused` where there is nowhere to put it. What was signed
    and could not be written stays due, so that nothing is lost and nothing is signed twice.
    """
    require_words_compared(journal)
    space = journal.spaces[shown.circle.space]
    circle = read_circle(space)
    require_going_on(circle)
    if set(_readers(space, circle)) - set(shown.readers):
        raise Busy("Somebody more would read it by now, so nothing has left.", "Look at it once more.")
    where = target or (Path(shown.circle.folder) if shown.circle.folder else None)
    if where is None:
        raise Refused("There is no folder for updates yet.", "Name a file or a folder to put this one into.")
    folder = Folder(where, space.id) if target is None or where.is_dir() else None
    if folder:
        folder.require()
    elif where.exists() or where.is_symlink():
        raise Refused(f"{where} is already there, and was not touched.", "Choose another name.")
    if space.name == PRIVATE:
        return _send_in_parts(journal, shown, folder, where, again=again, on_progress=on_progress)
    sender = Sender(space, journal.time.stamp())
    made = sender.send(shown.seal, again=again)
    watermark.keep(journal.vault, journal.home.state)
    if folder is None and len(made) > 1:
        raise Refused(f"There are {len(made)} updates to write.", "Name a folder that is there.")
    handed = [_hand_over(space, sender, each, folder, where, shown) for each in made]
    put_away_if_left(journal, space)
    return handed


def _send_in_parts(
    journal: Journal, shown: Preview, folder: Folder | None, where: Path, *, again: bool, on_progress: OnProgress
) -> list[SentUpdate]:
    """Sign and write part after part, so that a journal of any size takes little memory.

    What has left when something fails stays so, and the rest follows the next time.
    """
    space = journal.private
    sender = Sender(space, journal.time.stamp())
    run, of = sender.next_number(), sender.count_touched()
    if folder is None and of > PART:
        raise Refused("This is more than one file holds.", "Name a folder that is there.")
    sent: list[SentUpdate] = []
    first = True
    while made := sender.send(again=again and first, most=PART, run=0 if first else run):
        watermark.keep(journal.vault, journal.home.state)
        if folder is None and (len(made) > 1 or not first):
            raise Refused("There is more than one update to write.", "Name a folder that is there.")
        sent += [_hand_over(space, sender, each, folder, where, shown) for each in made]
        first = False
        on_progress(of - sender.count_touched(), of)
    return sent


def _hand_over(
    space: Space, sender: Sender, outgoing: Outgoing, folder: Folder | None, where: Path, shown: Preview
) -> SentUpdate:
    name = update_name(space.id, sender.device, outgoing.number, outgoing.file)
    path = where / name if folder else where
    if folder:
        folder.put(name, outgoing.file)
    else:
        write_update_file(path, outgoing.file)
    sender.handed_over(outgoing, path.name)
    return SentUpdate(path, outgoing.number, len(outgoing.file), shown.readers)
