"""Points in time as the lists say them."""

from __future__ import annotations

from datetime import date

from ...domain.dates import DAYS, MONTHS, say_day
from ...domain.moment import Moment


def say_when(moment: Moment, today: date) -> str:
    """`Monday 23, 09:30`."""
    return f"{say_day(moment.day, today)}, {moment.local:%H:%M}"


def say_full_day(day: date) -> str:
    """`Saturday 21 November`."""
    return f"{DAYS[day.weekday()].capitalize()} {day.day} {MONTHS[day.month - 1].capitalize()}"


def say_due(day: date, today: date) -> str:
    """`Due Friday 27`, `Was due Tuesday 3 Nov`: a fact, and no reproach."""
    said = say_day(day, today)
    if day < today:
        return f"Was due {said[0].lower() + said[1:] if said == 'Yesterday' else said}"
    return f"Due {said.lower() if said in ('Today', 'Tomorrow') else said}"


def say_years(years: int) -> str:
    """`A year ago`, `3 years ago`."""
    return "A year ago" if years == 1 else f"{years} years ago"
