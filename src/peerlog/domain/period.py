"""A calendar month or a calendar year to look back on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from .dates import MONTHS
from .problem import Problem
from .text import brief

_FIRST_YEAR, _LAST_YEAR = 1, 9998
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Period:
    """`month` is 1 to 12, or 0 for the whole year."""

    year: int
    month: int = 0

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, 1)

    @property
    def last(self) -> date:
        return self.step(1).first - timedelta(days=1)

    @property
    def label(self) -> str:
        """`November 2026`, or `2026`."""
        return f"{MONTHS[self.month - 1].capitalize()} {self.year}" if self.month else str(self.year)

    def step(self, by: int) -> Period:
        """The period `by` later, earlier where it is negative; the first or last there is where it would not exist."""
        if not self.month:
            return Period(min(_LAST_YEAR, max(_FIRST_YEAR, self.year + by)))
        year, month = divmod(self.year * 12 + self.month - 1 + by, 12)
        if year < _FIRST_YEAR:
            return Period(_FIRST_YEAR, 1)
        return Period(year, month + 1) if year <= _LAST_YEAR else Period(_LAST_YEAR, 12)

    def parts(self) -> list[tuple[str, date, date]]:
        """Its days, or its months: a label, the first and the last day of each."""
        if not self.month:
            months = [Period(self.year, month) for month in range(1, 13)]
            return [(MONTHS[each.month - 1][:3].capitalize(), each.first, each.last) for each in months]
        days = [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]
        return [(str(day.day), day, day) for day in days]


def month_of(day: date) -> Period:
    return Period(min(day.year, _LAST_YEAR), day.month)


def year_of(day: date) -> Period:
    return Period(min(day.year, _LAST_YEAR))


def read_period(written: str) -> Period:
    """`2026-11` or `2026`; raises `Problem` for anything else."""
    match = _WRITTEN.fullmatch(written.strip())
    if match and _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
        month = int(match[2]) if match[2] else 0
        if month <= 12 and (month or not match[2]):
            return Period(int(match[1]), month)
    raise Problem(f"“{brief(written)}” is not a month or a year.", "Write it as 2026-11 or 2026.")
