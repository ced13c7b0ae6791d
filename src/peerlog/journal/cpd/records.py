"""The record for one body and one period: which there are, and the one that is being written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import RECORD
from ..journal import Journal
from .memberships import course_of, scheme_of

if TYPE_CHECKING:
    from ...portfolio.course import Course

HANDED_IN = "handed-in"


def records(journal: Journal) -> list[Entry]:
    """Every record, the latest period first."""
    found = journal.entries.of_kind(RECORD.name)
    return sorted(found, key=lambda each: (each.line("until"), each.created), reverse=True)


def record_for(journal: Journal, membership: Entry, last: date) -> Entry | None:
    """The record of a body's period that ends on `last`; None where none was begun.

    A period may have moved since its record was begun, as one that ends today does every day, and as all do when a day
    of one's own is put right: then the open record that was to end within it is meant.
    """
    found = [each for each in records(journal) if each.line("scheme") == membership.line("scheme")]
    exact = next((each for each in found if each.line("until") == last.isoformat()), None)
    if exact:
        return exact
    first = course_of(membership, last).period.first
    moved = (each for each in found if first <= date.fromisoformat(each.line("until")) < last)
    return next((each for each in moved if each.state != HANDED_IN), None)


def course_of_record(journal: Journal, membership: Entry, record: Entry) -> Course:
    """The period that a record is for; one that always ends today goes on until the record is handed in."""
    from ...domain.scheme.period_rule import PeriodKind

    course = course_of(membership, date.fromisoformat(record.line("until")))
    if record.state == HANDED_IN or course.version.period.kind is not PeriodKind.ROLLING:
        return course
    return course_of(membership, max(course.period.last, journal.time.today()))


def begin_record(journal: Journal, membership: Entry, day: date | None = None) -> Entry:
    """The record of the period with `day` (today for None), begun where there is none yet."""
    course = course_of(membership, day or journal.time.today())
    with journal.writing():
        found = record_for(journal, membership, course.period.last)
        if found:
            return found
        fields = {
            "scheme": membership.line("scheme"),
            "title": f"{scheme_of(membership).label}, {_years(course.period.first.year, course.period.last.year)}",
            "since": course.period.first,
            "until": course.period.last,
        }
        return journal.entries.add(RECORD.name, fields, space=PRIVATE)


def _years(first: int, last: int) -> str:
    return str(last) if first == last else f"{first} to {last}"
