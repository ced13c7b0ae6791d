"""How long records, evidence and single entries are kept, and which of them are due.

Nothing happens by itself on any day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ...domain.dates import written_out
from ...domain.entry import Entry
from ...domain.kinds import ACTIVITY, KINDS, RECORD
from ...domain.problem import Problem
from ...domain.text import brief
from ...errors import BadInput, Refused
from ..evidence import all_files, keep_until
from ..evidence import get as get_file
from ..journal import Journal
from .memberships import course_of, memberships
from .own_days import (
    Asked,
    asked_to_keep,
    asked_to_keep_file,
    entries_with_own_day,
    keep_entry_until,
)
from .records import records

if TYPE_CHECKING:
    from ...domain.kept_file import KeptFile

RECORD_KEPT, FILE_KEPT, ENTRY_KEPT = "record", "file", "entry"


@dataclass(frozen=True, slots=True)
class Kept:
    """Something with a last day on which it is kept, None where nobody has said one.

    `sort` is record, file or entry, `why` says in words where the day comes from.
    """

    id: str
    sort: str
    title: str
    until: date | None
    why: str
    is_due: bool

    @property
    def is_record(self) -> bool:
        return self.sort == RECORD_KEPT


def kept(journal: Journal) -> list[Kept]:
    """Every record, file and entry with a day of its own: what is due first, then by day; those without a day last."""
    today = journal.time.today()
    found = [*_records(journal, today), *_files(journal, today), *_entries(journal, today)]
    return sorted(found, key=lambda each: (not each.is_due, each.until is None, each.until or date.max, each.title))


def due(journal: Journal) -> list[Kept]:
    """What has been kept for as long as it had to be."""
    return [each for each in kept(journal) if each.is_due]


def kept_named(journal: Journal, prefix: str) -> Kept:
    """The record, file or entry with a day whose id begins so; raises `BadInput` for several, `Refused` for none."""
    found = [each for each in kept(journal) if each.id.startswith(prefix.strip().casefold())] if prefix.strip() else []
    if len(found) > 1:
        raise BadInput(f"More than one id begins with {brief(prefix)}.", "Give more of its digits.")
    if not found:
        raise Refused(
            f"There is no record, no file and no entry with a last day {brief(prefix)}.",
            "“peerlog cpd keep list” shows them; “peerlog delete” removes other entries.",
        )
    return found[0]


def keepable_named(journal: Journal, prefix: str) -> Kept:
    """The record, file or private entry whose id begins so; raises `BadInput` for several, `Refused` for none."""
    wanted = prefix.strip().casefold()
    found = [each for each in kept(journal) if wanted and each.id.startswith(wanted)]
    try:
        entry = journal.entries.resolve(prefix)
    except Refused:
        entry = None
    if entry is not None and entry.id not in {each.id for each in found}:
        found.append(_kept_entry(entry, None, journal.time.today()))
    if len(found) > 1:
        raise BadInput(f"More than one id begins with {brief(prefix)}.", "Give more of its digits.")
    if not found:
        raise Refused(f"There is no record, no file and no entry {brief(prefix)}.", "“peerlog list” shows the ids.")
    return found[0]


def asked_about(journal: Journal, each: Kept) -> Asked | None:
    """Until when a body wants an entry or a file kept; None for a record, whose own day is that."""
    if each.sort == FILE_KEPT:
        return asked_to_keep_file(journal, get_file(journal, each.id))
    return asked_to_keep(journal, journal.entries.get(each.id)) if each.sort == ENTRY_KEPT else None


def set_until(journal: Journal, id_: str, until: date | None) -> int:
    """Note a last day for an entry, a file, or all files of a record; None takes it away. For how many things.

    Raises `Refused` for what is none of these.
    """
    if any(file.id == id_ for file in all_files(journal)):
        keep_until(journal, id_, until)
        return 1
    record = journal.entries.get(id_)
    if record.kind != RECORD.name:
        keep_entry_until(journal, id_, until)
        return 1
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


def _entries(journal: Journal, today: date) -> Iterator[Kept]:
    return (_kept_entry(entry, until, today) for entry, until in entries_with_own_day(journal))


def _kept_entry(entry: Entry, until: date | None, today: date) -> Kept:
    title = entry.headline or KINDS[entry.kind].label
    return Kept(entry.id, ENTRY_KEPT, title, until, "as you said" if until else "", bool(until and until < today))


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
