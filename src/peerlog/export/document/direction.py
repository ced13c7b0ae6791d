"""Whether words, or parts of a document, run from right to left."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from .model import Block, BulletList, Code, Heading, NumberedList, Paragraph, Quote, words_of


def runs_right_to_left(words: str) -> bool:
    """Whether the first character that has a direction is Hebrew, Arabic or the like (UAX #9, rules P2 and P3)."""
    if words.isascii():
        return False
    first = next((kind for kind in map(unicodedata.bidirectional, words) if kind in ("L", "R", "AL")), "L")
    return first != "L"


def stand_right_to_left(blocks: Iterable[Block]) -> bool:
    """Whether the first words among the blocks run from the right: where the marks of a list or a quote then are."""
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs) if runs:
                return runs_right_to_left(words_of(runs))
            case BulletList(items) | NumberedList(items):
                return stand_right_to_left(inner for item in items for inner in item)
            case Quote(inside):
                return stand_right_to_left(inside)
            case Code(words):
                return runs_right_to_left(words)
    return False
