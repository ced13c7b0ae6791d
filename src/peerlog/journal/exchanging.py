"""Exchanging with partners: taking in what arrived, showing what would leave, and letting it leave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..domain.entry import PRIVATE
from ..errors import PeerlogError, Refused
from ..exchange.enrolling import enrol_anew
from ..exchange.folder import Folder
from ..exchange.keys import device_in_use
from ..exchange.membership import roster_in
from ..exchange.receiving import TakenIn, open_for, take_in
from ..exchange.sending import Leaving, Outgoing, Sender, fingerprint
from ..exchange.update_files import read_update_file, update_name, write_update_file
from ..vault import watermark
from ..vault.space import Space
from ..vault.updates import Updates
from .circles import Circle, read_circle, update_label
from .journal import Journal


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of one file: from whom it is and what it brought, or in `problem` why nothing of it counts."""

    name: str
    circle: str = ""
    sender: str = ""
    taken: TakenIn | None = None
    problem: PeerlogError | None = None

    @property
    def is_new(self) -> bool:
        return self.taken is not None and not self.taken.already


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


def arrived_files(journal: Journal, paths: Iterable[Path]) -> list[Arrived]:
    """Take in updates from files, and from all files of folders; each on its own, whatever became of the others."""
    found: list[Arrived] = []
    for path in paths:
        if path.is_dir():
            found += [_arrived(journal, each) for each in sorted(path.iterdir()) if each.suffix == ".peerlog"]
        else:
            found.append(_arrived(journal, path))
    return found


def arrived_in_folder(journal: Journal, circle: Circle) -> list[Arrived]:
    """Take in what lies in a circle's folder and was not seen before; nothing where updates go by mail."""
    if not circle.folder:
        return []
    space = journal.spaces[circle.space]
    seen = {each.name for each in Updates(space).all()} | set(_refused_names(space))
    folder = Folder(Path(circle.folder), space.id)
    found = [_take_in(journal, each.name, each.file) for each in folder.whole(seen)]
    return found + [Arrived(circle.folder, problem=Refused(said)) for said in folder.unreadable]


def _arrived(journal: Journal, path: Path) -> Arrived:
    try:
        file = read_update_file(path)
    except PeerlogError as problem:
        return Arrived(path.name, problem=problem)
    return _take_in(journal, path.name, file)


def _take_in(journal: Journal, name: str, file: bytes) -> Arrived:
    label = ""
    try:
        for space in shared_spaces(journal):
            opened = open_for(space, file)
            if opened is None:
                continue
            label = space.label
            taken = take_in(space, file, opened, journal.time.stamp(), name)
            after_taking_in(journal, space, taken)
            sender = next((each.name for each in read_circle(space).members if each.id == taken.sender), "")
            return Arrived(name, space.label, sender, taken)
        raise Refused("This is not for you: none of your keys opens it.", "Was it meant for somebody else?")
    except PeerlogError as problem:
        return Arrived(name, label, problem=problem)


def after_taking_in(journal: Journal, space: Space, taken: TakenIn) -> None:
    """What follows from an update: other names, and keys of its own for an older copy of this journal."""
    if space.name != PRIVATE:
        update_label(space)
    if taken.copy_of_me:
        with space.write():
            space.add_device(journal.time.stamp())
            enrol_anew(space, journal.time.stamp())
        watermark.keep(journal.vault, journal.home.state)


def shared_spaces(journal: Journal) -> list[Space]:
    """The spaces of which something may leave or come, the private one among them when there is a second device."""
    return [space for space in journal.spaces.values() if space.is_shared]


def preview(journal: Journal, circle: Circle) -> Preview:
    """What would leave now. Brings in keys of its own first when this is an older copy of the journal."""
    space = journal.spaces[circle.space]
    enrol_if_behind(journal)
    sender = Sender(space, journal.time.stamp())
    leaving = tuple(sender.leaving())
    return Preview(
        circle,
        leaving,
        tuple(each.name for each in circle.others),
        sender.something_is_due(),
        sender.unconfirmed(),
        fingerprint(leaving),
    )


def send(journal: Journal, shown: Preview, target: Path | None = None, *, again: bool = False) -> list[SentUpdate]:
    """Let leave what was shown, into the circle's folder or to `target` (a folder, or a file for one update alone).

    Raises `Busy` when something else would leave by now, `Refused` where there is nowhere to put it. What was signed
    and could not be written stays due, so that nothing is lost and nothing is signed twice.
    """
    space = journal.spaces[shown.circle.space]
    where = target or (Path(shown.circle.folder) if shown.circle.folder else None)
    if where is None:
        raise Refused("There is no folder for updates yet.", "Name a file or a folder to put this one into.")
    folder = Folder(where, space.id) if where.is_dir() or target is None else None
    if folder:
        folder.require()
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


def tidy_folder(journal: Journal, circle: Circle) -> list[str]:
    """Remove those of one's own updates from the folder that everybody they were for has confirmed; their names."""
    if not circle.folder:
        return []
    space = journal.spaces[circle.space]
    folder = Folder(Path(circle.folder), space.id)
    return [name for name in Sender(space, journal.time.stamp()).confirmed_names() if folder.remove(name)]


def use_folder(journal: Journal, circle: Circle, folder: Path | None) -> None:
    """Keep how updates travel: in this folder, or by mail for None."""
    space = journal.spaces[circle.space]
    if folder is not None:
        folder = folder.expanduser().absolute()
        Folder(folder, space.id).require()
    space.set_value("folder", str(folder) if folder else "")


def enrol_if_behind(journal: Journal) -> bool:
    """Take new keys wherever this journal shares when it is older than it had been on this machine, or was moved here.

    Two copies of a journal must never sign under one key. True when it did.
    """
    if watermark.compare(journal.vault, journal.home.state).severity == "ok":
        return False
    now = journal.time.stamp()
    enrolled = False
    for space in shared_spaces(journal):
        with space.write():
            if roster_in(space).is_current(device_in_use(space).id):
                space.add_device(now)
            enrolled |= enrol_anew(space, now)
    watermark.reset(journal.vault, journal.home.state)
    return enrolled


def _refused_names(space: Space) -> list[str]:
    return [text for (text,) in space.rows("SELECT text FROM evidence WHERE what = 'refused file'")]
