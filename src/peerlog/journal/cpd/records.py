"""The record for one body and one period: which there are, and the one that is being written."""

from __future__ import annotations

from datetime import date

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import RECORD
from ..journal import Journal
from .memberships import course_of, scheme_of


def records(journal: Journal) -> list[Entry]:
    """Every record, the latest period first."""
    found = journal.entries.of_kind(RECORD.name)
    return sorted(found, key=lambda each: (each.line("until"), each.created), reverse=True)


def record_for(journal: Journal, membership: Entry, last: date) -> Entry | None:
    """The record of a body's period that ends on `last`; None where none was begun.

    A rolling period ends anew every day, and the record that is being written for it goes along.
    """
    own = [each for each in records(journal) if each.line("scheme") == membership.line("scheme")]
    found = next((each for each in own if each.line("until") == last.isoformat()), None)
    if found is None and _rolls(membership, last):
        found = next((each for each in own if _is_open(each) and each.line("until") < last.isoformat()), None)
    return found


def day_of(journal: Journal, membership: Entry, record: Entry) -> date:
    """A day in the period that a record is for: the last, or today while one for a rolling period is written."""
    last = date.fromisoformat(record.line("until"))
    return max(last, journal.time.today()) if _is_open(record) and _rolls(membership, last) else last


def begin_record(journal: Journal, membership: Entry, day: date | None = None) -> Entry:
    """The record of the period with `day` (today for None), begun where there is none yet."""
    course = course_of(membership, day or journal.time.today())
    fields = {
        "title": f"{scheme_of(membership).label}, {_years(course.period.first.year, course.period.last.year)}",
        "since": course.period.first,
        "until": course.period.last,
    }
    with journal.writing():
        found = record_for(journal, membership, course.period.last)
        if found is None:
            return journal.entries.add(RECORD.name, {**fields, "scheme": membership.line("scheme")}, space=PRIVATE)
        if found.line("until") != course.period.last.isoformat():
            return journal.entries.change(found.id, fields)
        return found


def _rolls(membership: Entry, day: date) -> bool:
    return course_of(membership, day).period.due is None


def _is_open(record: Entry) -> bool:
    return record.state == "open"


def _years(first: int, last: int) -> str:
    return str(last) if first == last else f"{first} to {last}"
