"""An action in one line, as it is typed while people talk: `sam reading list fri`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .dated_line import split_day
from .leading_name import leading_name
from .problem import Problem
from .text import clean_line


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
    words, due = split_day(words, today)
    if not words:
        raise Problem("What is to be done is missing.", "For example: sam reading list fri")
    title = " ".join(words)
    return ActionLine(owner, title[0].upper() + title[1:], due)
