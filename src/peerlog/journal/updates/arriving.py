"""Taking in what arrived: files that somebody names, and the folder that is shared with a partner."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ...domain.entry import PRIVATE
from ...errors import PeerlogError, Refused
from ...exchange.folder import MOST, Folder
from ...exchange.membership import roster_in
from ...exchange.opening import OtherFile, refuse_other
from ...exchange.receiving import TakenIn, open_for, take_in
from ...exchange.refused_files import forget_gone, forget_refused, keep_refused, refused_files
from ...exchange.update_files import content_named, is_a_copy, is_whole, place_in_order, read_update_file
from ...vault.disk_errors import explained
from ...vault.space import Space
from ...vault.updates import Updates
from ..circle.circles import Circle, Member, read_circle
from ..circle.roster_news import roster_news
from ..countersigning.signing_files import is_signing_file
from ..cpd.following import follow_what_came
from ..first_meeting.comparing import require_from_known_keys
from ..first_meeting.meeting_partners import what_is
from ..journal import Journal
from ..own_devices.own_keys import after_taking_in, enrol_if_behind, shared_spaces
from .exchange_partners import OWN_DEVICES
from .other_files import not_an_update

_AT_ONCE = 8

OnProgress = Callable[[int, int], None]
"""Takes how many files are done, and how many there are."""


def _silent(done: int, of: int) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of one file: from whom it is and what it brought, or in `problem` why nothing of it counts.

    `circle` is what those are called here whom it belongs to, `space` the name of that space; `news` are sentences
    about who is there and with which devices.
    """

    name: str
    circle: str = ""
    space: str = ""
    member: Member | None = None
    taken: TakenIn | None = None
    news: tuple[str, ...] = ()
    problem: PeerlogError | None = None

    @property
    def is_new(self) -> bool:
        return self.taken is not None and not self.taken.already

    @property
    def sender(self) -> str:
        """The name of whoever sent it; empty where that is not known."""
        return self.member.name if self.member else ""


def arrived_files(journal: Journal, paths: Iterable[Path], on_progress: OnProgress = _silent) -> list[Arrived]:
    """Take in updates from files, and from all files of folders; each on its own, whatever became of the others."""
    found: list[Arrived] = []
    waiting: list[tuple[str, bytes]] = []
    for path in paths:
        try:
            files = _in_folder(path) if path.is_dir() else [path]
        except PeerlogError as problem:
            found.append(Arrived(path.name, problem=problem))
            continue
        for each in files:
            try:
                file = read_update_file(each)
            except PeerlogError as problem:
                found.append(Arrived(each.name, problem=problem))
                continue
            if path == each or not content_named(each.name) or is_whole(each.name, file):
                waiting.append((each.name, file))
    return found + _take_in_all(journal, waiting, shared_spaces(journal), on_progress)


def _in_folder(folder: Path) -> list[Path]:
    with explained(folder):
        found = [each for each in folder.iterdir() if each.suffix == ".peerlog" and not is_a_copy(each.name)]
    return sorted(found, key=lambda path: place_in_order(path.name))[:MOST]


def arrived_in_folder(
    journal: Journal, circle: Circle, on_progress: OnProgress = _silent, *, retry: bool = False
) -> list[Arrived]:
    """Take in what lies in a circle's folder and was not seen before; nothing where updates go by mail.

    What was refused is not tried again, unless with `retry`, or when it could be otherwise by now. Raises `Refused` for
    a folder that is not there.
    """
    if not circle.folder:
        return []
    space = journal.spaces[circle.space]
    folder = Folder(Path(circle.folder), space.id)
    names = folder.names()
    forget_gone(space, names)
    if retry:
        with space.write():
            forget_refused(space, names)
    new = not_seen(space, names)
    found: list[Arrived] = []
    # All of a journal comes to a new device of one's own: that is not read into memory at once.
    at_once = _AT_ONCE if space.name == PRIVATE else MOST
    for start in range(0, len(new), at_once):
        files = [(each.name, each.file) for each in folder.whole(new[start : start + at_once])]
        came = [each for each in _take_in_all(journal, files, [space], on_progress) if not _is_for_others(each)]
        for each in came:
            if each.problem:
                keep_refused(space, each.name, each.problem.message, journal.time.stamp())
        for name in {name for name, _ in files} - {each.name for each in came}:
            keep_refused(space, name, "", journal.time.stamp())
        found += came
    return found + [Arrived(circle.folder, circle.label, problem=Refused(said)) for said in folder.unreadable]


def not_seen(space: Space, names: Iterable[str]) -> list[str]:
    """Those of these files that were neither taken in nor written here, and not refused as things are."""
    known = {each.digest.hex()[:16] for each in Updates(space).all()}
    refused = refused_files(space)
    return [name for name in names if content_named(name) not in known and name not in refused]


def refused_before(journal: Journal, circle: Circle) -> dict[str, str]:
    """What lies in the folder and was refused earlier: by the file's name, why."""
    return {name: why for name, why in refused_files(journal.spaces[circle.space]).items() if why}


def _take_in_all(
    journal: Journal, files: list[tuple[str, bytes]], spaces: list[Space], on_progress: OnProgress
) -> list[Arrived]:
    """Each file once; and once more those refused, as long as others bring word of somebody new."""
    if files:
        enrol_if_behind(journal)
    found: dict[int, Arrived] = {}
    waiting = list(range(len(files)))
    while waiting:
        tried: dict[int, Arrived] = {}
        for number in waiting:
            on_progress(len(tried), len(waiting))
            tried[number] = _take_in(journal, *files[number], spaces)
        found |= tried
        heard = any(each.taken and each.taken.statements for each in tried.values())
        waiting = [number for number, each in tried.items() if each.problem] if heard else []
    return [found[number] for number in sorted(found)]


def _take_in(journal: Journal, name: str, file: bytes, spaces: list[Space]) -> Arrived:
    label = where = ""
    try:
        refuse_other(file)
        for space in spaces:
            opened = open_for(space, file)
            if opened is None:
                continue
            label, where = space.label if space.name != PRIVATE else OWN_DEVICES, space.name
            before = roster_in(space)
            require_from_known_keys(space, before, opened.manifest.device)
            taken = take_in(space, file, opened, journal.time.stamp(), name)
            news = roster_news(before, roster_in(space)) if taken.statements else ()
            after_taking_in(journal, space, taken)
            if space.name != PRIVATE:
                follow_what_came(journal, [each.entry for each in taken.entries])
            circle = read_circle(space)
            member = next((each for each in circle.members if each.id == taken.sender), None)
            return Arrived(name, circle.label or label, where, member, taken, news)
        what = is_signing_file(file) or what_is(journal, file)
        if what not in ("", "update"):
            raise OtherFile(what)
        raise _NotForMe("This is not for you: none of your keys opens it.", "Was it meant for somebody else?")
    except OtherFile as other:
        return Arrived(name, label, where, problem=not_an_update(other.what))
    except PeerlogError as problem:
        return Arrived(name, label, where, problem=problem)


class _NotForMe(Refused):
    pass


def _is_for_others(arrived: Arrived) -> bool:
    """In a folder that several share lie updates for one of them alone."""
    return isinstance(arrived.problem, _NotForMe)
