"""The last day on which something is kept, as people type it, and as it is said."""

from __future__ import annotations

import re
from datetime import date

from .dates import parse_day, written_out
from .problem import Problem

EXAMPLE = "17 Nov 2031, or 6 months"
_FOR = re.compile(r"(?:for |after )?(\d+) ?(day|week|month|year)s?", re.IGNORECASE)


def parse_kept_until(written: str, today: date) -> date:
    """The day that `written` names, or that lies so long ahead: `17 Nov 2031`, `6 months`, `after 2 years`.

    Raises `Problem` for what is no day, and for one that lies behind.
    """
    length = _FOR.fullmatch(written.strip())
    day = parse_day(f"in {length[1]} {length[2]}" if length else written, today, ahead=True)
    if day < today:
        raise Problem(f"{written_out(day)} has gone by.", "Name today or a later day.")
    return day


def say_kept_until(until: date, today: date) -> str:
    """What stands on an entry that is to be kept up to a day."""
    if until < today:
        return f"kept until {written_out(until)}: you can forget it now"
    return f"kept until {written_out(until)}, then you are asked"
