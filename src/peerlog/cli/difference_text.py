"""What changed in a text, as plain text: `[-what is gone-]` and `{+what is new+}`, as git marks words."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.word_difference import Piece, State


def marked(pieces: Iterable[Piece]) -> str:
    """The pieces in reading order with their marks."""
    return "".join(_marked(piece) for piece in pieces)


def _marked(piece: Piece) -> str:
    if piece.state is State.SAME:
        return piece.text
    return f"[-{piece.text}-]" if piece.state is State.GONE else f"{{+{piece.text}+}}"
