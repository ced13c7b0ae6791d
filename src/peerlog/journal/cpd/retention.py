"""How long records, reflections and evidence are kept, which of them are due, and forgetting those that are.

Nothing happens by itself on any day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ...domain.dates import written_out
from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import ACTIVITY, RECORD
from ...domain.problem import Problem
from ...domain.text import brief
from ...errors import BadInput, Refused
from ..evidence import all_files, keep_until
from ..evidence import erase as erase_files
from ..journal import Journal
from ..safekeeping.erasing import erase
from .memberships import course_of, memberships
from .records import records

if TYPE_CHECKING:
    from ...domain.kept_file import KeptFile

RECORD_KEPT, FILE_KEPT = "record", "file"


@dataclass(frozen=True, slots=True)
class Kept:
    """Something with a last day on which it is kept, None where nobody has said one.

    `sort` is record or file, `why` says in words where the day comes from.
    """

    id: str
    sort: str
    title: str
    until: date | None
    why: str
    is_due: bool


def kept(journal: Journal) -> list[Kept]:
    """Every record and every file, what is due first, then by day; those without a day last."""
    today = journal.time.today()
    found = [*_records(journal, today), *_files(journal, today)]
    return sorted(found, key=lambda each: (not each.is_due, each.until is None, each.until or date.max, each.title))


def due(journal: Journal) -> list[Kept]:
    """What has been kept for as long as it had to be."""
    return [each for each in kept(journal) if each.is_due]


def kept_named(journal: Journal, prefix: str) -> Kept:
    """The record or file whose id begins so; raises `BadInput` for several, `Refused` for none."""
    found = [each for each in kept(journal) if each.id.startswith(prefix.strip().casefold())] if prefix.strip() else []
    if len(found) > 1:
        raise BadInput(f"More than one id begins with {brief(prefix)}.", "Give more of its digits.")
    if not found:
        raise Refused(f"There is no record and no file {brief(prefix)}.", "“peerlog cpd keep list” shows them.")
    return found[0]


def set_until(journal: Journal, id_: str, until: date | None) -> int:
    """Note a last day for a file, or for all files of a record's activities; None takes it away. How many files.

    Raises `Refused` for what is neither.
    """
    if any(file.id == id_ for file in all_files(journal)):
        keep_until(journal, id_, until)
        return 1
    record = journal.entries.get(id_)
    if record.kind != RECORD.name:
        raise Refused("This is neither a record nor a file.", "“peerlog cpd keep list” shows them.")
    files = files_of(journal, record)
    for file in files:
        keep_until(journal, file.id, until)
    return len(files)


def files_of(journal: Journal, record: Entry) -> list[KeptFile]:
    """The files kept with what a record draws on."""
    from .writing_record import prepared

    ids = {item.id for part in prepared(journal, record).parts for item in part.items}
    parents = {each.parent for id_ in ids if (each := journal.entries.find(id_)) and each.kind == ACTIVITY.name}
    return [file for file in all_files(journal) if file.entry in ids | parents]


def drawn_on(journal: Journal, record: Entry) -> list[str]:
    """The ids of what a record draws on and nobody else has: activities, and private entries that they count."""
    from .writing_record import prepared

    ids = {item.id for part in prepared(journal, record).parts if not part.is_whole for item in part.items}
    found = [each for id_ in sorted(ids) if (each := journal.entries.find(id_))]
    whole = [each for each in map(journal.entries.find, {one.parent for one in found if one.parent}) if each]
    return [each.id for each in (*found, *whole) if each.space == PRIVATE]


def forget_kept(journal: Journal, ids: Iterable[str], *, with_entries: bool = False) -> list[str]:
    """Erase records with their answers and parts, and files, for good; where copies lie that may still hold them.

    The entries that a record draws on stay, unless `with_entries`; what others read stays always. Raises `Refused` for
    what is neither record nor file, before anything is erased.
    """
    wanted = list(dict.fromkeys(ids))
    files = {file.id for file in all_files(journal, removed=False, in_trash=True)}
    entries: list[str] = []
    for id_ in wanted:
        if id_ in files:
            continue
        record = journal.entries.get(id_)
        if record.kind != RECORD.name:
            raise Refused("This is neither a record nor a file.", "“peerlog delete” removes other entries.")
        entries += drawn_on(journal, record) if with_entries else []
        entries += [record.id, *(part.id for part in journal.entries.parts(record.id, space=PRIVATE))]
    places: list[str] = []
    if to_erase := [id_ for id_ in wanted if id_ in files]:
        places += erase_files(journal, *to_erase)
    if entries:
        places += erase(journal, dict.fromkeys(entries))
    return list(dict.fromkeys(places))


def _records(journal: Journal, today: date) -> Iterator[Kept]:
    kept_to = {each.line("scheme"): each for each in memberships(journal)}
    for record in records(journal):
        last = date.fromisoformat(record.line("until"))
        until, why = None, "nobody says how long"
        membership = kept_to.get(record.line("scheme"))
        if membership is not None:
            until, why = _as_the_body_says(membership, last)
        is_due = until is not None and until < today
        yield Kept(record.id, RECORD_KEPT, record.title, until, why, is_due)


def _as_the_body_says(membership: Entry, last: date) -> tuple[date | None, str]:
    try:
        course = course_of(membership, last)
    except (Problem, Refused) as error:
        return None, str(error)
    until, months = course.keep_until, course.version.keep.months
    return until, f"{months} months after {written_out(last)}" if until else course.version.keep.note


def _files(journal: Journal, today: date) -> Iterator[Kept]:
    for file in all_files(journal):
        until = date.fromisoformat(file.until) if file.until else None
        yield Kept(
            file.id,
            FILE_KEPT,
            file.name,
            until,
            "as you said" if until else "no day was said",
            bool(until and until < today),
        )
