"""The period that a day lies in, and the parts that it is cut into."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from ..domain.months import months_after
from ..domain.problem import Problem
from ..domain.scheme.period_rule import PeriodKind, PeriodRule

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """First days of its months, its last day, and the day by which the record is due; None where it is never due.

    The months turn where the period does, so one that ends on 28 February has its first parts end on that day too.
    """

    months: tuple[date, ...]
    last: date
    due: date | None

    @property
    def first(self) -> date:
        return self.months[0]

    def parts(self, months: int) -> tuple[tuple[date, date], ...]:
        """Parts of so many months each, as first and last days; the whole for 0."""
        starts = self.months[:: months or len(self.months)]
        return tuple(zip(starts, [*(start - _DAY for start in starts[1:]), self.last], strict=True))


def period_with(rule: PeriodRule, day: date, own_day: date | None = None) -> ReportingPeriod:
    """The period with `day`. A person's own day on 29 February falls on the 28th in the years that lack it.

    Raises `Problem` where `own_day` is missing, and beyond the calendar.
    """
    if rule.personal and own_day is None:
        raise Problem("The period depends on a day of your own.", f"Say it first: {rule.asks}.")
    try:
        *months, after = _months(rule, day, own_day)
        last = after - _DAY
        return ReportingPeriod(tuple(months), last, _due(rule, last))
    except OverflowError as error:
        raise Problem(f"There is no whole period around {day}.", "Choose a day nearer to today.") from error


def _months(rule: PeriodRule, day: date, own_day: date | None) -> list[date]:
    """First days of the period's months, and of the month after it."""
    if rule.kind is PeriodKind.ROLLING:
        return [months_after(day, number - rule.months) + _DAY for number in range(rule.months + 1)]
    if rule.kind is PeriodKind.RENEWAL:
        anchor = own_day or day
        after = _turn(day, anchor, rule.months, lambda turn: months_after(anchor, turn * rule.months) < day)
        return [each + _DAY for each in _from(anchor, after - 1, rule.months)]
    anchor = own_day if rule.kind is PeriodKind.ENROLMENT and own_day else rule.begins or day
    after = _turn(day, anchor, rule.months, lambda turn: months_after(anchor, turn * rule.months) <= day)
    return _from(anchor, after - 1, rule.months)


def _from(anchor: date, turn: int, months: int) -> list[date]:
    """The day of `anchor` in each month of this turn, and in the first of the next."""
    return [months_after(anchor, turn * months + number) for number in range(months + 1)]


def _turn(day: date, anchor: date, months: int, before: Callable[[int], bool]) -> int:
    """The first whole number of periods from `anchor` that no longer lies before `day`."""
    about = ((day.year - anchor.year) * 12 + day.month - anchor.month) // months
    turns = range(about - 1, about + 3)
    return turns[bisect_right(turns, False, key=lambda turn: not before(turn))]


def _due(rule: PeriodRule, last: date) -> date | None:
    if rule.kind is PeriodKind.ROLLING:
        return None
    if rule.due is None:
        return last + timedelta(days=rule.due_days)
    month, number = rule.due
    this_year = date(last.year, month, number)
    return this_year if this_year <= last else date(last.year - 1, month, number)
