"""Showing what would leave, and letting it leave."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import Refused
from ..exchange.folder import Folder
from ..exchange.membership import roster_in
from ..exchange.sending import Leaving, Outgoing, Sender, fingerprint
from ..exchange.update_files import update_name, write_update_file
from ..vault import watermark
from ..vault.space import Space
from .circles import Circle
from .exchange_partners import OWN_DEVICES
from .journal import Journal
from .own_keys import enrol_if_behind


@dataclass(frozen=True, slots=True)
class Preview:
    """What would leave a circle: every entry of which something would, for whom, and whether there is a reason to.

    `seal` stands for exactly this, so that nothing else leaves than what was shown. `unconfirmed` counts edits that
    left and that somebody has not yet confirmed.
    """

    circle: Circle
    leaving: tuple[Leaving, ...]
    readers: tuple[str, ...]
    is_due: bool
    unconfirmed: int
    seal: str


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
    enrol_if_behind(journal)
    sender = Sender(space, journal.time.stamp())
    leaving = tuple(sender.leaving())
    return Preview(
        circle, leaving, _readers(space, circle), sender.something_is_due(), sender.unconfirmed(), fingerprint(leaving)
    )


def _readers(space: Space, circle: Circle) -> tuple[str, ...]:
    names = tuple(each.name for each in circle.others)
    roster = roster_in(space)
    own = [device for device in roster.recipients() if roster.member_of(device.id) == roster.own]
    return (*names, OWN_DEVICES) if len(own) > 1 else names


def send(journal: Journal, shown: Preview, target: Path | None = None, *, again: bool = False) -> list[SentUpdate]:
    """Let leave what was shown, into the circle's folder or to `target` (a folder, or a file for one update alone).

    Raises `Busy` when something else would leave by now, `Refused` where there is nowhere to put it. What was signed
    and could not be written stays due, so that nothing is lost and nothing is signed twice.
    """
    space = journal.spaces[shown.circle.space]
    where = target or (Path(shown.circle.folder) if shown.circle.folder else None)
    if where is None:
        raise Refused("There is no folder for updates yet.", "Name a file or a folder to put this one into.")
    folder = Folder(where, space.id) if target is None or where.is_dir() else None
    if folder:
        folder.require()
    elif where.exists() or where.is_symlink():
        raise Refused(f"{where} is already there, and was not touched.", "Choose another name.")
    sender = Sender(space, journal.time.stamp())
    made = sender.send(shown.seal, again=again)
    watermark.keep(journal.vault, journal.home.state)
    if folder is None and len(made) > 1:
        raise Refused(f"There are {len(made)} updates to write.", "Name a folder that is there.")
    return [_hand_over(space, sender, each, folder, where, shown) for each in made]


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
