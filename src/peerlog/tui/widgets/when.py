"""Points in time as the lists say them."""

from __future__ import annotations

from datetime import date

from ...domain.dates import DAYS, MONTHS, say_day
from ...domain.moment import Moment


def say_when(moment: Moment, today: date) -> str:
    """`Mon 23, 09:30`, `Sun 29 Nov, 15:00`; without the time in another year."""
    said = _short(moment.day, today)
    return said if moment.day.year != today.year else f"{said}, {moment.local:%H:%M}"


def say_full_day(day: date) -> str:
    """`Saturday 21 November`."""
    return f"{DAYS[day.weekday()].capitalize()} {day.day} {MONTHS[day.month - 1].capitalize()}"


def say_due(day: date, today: date) -> str:
    """`Due Fri 27`, `Was due Tue 3 Nov`: a fact, and no reproach."""
    if day < today and day.year != today.year:
        return f"Was due in {day.year}"
    said = _short(day, today)
    said = said[0].lower() + said[1:] if said in ("Today", "Tomorrow", "Yesterday") else said
    return f"{'Was due' if day < today else 'Due'} {said}"


def say_gone(day: date, today: date) -> str:
    """`tomorrow`, `on Sat 28`: when something will be gone."""
    said = _short(day, today)
    return said.lower() if said in ("Today", "Tomorrow", "Yesterday") else f"on {said}"


def in_passing(day: date, today: date) -> str:
    """A day within a sentence: `today`, `Tuesday 17`, `Tue 3 Nov`."""
    said = say_day(day, today)
    return said[0].lower() + said[1:] if said in ("Today", "Tomorrow", "Yesterday") else said


def say_years(years: int) -> str:
    """`A year ago`, `3 years ago`."""
    return "A year ago" if years == 1 else f"{years} years ago"


def _short(day: date, today: date) -> str:
    """A day as everywhere, with three letters of its weekday."""
    said = say_day(day, today)
    return said.replace(DAYS[day.weekday()].capitalize(), DAYS[day.weekday()][:3].capitalize())
