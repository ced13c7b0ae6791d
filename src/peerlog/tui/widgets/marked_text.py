"""A text exactly as it is signed, line by line: nothing is laid out anew, and changes are marked in the margin."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from ...domain.summary.differences import Mark, MarkedLine
from ...domain.word_difference import Piece, State
from ..together.exchange_words import in_pieces
from .fitted import FittedText
from .plain import plain

_MARGIN = 3
_MARKS = {Mark.SAME: " ", Mark.NEW: "+", Mark.CHANGED: "~", Mark.GONE: "-"}


def unmarked(text: str) -> list[MarkedLine]:
    """The lines of a text that is compared with nothing."""
    return [MarkedLine(Mark.SAME, (Piece(line, State.SAME),) if line else ()) for line in text.split("\n")]


class MarkedText(FittedText):
    """Wraps at words under itself; the mark stands before every part of its line."""

    def __init__(self, lines: Iterable[MarkedLine], *, with_words: bool = False) -> None:
        """The text as it is now; `with_words` adds what was there before, struck out."""
        self._rows = list(_with_words(lines) if with_words else _as_it_is(lines))

    def lay_out(self, width: int) -> Content:
        parts: list[Content] = []
        for mark, line in self._rows:
            margin = Content(f" {_MARKS[mark]} ").stylize("bold $accent")
            wrapped = line.wrap(max(1, width - _MARGIN)) or [Content()]
            parts += [Content.assemble(margin, part.rstrip()) for part in wrapped]
        return Content("\n").join(parts)


def _as_it_is(lines: Iterable[MarkedLine]) -> Iterable[tuple[Mark, Content]]:
    gone = 0
    for line in lines:
        if line.mark is Mark.GONE:
            gone += bool(line.text.strip())
            continue
        yield from _gone(gone)
        gone = 0
        yield line.mark if line.text.strip() else Mark.SAME, _styled(line.text)
    yield from _gone(gone)


def _gone(count: int) -> Iterable[tuple[Mark, Content]]:
    if count:
        said = "a line that stood here is gone" if count == 1 else f"{count:,} lines that stood here are gone"
        yield Mark.GONE, Content(f"({said})").stylize("italic $quiet")


def _with_words(lines: Iterable[MarkedLine]) -> Iterable[tuple[Mark, Content]]:
    for line in lines:
        yield line.mark if line.text.strip() else Mark.SAME, in_pieces(line.pieces)


def _styled(line: str) -> Content:
    """A line of the source as it stands; one that heads what follows is bold."""
    hashes = len(line) - len(line.lstrip("#"))
    is_heading = 1 <= hashes <= 6 and line[hashes : hashes + 1] == " "
    return plain(line).stylize("bold") if is_heading else plain(line)
