"""A day of one's own as it is typed, and the period that it makes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...domain.dates import parse_day, written_out
from ...domain.problem import Problem
from ...domain.scheme.own_day import check_own_day
from ...domain.scheme.period_rule import PeriodKind

if TYPE_CHECKING:
    from ...domain.scheme.scheme import Scheme


def own_day_typed(scheme: Scheme, typed: str, today: date) -> date:
    """The day: a day and month alone are the next where a period ends on it, and the last where one begins.

    Raises `Problem` for a day that cannot be, or that cannot be that day.
    """
    rule = scheme.at(today).period
    day = parse_day(typed, today, ahead=rule.kind is PeriodKind.RENEWAL) if typed.strip() else None
    check_own_day(scheme.label, rule, day, today)
    if day is None:
        raise Problem(f"{scheme.label} has no day of your own.")
    return day


def say_own_period(scheme: Scheme, day: date, today: date) -> str:
    """`1 April 2024 to 31 March 2027`, the period with today; the day alone where there is none."""
    from ...portfolio.course import course_with
    from ...portfolio.enrolment import Enrolment

    try:
        period = course_with(scheme, Enrolment(own_day=day), today).period
    except Problem:
        return written_out(day)
    return f"{written_out(period.first)} to {written_out(period.last)}"
