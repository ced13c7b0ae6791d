"""A year as weeks side by side, a day a cell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

MARKS = "·▒▓█"
"""Nothing written, then a little, to much."""


def first_column(year: int, *, sunday_first: bool) -> date:
    """The first day of the week in which the year begins."""
    first = date(year, 1, 1)
    return first - timedelta(days=row_of(first, sunday_first=sunday_first))


def row_of(day: date, *, sunday_first: bool) -> int:
    """The row of a day, 0 to 6."""
    return day.isoweekday() % 7 if sunday_first else day.weekday()


def column_of(day: date, *, sunday_first: bool) -> int:
    """The column of a day in its year."""
    return (day - first_column(day.year, sunday_first=sunday_first)).days // 7


def day_at(year: int, column: int, row: int, *, sunday_first: bool) -> date | None:
    """The day in a cell, None where the year has not begun or has ended."""
    day = first_column(year, sunday_first=sunday_first) + timedelta(days=7 * column + row)
    return day if day.year == year else None


def columns(year: int, *, sunday_first: bool) -> int:
    """How many weeks a year touches: 53 or 54."""
    return column_of(date(year, 12, 31), sunday_first=sunday_first) + 1


def level(count: int, most: int) -> int:
    """How dark a day is drawn, 0 to 3: one entry shows, the fullest day is darkest, unless it has but one or two."""
    return 1 + (count - 1) * 2 // max(most - 1, 2) if count else 0


def summary(days: Mapping[date, int], year: int) -> str:
    """`312 entries on 141 days in 2026`."""
    entries, written = sum(days.values()), len(days)
    if not entries:
        return f"Nothing written in {year}"
    return f"{_counted(entries, 'entry', 'entries')} on {_counted(written, 'day', 'days')} in {year}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
