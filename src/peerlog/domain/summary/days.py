"""Days in running text: `2 June`, with the year only where it is another one."""

from __future__ import annotations

from datetime import date

from ..dates import MONTHS


def said_day(day: date, year: int = 0) -> str:
    """`2 June` in that year, `2 June 2025` outside it."""
    said = f"{day.day} {MONTHS[day.month - 1].capitalize()}"
    return said if day.year == year else f"{said} {day.year:04}"


def said_span(since: date, until: date) -> str:
    """`25 May to 21 November 2026`, the year said once where it is the same."""
    if since == until:
        return said_day(since)
    return f"{said_day(since, until.year)} to {said_day(until)}"
