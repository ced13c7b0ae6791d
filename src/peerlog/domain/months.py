"""Months as people count them: four months from 31 October is the last day of February."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """The day of the same number `months` later (before, when negative), or the month's last day where it has none.

    Raises `OverflowError` outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"{months} months from {day}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(first: date, last: date) -> int:
    """The number of months n for which `months_after(first, n)` lies nearest to `last`, at least 1."""
    about = (last.year - first.year) * 12 + last.month - first.month
    near = [(_or_none(first, months), months) for months in range(about - 1, about + 2)]
    return max(1, min((abs(day - last), months) for day, months in near if day)[1])


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of the calendar month that `day` lies in."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _or_none(day: date, months: int) -> date | None:
    try:
        return months_after(day, months)
    except OverflowError:
        return None
