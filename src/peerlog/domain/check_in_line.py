"""A check-in as it is typed: `7 held the time, nobody had to hurry`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .problem import Problem
from .text import brief, clean_line
from .trend import HIGHEST

_LEVEL = re.compile(r"(\d{1,6})(?:\s*(?:/|of|out of)\s*10)?(?=\s|[.,](?!\d)|[:;–-]|$)[\s,.:;–-]*(.*)", re.IGNORECASE)
_EXAMPLE = "For example: 7 held the time"


@dataclass(frozen=True, slots=True)
class CheckInLine:
    """A level from 0 to 10, and the words after it, if any."""

    level: int
    note: str


def read_check_in(line: str) -> CheckInLine:
    """The check-in that `line` says; raises `Problem` when it does not begin with a level from 0 to 10."""
    said = clean_line(line)
    found = _LEVEL.fullmatch(said)
    if not found:
        what = (
            f"“{brief(said)}” does not begin with a whole number from 0 to 10."
            if said
            else "A number from 0 to 10 is missing."
        )
        raise Problem(what, _EXAMPLE)
    level = int(found[1])
    if level > HIGHEST:
        raise Problem(f"{level} is more than {HIGHEST}; a check-in is from 0 to {HIGHEST}.", _EXAMPLE)
    return CheckInLine(level, found[2])
