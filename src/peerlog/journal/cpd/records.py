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
    found = journal.entries.of_kind(RECORD.name, space=PRIVATE)
    return sorted(found, key=lambda each: (each.line("until"), each.created), reverse=True)


def record_for(journal: Journal, membership: Entry, last: date) -> Entry | None:
    """The record of a body's period that ends on `last`; None where none was begun.

    A period may have moved since its record was begun, as one that ends today does every day, and as all do when a day
    of one's own is put right: then the open record of which most lies within it is meant.
    """
    found = [each for each in records(journal) if each.line("scheme") == membership.line("scheme")]
    exact = next((each for each in found if each.line("until") == last.isoformat()), None)
    if exact:
        return exact
    course = course_of(membership, last)
    open_ = (each for each in found if each.state != HANDED_IN)
    return next((each for each in open_ if course.period.first <= _day_within(course, each) <= last), None)


def course_of_record(journal: Journal, membership: Entry, record: Entry) -> Course:
    """The period that a record is for; one that always ends today goes on until the record is handed in."""
    until = date.fromisoformat(record.line("until"))
    course = course_of(membership, until)
    if not _is_rolling(course):
        return course_of(membership, _day_within(course, record))
    return course if record.state == HANDED_IN else course_of(membership, max(until, journal.time.today()))


def begin_record(journal: Journal, membership: Entry, day: date | None = None) -> Entry:
    """The record of the period with `day` (today for None), begun where there is none yet."""
    course = course_of(membership, day or journal.time.today())
    with journal.writing():
        found = record_for(journal, membership, course.period.last)
        if found:
            return found
        fields = {
            "scheme": membership.line("scheme"),
            "title": record_title(membership, course.period.first, course.period.last),
            "since": course.period.first,
            "until": course.period.last,
        }
        return journal.entries.add(RECORD.name, fields, space=PRIVATE)


def _is_rolling(course: Course) -> bool:
    from ...domain.scheme.period_rule import PeriodKind

    return course.version.period.kind is PeriodKind.ROLLING


def _day_within(course: Course, record: Entry) -> date:
    """A day that is a record's even when its period has moved a little: its middle, of a rolling one the last."""
    first, last = (date.fromisoformat(record.line(name)) for name in ("since", "until"))
    return last if _is_rolling(course) else first + (last - first) // 2


def record_title(membership: Entry, first: date, last: date) -> str:
    """`NMC revalidation, 2024 to 2027`."""
    years = str(last.year) if first.year == last.year else f"{first.year} to {last.year}"
    return f"{scheme_of(membership).label}, {years}"
