"""What there is to say about a period and the requirements that judge it, beside the figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ...domain.dates import written_out
from ...domain.entry import Entry
from ...domain.scheme.period_rule import PeriodKind
from ...domain.some_names import some_names
from .gaps import unexplained

if TYPE_CHECKING:
    from ...portfolio.course import Course
    from ...portfolio.standing import Standing

_MANY = 5


def notes_about(standing: Standing, gaps: Sequence[Entry], today: date) -> list[str]:
    """Sentences: changed requirements, what is not confirmed, gaps to explain, days that hold more than they can."""
    course = standing.course
    return [
        *_changes(course),
        *_confidence(course, today),
        *_ahead(course),
        *_put_off(course),
        *_gaps(standing, gaps, today),
        *_too_long(standing.too_long),
        *_without_length(standing.without_length),
    ]


def _changes(course: Course) -> list[str]:
    which = "first" if course.scheme.judged_first else "last"
    judged = f"Those in force on its {which} day judge it."
    return [f"The requirements change on {written_out(day)}, within this period. {judged}" for day in course.changes]


def _confidence(course: Course, today: date) -> list[str]:
    version = course.version
    said = []
    if not version.confirmed:
        said.append(f"These requirements are not confirmed: take them as a guide. {version.note}".strip())
    elif version.note:
        said.append(version.note)
    if version.until and version.until < min(today, course.period.last):
        said.append(f"They were in force until {written_out(version.until)}, and no later ones are known here.")
    return said


def _ahead(course: Course) -> list[str]:
    own = course.enrolment.own_day
    if course.version.period.kind is not PeriodKind.ENROLMENT or own is None or own <= course.period.last:
        return []
    return [f"You begin on {written_out(own)}, as you said: this period is before that."]


def _put_off(course: Course) -> list[str]:
    later, due = course.enrolment.deferred_to, course.period.due
    if later is None or due is None:
        return []
    if later == due:
        return [f"Put off to {written_out(later)}, as agreed with the body."]
    if later > course.period.last:
        return [f"It was put off to {written_out(later)}, which is for another period than this."]
    return []


def _gaps(standing: Standing, gaps: Sequence[Entry], today: date) -> list[str]:
    open_ = unexplained(standing, gaps, today)
    said = [f"{written_out(first)} to {written_out(last)}" for first, last in open_]
    months = standing.course.version.gaps.explain_after_months
    return [f"Nothing counts from {each}: {months} months or more are to be explained." for each in said]


def _without_length(count: int) -> list[str]:
    if not count:
        return []
    said = "1 entry that counts has" if count == 1 else f"{count:,} entries that count have"
    return [f"{said} no length yet, and so no part in the hours."]


def _too_long(days: Sequence[date]) -> list[str]:
    if not days:
        return []
    named = some_names([written_out(day) for day in days[:_MANY]])
    more = f" and {len(days) - _MANY} more" if len(days) > _MANY else ""
    return [f"More than 24 hours count on {named}{more}: is one of them counted twice?"]
