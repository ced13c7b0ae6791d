"""When a body's period begins and ends, and by when the record is due."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..pack import Table, check_keys, line, one_of, whole_number
from ..problem import Problem
from ..text import brief

LONGEST = 120
"""Months."""
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")


class PeriodKind(Enum):
    FIXED = "fixed"
    """The same days for everybody: every 1 July, or every three years from a day."""
    ROLLING = "rolling"
    """The last so many months, on any day."""
    RENEWAL = "renewal"
    """Up to a person's own renewal day, which is the last day of a period."""
    ENROLMENT = "enrolment"
    """From a person's own first day."""


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """A period of `months`. A fixed one begins on `begins`, a day of any of the years in which one begins.

    The record is due on `due`, the last day of this month and day within the period, or `due_days` after its last day
    (before, when negative); on the last day itself where neither is said. `asks` is what to ask for a person's own day,
    `on` the month and day that this day always has, None where it can be any.
    """

    kind: PeriodKind
    months: int
    begins: date | None
    due: tuple[int, int] | None
    due_days: int
    asks: str
    on: tuple[int, int] | None = None

    @property
    def personal(self) -> bool:
        """Whether it depends on a person's own day."""
        return self.kind in (PeriodKind.RENEWAL, PeriodKind.ENROLMENT)


def read_period_rule(where: str, data: Table) -> PeriodRule:
    check_keys(where, data, ("kind", "months", "begins", "due", "due_days", "asks", "on"))
    kind = PeriodKind(one_of(where, data, "kind", [each.value for each in PeriodKind]))
    months = whole_number(where, data, "months", 1, LONGEST)
    begins = _begins(where, data, months) if kind is PeriodKind.FIXED else None
    if kind is not PeriodKind.FIXED and "begins" in data:
        raise Problem(f"{where}: begins: goes with kind = “fixed” only.")
    due = _month_day(where, "due", data["due"]) if "due" in data else None
    due_days = whole_number(where, data, "due_days", -366, 366, 0)
    if due and "due_days" in data:
        raise Problem(f"{where}: due_days: expected either due or due_days, not both.")
    if kind is PeriodKind.ROLLING and (due or due_days):
        raise Problem(f"{where}: due: a rolling period has no day by which the record is due.")
    if due and months < 12:
        raise Problem(f"{where}: due: a period of less than 12 months may not have that day; use due_days.")
    if -due_days >= months * 28:
        raise Problem(f"{where}: due_days: the record would be due before the period begins.")
    asks = line(where, data, "asks", "")
    personal = kind in (PeriodKind.RENEWAL, PeriodKind.ENROLMENT)
    if personal != bool(asks):
        raise Problem(
            f"{where}: asks: expected what to ask for, such as “Your renewal date”, with renewal and enrolment."
        )
    on = _month_day(where, "on", data["on"]) if "on" in data else None
    if on and not personal:
        raise Problem(f"{where}: on: goes with renewal and enrolment only.")
    if on and months % 12:
        raise Problem(f"{where}: on: with {months} months, a period does not begin on the same day every time.")
    return PeriodRule(kind, months, begins, due, due_days, asks, on)


def _begins(where: str, data: Table, months: int) -> date:
    """Month and day alone will do where a period begins on it in every year."""
    value = data.get("begins")
    if type(value) is date:
        if (value.month, value.day) == (2, 29) or value.day > 28:
            raise Problem(f"{where}: begins: expected a day that every month has, up to the 28th.")
        return value
    month, number = _month_day(where, "begins", value)
    if 12 % months:
        raise Problem(f"{where}: begins: with {months} months, expected a whole day such as 2025-01-01 to count from.")
    if number > 28:
        raise Problem(f"{where}: begins: expected a day that every month has, up to the 28th.")
    return date(2000, month, number)


def _month_day(where: str, key: str, value: object) -> tuple[int, int]:
    match = _MONTH_DAY.fullmatch(value) if isinstance(value, str) else None
    if not match:
        raise Problem(f"{where}: {key}: expected a month and a day, such as “07-01”.")
    month, number = int(match[1]), int(match[2])
    try:
        date(2001, month, number)
    except ValueError as error:
        raise Problem(f"{where}: {key}: there is no {brief(match[0])} in every year.") from error
    return month, number
