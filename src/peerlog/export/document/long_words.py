"""Where a word that is too long for a line may be broken: addresses, checksums, a key held down."""

from __future__ import annotations

import re
import unicodedata

_LONG = re.compile(r"[^\s\u200b]{25,}")
_PIECE = 8


def pieces_of(words: str) -> list[str]:
    """`words` in parts, between which a line may end; together they are the same words.

    No part is longer than a line of a narrow column, none begins with a mark that belongs to the letter before.
    """
    parts: list[str] = []
    done = 0
    for found in _LONG.finditer(words):
        for place in _places(found[0]):
            parts.append(words[done : found.start() + place])
            done = found.start() + place
    return [*parts, words[done:]]


def _places(word: str) -> list[int]:
    places = [0]
    for index in range(1, len(word)):
        joined = unicodedata.category(word[index]).startswith("M") or "\u200d" in word[index - 1 : index + 1]
        if index - places[-1] >= _PIECE and not joined:
            places.append(index)
    return places[1:]
