"""Whether words run from right to left."""

from __future__ import annotations

import unicodedata


def runs_right_to_left(words: str) -> bool:
    """Whether the first character that has a direction is Hebrew, Arabic or the like (UAX #9, rules P2 and P3)."""
    if words.isascii():
        return False
    first = next((kind for kind in map(unicodedata.bidirectional, words) if kind in ("L", "R", "AL")), "L")
    return first != "L"
