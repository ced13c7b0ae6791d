"""How long something took, as people write it: 35, 90m, 1h30, 1:30, 1.5h; 1.5 alone means hours."""

from __future__ import annotations

import re

from .problem import Problem
from .text import brief

MOST = 24 * 60
_FORMS = re.compile(
    r"(?P<minutes>\d{1,4})\s*(?:m|mins?|minutes?)?"
    r"|(?P<hours>\d{1,2})(?::|\s*h(?:ours?|rs?)?\s*)(?P<rest>[0-5]?\d)\s*(?:m|mins?|minutes?)?"
    r"|(?P<decimal>\d{1,2}[.,]\d{1,2}|\d{1,2}(?=\s*h))\s*(?:h(?:ours?|rs?)?)?"
)
_TOO_LONG = re.compile(r"\d{3,9}(?:[.,:]\d{1,2})?\s*(?:h(?:ours?|rs?)?)?|\d{5,9}\s*(?:m|mins?|minutes?)?")
_NEGATIVE = re.compile(r"[-−–]\s*\d.*")


def parse_minutes(written: str) -> int:
    """Whole minutes from 1 to 1,440; raises `Problem` naming what was written."""
    said = written.strip().casefold()
    match = _FORMS.fullmatch(said)
    if not match and _NEGATIVE.fullmatch(said):
        raise Problem(f"“{brief(written)}” is less than no time at all.", "For example 35, 90m, 1:30 or 1.5h.")
    if not match and _TOO_LONG.fullmatch(said):
        raise Problem(f"“{brief(written)}” is not between one minute and 24 hours.")
    if not match:
        raise Problem(f"“{brief(written)}” is not a length of time.", "For example 35, 90m, 1:30 or 1.5h.")
    if match["minutes"]:
        minutes = int(match["minutes"])
    elif match["hours"]:
        minutes = int(match["hours"]) * 60 + int(match["rest"])
    else:
        minutes = round(float(match["decimal"].replace(",", ".")) * 60)
    if not 0 < minutes <= MOST:
        raise Problem(f"“{brief(written)}” is not between one minute and 24 hours.")
    return minutes


def say_minutes(minutes: int) -> str:
    """`35 min`, `1 h`, `1 h 30`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"
