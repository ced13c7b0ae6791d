"""A line of an agenda as it is typed: `? how do you open a set`, `! a round each`, `sam: the new rota`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .leading_name import leading_name
from .problem import Problem
from .text import clean_line

MARKS = {"question": "?", "idea": "!", "knowledge": "·"}
"""The mark that each sort of item bears in a list; the first two may also begin a line."""

_SORTS = {"?": "question", "!": "idea"}
_EXAMPLES = "For example: ? how do you open a set"


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """`by` is empty for the writer; `sort` is knowledge, question or idea."""

    by: str
    sort: str
    title: str


def read_agenda_line(line: str, people: Sequence[str]) -> AgendaLine:
    """The item in `line`: ? or ! first makes it a question or an idea, and so does a question mark at its end.

    A name, before or after the mark, says who brings it, as in an action's line. Raises `Problem` for nothing to say.
    """
    sort, rest = _marked(clean_line(line))
    by, words = leading_name(rest.split(), people)
    if not sort:
        sort, rest = _marked(" ".join(words))
        words = rest.split()
    title = " ".join(words)
    if not title:
        raise Problem("What it is about is missing.", _EXAMPLES)
    if not sort:
        sort = "question" if title.endswith(("?", "？", "؟")) else "knowledge"
    return AgendaLine(by, sort, title[0].upper() + title[1:])


def _marked(said: str) -> tuple[str, str]:
    """The sort that the first character names, and what follows it."""
    sort = _SORTS.get(said[:1], "")
    return (sort, said[1:].lstrip()) if sort else ("", said)
