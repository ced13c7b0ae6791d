"""How long something took, as people write it: 35, 90m, 1h30, 1:30, 1.5h; 1.5 alone means hours."""

from __future__ import annotations

import re

from .problem import Problem
from .text import brief

MOST = 24 * 60
"""Of what takes place on one day."""

LONGEST_SPAN = 2_000 * 60
"""Of what goes over days, weeks or months: about a year of full-time work."""

_FORMS = re.compile(
    r"(?P<minutes>\d{1,4}|\d{5,6}(?=\s*m))\s*(?:m|mins?|minutes?)?"
    r"|(?P<hours>\d{1,4}|\d,\d{3}(?=\s*h))(?::|\s*h(?:ours?|rs?)?\s*)(?P<rest>[0-5]?\d)\s*(?:m|mins?|minutes?)?"
    r"|(?P<whole>\d{1,4}|\d,\d{3})\s*h(?:ours?|rs?)?"
    r"|(?P<decimal>\d{1,4}[.,]\d{1,2})\s*(?:h(?:ours?|rs?)?)?"
)
_TOO_LONG = re.compile(r"\d{5,9}(?:[.,:]\d{1,2})?\s*(?:h(?:ours?|rs?)?)?|\d{7,9}\s*(?:m|mins?|minutes?)?")
_NEGATIVE = re.compile(r"[-−–]\s*\d.*")


def parse_minutes(written: str, most: int = MOST) -> int:
    """Whole minutes from 1 to `most`, which is a day's unless said; raises `Problem` naming what was written."""
    said = written.strip().casefold()
    match = _FORMS.fullmatch(said)
    if not match and _NEGATIVE.fullmatch(said):
        raise Problem(f"“{brief(written)}” is less than no time at all.", "For example 35, 90m, 1:30 or 1.5h.")
    if not match and _TOO_LONG.fullmatch(said):
        raise _out_of_range(written, most)
    if not match:
        raise Problem(f"“{brief(written)}” is not a length of time.", "For example 35, 90m, 1:30 or 1.5h.")
    if match["minutes"]:
        minutes = int(match["minutes"])
    elif match["decimal"]:
        minutes = round(float(match["decimal"].replace(",", ".")) * 60)
    else:
        minutes = int((match["hours"] or match["whole"]).replace(",", "")) * 60 + int(match["rest"] or 0)
    if not 0 < minutes <= most:
        raise _out_of_range(written, most)
    return minutes


def say_minutes(minutes: int) -> str:
    """`35 min`, `1 h`, `1 h 30`, `1,450 h`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours:,} h {rest:02}" if rest else f"{hours:,} h"


def _out_of_range(written: str, most: int) -> Problem:
    return Problem(f"“{brief(written)}” is not between one minute and {most // 60:,} hours.")
