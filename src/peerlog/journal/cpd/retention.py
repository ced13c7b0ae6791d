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
from ...errors import Refused
from ..erasing import erase
from ..evidence import all_files, keep_until
from ..evidence import erase as erase_files
from ..journal import Journal
from .memberships import course_of, memberships
from .records import records

if TYPE_CHECKING:
    from ...domain.kept_file import KeptFile

RECORD_KEPT, FILE_KEPT = "record", "file"


@dataclass(frozen=True, slots=True)
class Kept:
    """Something with a last day on which it is kept, None where nobody has said one.

    `sort` is record or file, `why` says in words where the day comes from, `entries` are the ids of what would be
    forgotten with a record: its answers and parts, never an entry of the journal that it draws on.
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


def set_until(journal: Journal, id_: str, until: date | None) -> None:
    """Note a last day for a file, or for all files of a record's activities; None takes it away.

    Raises `Refused` for what is neither.
    """
    if any(file.id == id_ for file in all_files(journal)):
        keep_until(journal, id_, until)
        return
    record = journal.entries.get(id_)
    if record.kind != RECORD.name:
        raise Refused("This is neither a record nor a file.", "“peerlog cpd keep list” shows them.")
    for file in files_of(journal, record):
        keep_until(journal, file.id, until)


def files_of(journal: Journal, record: Entry) -> list[KeptFile]:
    """The files kept with what a record draws on."""
    from .writing_record import prepared

    ids = {item.id for part in prepared(journal, record).parts for item in part.items}
    parents = {each.parent for id_ in ids if (each := journal.entries.find(id_)) and each.kind == ACTIVITY.name}
    return [file for file in all_files(journal) if file.entry in ids | parents]


def forget_kept(journal: Journal, ids: Iterable[str]) -> list[str]:
    """Erase records with their answers and parts, and files, for good; where copies lie that may still hold them.

    The entries that a record draws on stay. Raises `Refused` for what is neither, before anything is erased.
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
        entries += [record.id, *(part.id for part in journal.entries.parts(record.id, space=PRIVATE))]
    places: list[str] = []
    if to_erase := [id_ for id_ in wanted if id_ in files]:
        places += erase_files(journal, *to_erase)
    if entries:
        places += erase(journal, entries)
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
