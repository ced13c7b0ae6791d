"""Where somebody stands with their professional bodies, and what could fill what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ..journal import Journal
from .counted_entries import counted_entries
from .facts import Facts
from .memberships import course_of

if TYPE_CHECKING:
    from ...portfolio.counted import Cosign, Counted
    from ...portfolio.course import Course as Course
    from ...portfolio.filling import Fill
    from ...portfolio.standing import Signed as Signed
    from ...portfolio.standing import Standing as Standing
    from ...portfolio.standing import Status as Status


@dataclass(frozen=True, slots=True)
class Stand:
    """Where somebody stands with one body in one period. `problem` says why that cannot be told."""

    membership: Entry
    standing: Standing | None
    problem: str = ""


def where_i_stand(journal: Journal, memberships: Sequence[Entry], day: date | None = None) -> list[Stand]:
    """Each body's period with `day` (today for None), all of them from one reading of what counts."""
    from ...domain.problem import Problem
    from ...errors import PeerlogError
    from ...portfolio.standing import stand
    from ...portfolio.tally import count

    today = journal.time.today()
    courses, stands = [], {}
    for each in memberships:
        try:
            courses.append((each, course_of(each, day or today)))
        except (Problem, PeerlogError) as error:
            stands[each.id] = Stand(each, None, f"{error} {error.hint}".strip())
    if courses:
        first = min(course.period.first for _, course in courses)
        last = max(course.period.last for _, course in courses)
        tally = count([course for _, course in courses], counted_entries(journal, first, last))
        for each, course in courses:
            stands[each.id] = Stand(each, stand(course, tally, today, _signed(journal, each, course.period.last)))
    return [stands[each.id] for each in memberships]


def could_fill(journal: Journal, standing: Standing, status: Status, candidates: Sequence[Counted]) -> list[Fill]:
    """Which of what does not count yet could fill what is missing."""
    from ...portfolio.filling import could_fill

    return could_fill(standing.course, status, candidates)


def _signed(journal: Journal, membership: Entry, last: date) -> list[Cosign]:
    """Signatures under the whole record of the period that ends on `last`."""
    from .records import record_for

    record = record_for(journal, membership, last)
    return list(Facts(journal).cosigns(record.id)) if record else []
