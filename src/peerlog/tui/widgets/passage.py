"""A part of a text that is read in a list: a heading with something at its right edge, and lines under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from textual.content import Content

from .fitted import FittedText
from .plain import plain

MOST_LINES, MOST_LETTERS = 8, 640
"""What one row of a list holds at most, so that going from row to row shows all of a long text."""

_HANGS = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+|\s*>\s?")
_QUOTES = re.compile(r"\s*>")
_SENTENCE = re.compile(r"[.!?…][”’)]*\s|[。！？]")
_HEADS = re.compile(r"#{1,6} ")


class Passage(FittedText):
    """Wraps at words; what stands after a dash or a number hangs under itself."""

    def __init__(self, text: str, head: Content | None = None, right: Content | None = None) -> None:
        self._head = head
        self._right = right or Content()
        self._lines = text.split("\n") if text else []

    def lay_out(self, width: int) -> Content:
        lines = [] if self._head is None else [self._headed(self._head, width)]
        for line in self._lines:
            lines += _wrapped(line, width)
        return Content("\n").join(lines or [Content()])

    def _headed(self, head: Content, width: int) -> Content:
        room = max(0, width - self._right.cell_length - 2)
        return Content.assemble(head.truncate(room, ellipsis=True, pad=True), "  ", self._right).truncate(width)


def in_rows(text: str) -> list[list[str]]:
    """The paragraphs of a text, each in parts for rows: a long one is parted between lines, sentences or words."""
    paragraphs = re.split(r"\n[ \t]*\n", text.strip("\n"))
    parted = [_cut([part for line in each.split("\n") for part in _pieces(line)]) for each in paragraphs]
    return [parts for each in parted if (parts := [part for part in each if part.strip()])]


def _cut(lines: Sequence[str]) -> Iterable[str]:
    held: list[str] = []
    for line in lines:
        if held and (len(held) == MOST_LINES or sum(map(len, held)) + len(line) > MOST_LETTERS):
            yield "\n".join(held)
            held = []
        held.append(line)
    yield "\n".join(held)


def _pieces(line: str) -> Iterable[str]:
    """A line of more letters than a row takes, in pieces that do not begin with the space they were parted at."""
    while len(line) > MOST_LETTERS:
        ends = [end.end() for end in _SENTENCE.finditer(line, 0, MOST_LETTERS)]
        at = ends[-1] if ends else line.rfind(" ", 1, MOST_LETTERS) + 1 or MOST_LETTERS
        yield line[:at].rstrip()
        line = line[at:].lstrip()
    yield line


def _wrapped(line: str, width: int) -> list[Content]:
    said, hangs = plain(line), _HANGS.match(line)
    if _HEADS.match(line):
        said = said.stylize("bold")
    if hangs is None or hangs.end() > width // 2:
        return [part.rstrip() for part in said.wrap(max(1, width))] or [Content()]
    indent = hangs.end()
    quoted = _QUOTES.match(line) is not None
    first = Content("│ ".ljust(indent)).stylize("$quiet") if quoted else said[:indent]
    after = first if quoted else Content(" " * indent)
    parts = said[indent:].wrap(max(1, width - indent)) or [Content()]
    return [Content.assemble(after if number else first, part.rstrip()) for number, part in enumerate(parts)]
