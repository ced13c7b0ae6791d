"""A line that may end in a day: `draft to Sam by 4 dec`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .dates import parse_day
from .problem import Problem
from .text import clean_line

_BEFORE_A_DAY = frozenset({"by", "on", "until", "due"})
_LONGEST_DAY = 4
"""Words: “in 3 weeks' time” is none, “next fri” and “17 Nov 2026” are."""


def read_dated_line(line: str, today: date) -> tuple[str, date | None]:
    """What `line` says and the day at its end, if there is one. Raises `Problem` for an empty line."""
    words, due = split_day(clean_line(line).split(), today)
    if not words:
        raise Problem("That line is empty.", "For example: first draft by 4 dec")
    title = " ".join(words)
    return title[0].upper() + title[1:], due


def split_day(words: Sequence[str], today: date) -> tuple[list[str], date | None]:
    """The words before the day that stands at the end, and that day; a line that is nothing but a day has none."""
    for count in range(min(_LONGEST_DAY, len(words) - 1), 0, -1):
        said = words[-count:]
        if said[0].casefold() in _BEFORE_A_DAY and count > 1:
            continue
        try:
            due = parse_day(" ".join(said), today, ahead=True)
        except Problem:
            continue
        rest = list(words[:-count])
        if len(rest) > 1 and rest[-1].casefold() in _BEFORE_A_DAY:
            rest = rest[:-1]
        return rest, due
    return list(words), None
