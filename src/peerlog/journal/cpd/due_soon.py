"""Records that are soon to be handed in, for Today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.problem import Problem
from ...errors import Refused
from ..journal import Journal
from .memberships import course_of, memberships
from .records import HANDED_IN, record_for

if TYPE_CHECKING:
    from ...portfolio.course import Course

SOON = timedelta(days=60)
LATE = timedelta(days=30)
"""Where only the person knows that it was handed in, there is no point in asking for ever."""


@dataclass(frozen=True, slots=True)
class RecordDue:
    """A body whose record is due on a day; `record` is None where it was not begun."""

    membership: Entry
    due: date
    record: Entry | None


def records_due(journal: Journal) -> list[RecordDue]:
    """Those due within two months, or lately over and still being written, the most pressing first."""
    today, found = journal.time.today(), []
    for membership in memberships(journal):
        for is_over, course in _courses(membership, today):
            due = course.period.due
            if due is None or not today - LATE <= due <= today + SOON:
                continue
            record = record_for(journal, membership, course.period.last)
            if (record.state != HANDED_IN) if record else not is_over:
                found.append(RecordDue(membership, due, record))
    return sorted(found, key=lambda each: each.due)


def _courses(membership: Entry, today: date) -> Iterator[tuple[bool, Course]]:
    """The period before the one that runs, and that one; fewer where the requirements do not say, as tab 5 does."""
    try:
        running = course_of(membership, today)
        yield False, running
        yield True, course_of(membership, running.period.first - timedelta(days=1))
    except (Problem, Refused):
        return
