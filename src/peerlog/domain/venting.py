"""Notes that let off steam: when they erase themselves, and when to ask whether their writer has cooled off."""

from __future__ import annotations

from datetime import date, timedelta

from .dates import MONTHS
from .entry import Entry

ASKED_FOR = timedelta(days=14)
"""How long Today goes on asking about one."""

_LENGTHS = (1, 7)
"""The days after which one may erase itself, as a key goes along them."""


def is_vent(entry: Entry) -> bool:
    return entry.kind == "note" and entry.fields.get("vent") is True


def told_without_its_words(vent: Entry) -> str:
    """How something that may be copied one day speaks of a note that never may: by its day alone."""
    day = vent.when.day
    return f"letting off steam on {day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def erases_on(entry: Entry) -> date | None:
    """The day on which it erases itself; None for never, and for whatever lets off no steam."""
    day = entry.line("erase_on")
    return date.fromisoformat(day) if is_vent(entry) and day else None


def is_due(entry: Entry, today: date) -> bool:
    """Whether it is to be gone by now."""
    day = erases_on(entry)
    return day is not None and day <= today


def may_have_cooled(entry: Entry, today: date) -> bool:
    """Whether to ask today: written before today, not too long ago, and not answered yet."""
    day = entry.when.day
    return is_vent(entry) and not entry.line("cooled_on") and today - ASKED_FOR <= day < today


def next_choice(vent: bool, erase_on: date | None, today: date) -> tuple[bool, date | None]:
    """What comes after this in turn: an ordinary note, one that lets off steam, gone in a day, gone in a week."""
    if not vent:
        return True, None
    days = [today + timedelta(days=length) for length in _LENGTHS]
    if erase_on is None:
        return True, days[0]
    return (True, days[1]) if erase_on == days[0] else (False, None)
