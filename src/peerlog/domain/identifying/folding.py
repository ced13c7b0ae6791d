"""Texts as names are looked for in them: whatever the letters' case, their accents, and what cannot be seen.

`Zoë`, `ZOE` and `Zoe` are one name, as are `O'Brien` and `O’Brien`, `Anne-Marie` and `Anne‑Marie`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ′`´", "'"),
        **dict.fromkeys("‐‑–−", "-"),
        **{"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"},
    }
)
# Scripts in which words stand next to each other without a blank: Thai, Lao, Burmese, Khmer, kana, Han, Hangul.
_UNSPACED = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_BEGINS_UNSPACED = re.compile(f"[{_UNSPACED}]")
LETTER = r"[^\W\d_]"


class Folded:
    """A text with every letter folded, and where each of them stands in the text as it was written."""

    __slots__ = ("_at", "_end", "text")

    def __init__(self, written: str) -> None:
        self._end = len(written)
        self._at: list[int] | None = None
        if written.isascii():
            self.text = written.lower().replace("`", "'")
            return
        letters = [_folded(each) for each in written]
        self._at = [place for place, said in enumerate(letters) for _ in said]
        self.text = "".join(letters)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the folded text stands in the text as written, with what folds to nothing behind it."""
        if self._at is None:
            return start, end
        last = self._at[end - 1] + 1
        return self._at[start], max(last, self._at[end] if end < len(self._at) else self._end)


def folded(text: str) -> str:
    """One line of the text, folded."""
    return " ".join(Folded(text).text.split())


def key_of(name: str) -> str:
    """The same for all ways of writing a name: its letters and digits."""
    letters = "".join(each for each in Folded(name).text if each.isalnum())
    return letters or name.casefold()


def any_of(ways: Iterable[tuple[str, str]]) -> re.Pattern[str] | None:
    """What finds any of these in a folded text: each a way of writing and its pattern, the longest way first.

    They may stand beside digits and underscores, as in file names, and beside letters only in scripts that have no
    blanks between words. None where there are none.
    """
    by_boundary: dict[str, list[str]] = {}
    for way, said in sorted(ways, key=lambda each: (-len(each[0]), each)):
        by_boundary.setdefault(_boundary(way[0], "<!"), []).append(said + _boundary(way[-1], "!"))
    groups = [f"{boundary}(?:{'|'.join(said)})" for boundary, said in by_boundary.items()]
    return re.compile("|".join(groups)) if groups else None


def _boundary(edge: str, which: str) -> str:
    if _BEGINS_UNSPACED.match(edge):
        return ""
    return rf"(?{which}{LETTER})" if edge.isalpha() else rf"(?{which}\w)"


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", letter).casefold().translate(_ALIKE)
    bare = "".join(each for each in apart if unicodedata.category(each) not in ("Mn", "Cf"))
    return unicodedata.normalize("NFC", bare)  # what Hangul is made of would be letters of another script
