"""A selection of entries in the words of the search line: goals · #chairing · since 1 Oct."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from ...domain.dates import MONTHS
from ...domain.kinds import KINDS
from ...domain.selection import Selection


def say_selection(selection: Selection, today: date, whose: str = "", *, sunday_first: bool = False) -> str:
    """What narrows the list, joined by middle dots; empty when nothing does. `whose` says in words to which space."""
    parts = [whose] if whose else []
    parts += [KINDS[name].many for name in KINDS if name in selection.kinds]
    parts += [f"#{tag}" for tag in sorted(selection.tags)]
    period = say_period(selection.since, selection.until, today, sunday_first=sunday_first)
    return " · ".join([*parts, period] if period else parts)


def say_period(since: date | None, until: date | None, today: date, *, sunday_first: bool = False) -> str:
    """A stretch of days, both ends included; empty when it has no end."""
    for words, (first, last) in periods(today, sunday_first=sunday_first).items():
        if (since, until) == (first, last):
            return words
    if since and until:
        if since == until:
            return f"on {short_day(since, today)}"
        return f"{short_day(since, today)} to {short_day(until, today)}"
    if since:
        return f"since {short_day(since, today)}"
    return f"until {short_day(until, today)}" if until else ""


def periods(today: date, *, sunday_first: bool = False) -> dict[str, tuple[date, date]]:
    """The stretches of time that have names, by these: their first and last days."""
    week = today - timedelta(days=today.isoweekday() % 7 if sunday_first else today.weekday())
    return {
        "this week": (week, week + timedelta(days=6)),
        "this month": (today.replace(day=1), today.replace(day=monthrange(today.year, today.month)[1])),
        "this year": (today.replace(month=1, day=1), today.replace(month=12, day=31)),
    }


def short_day(day: date, today: date) -> str:
    """`1 Oct`, with the year when it is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1][:3].capitalize()}{year}"
