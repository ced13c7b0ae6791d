"""What changed in a text since it was last seen, line by line, for the margin of what is read before signing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..word_difference import Piece, State, word_difference


class Mark(Enum):
    """What became of a line."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of the later text, or one that it has no more; `pieces` say which of its words came and went."""

    mark: Mark
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The line as it is now; of one that is gone, as it was."""
        left_out = None if self.mark is Mark.GONE else State.GONE
        return "".join(piece.text for piece in self.pieces if piece.state is not left_out)


def reflowed_differences(old: str, new: str) -> list[MarkedLine]:
    """All lines of `new` in their order, those of `old` that are gone between them, each with what became of it."""
    lines: list[MarkedLine] = []
    pieces: list[Piece] = []
    for piece in word_difference(f"{old}\n", f"{new}\n"):
        first, *rest = piece.text.split("\n")
        _add(pieces, first, piece.state)
        for text in rest:
            if piece.state is State.GONE and any(each.state is not State.GONE for each in pieces):
                _add(pieces, " ", State.GONE)  # two lines became one
            else:
                lines.append(MarkedLine(_mark(pieces, piece.state), tuple(pieces)))
                pieces.clear()
            _add(pieces, text, piece.state)
    return lines


def _mark(pieces: list[Piece], line_end: State) -> Mark:
    if line_end is State.GONE:
        return Mark.GONE
    states = {piece.state for piece in pieces} or {line_end}
    return Mark.SAME if states == {State.SAME} else Mark.NEW if states == {State.NEW} else Mark.CHANGED


def _add(pieces: list[Piece], text: str, state: State) -> None:
    if text:
        pieces.append(Piece(text, state))
