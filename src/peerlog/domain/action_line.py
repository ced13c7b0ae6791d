"""An action in one line, as it is typed while people talk: `sam reading list fri`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .dates import parse_day
from .leading_name import leading_name
from .problem import Problem
from .text import clean_line

_BEFORE_A_DAY = frozenset({"by", "on", "until", "due"})
_LONGEST_DAY = 4
"""Words: “in 3 weeks' time” is none, “next fri” and “17 Nov 2026” are."""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """`owner` is empty for the writer; `due` is None where the line names no day."""

    owner: str
    title: str
    due: date | None


def read_action_line(line: str, people: Sequence[str], today: date) -> ActionLine:
    """The action in `line`. A first word that begins the name of one of `people` is the owner, a day at the end is due.

    A name is taken by its first word too, in any case. Raises `Problem` when nothing is left to be done.
    """
    words = clean_line(line).split()
    owner, words = leading_name(words, people)
    due, words = _due(words, today)
    if not words:
        raise Problem("What is to be done is missing.", "For example: sam reading list fri")
    title = " ".join(words)
    return ActionLine(owner, title[0].upper() + title[1:], due)


def _due(words: list[str], today: date) -> tuple[date | None, list[str]]:
    for count in range(min(_LONGEST_DAY, len(words) - 1), 0, -1):
        said = words[-count:]
        if said[0].casefold() in _BEFORE_A_DAY and count > 1:
            continue
        try:
            due = parse_day(" ".join(said), today, ahead=True)
        except Problem:
            continue
        rest = words[:-count]
        if len(rest) > 1 and rest[-1].casefold() in _BEFORE_A_DAY:
            rest = rest[:-1]
        return due, rest
    return None, words
