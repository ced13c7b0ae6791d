"""Amounts of requirements as people type them: `20`, `20 h`, `7:30`, `90m`, `1.5` points, `4` entries."""

from __future__ import annotations

import re

from ..problem import Problem
from ..text import brief
from .reading import HIGHEST

_TIME = re.compile(r"(?:(\d{1,6})(?:[.,](\d{1,2}))?\s*(?:h(?:ours?)?)?|(\d{1,6}):([0-5]\d)|(\d{1,8})\s*m(?:in)?)")
_POINTS = re.compile(r"(\d{1,6})(?:[.,](\d{1,2}))?\s*(?:points?)?")
_ENTRIES = re.compile(r"(\d{1,6})\s*(?:entry|entries)?")
_EXAMPLES = {"hours": "For example 20, 7:30 or 90m.", "points": "For example 12 or 1.5.", "entries": "For example 4."}


def parse_amount(unit: str, written: str) -> int:
    """Minutes, hundredths of a point or entries, by `unit`, from 0; a bare number of hours is hours.

    Raises `Problem` naming what was written.
    """
    said = written.strip().casefold()
    amount = {"hours": _minutes, "points": _hundredths, "entries": _entries}[unit](said)
    each = {"hours": 60, "points": 100, "entries": 1}[unit]
    if amount is None or amount > HIGHEST * each:
        raise Problem(f"“{brief(written)}” is not a number of {unit}.", _EXAMPLES[unit])
    return amount


def _minutes(said: str) -> int | None:
    match = _TIME.fullmatch(said)
    if not match:
        return None
    hours, part, whole, rest, minutes = match.groups()
    if minutes:
        return int(minutes)
    if whole:
        return int(whole) * 60 + int(rest)
    return int(hours) * 60 + round(int((part or "0").ljust(2, "0")) * 0.6)


def _hundredths(said: str) -> int | None:
    match = _POINTS.fullmatch(said)
    return int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0")) if match else None


def _entries(said: str) -> int | None:
    match = _ENTRIES.fullmatch(said)
    return int(match[1]) if match else None
