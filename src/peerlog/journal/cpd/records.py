"""The record for one body and one period: which there are, and the one that is being written."""

from __future__ import annotations

from datetime import date

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import RECORD
from ..journal import Journal
from .memberships import course_of, scheme_of

HANDED_IN = "handed-in"


def records(journal: Journal) -> list[Entry]:
    """Every record, the latest period first."""
    found = journal.entries.of_kind(RECORD.name)
    return sorted(found, key=lambda each: (each.line("until"), each.created), reverse=True)


def record_for(journal: Journal, membership: Entry, last: date) -> Entry | None:
    """The record of a body's period that ends on `last`; None where none was begun."""
    wanted = (membership.line("scheme"), last.isoformat())
    return next((each for each in records(journal) if (each.line("scheme"), each.line("until")) == wanted), None)


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
