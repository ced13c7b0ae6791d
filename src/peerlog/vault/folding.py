"""Letters that people look for by others, and that no decomposition leads to: ł by l, ß by ss, the ligature ﬁ by fi.

SQLite's tokenizer takes accents away where a letter is one with a mark (é, ź). These it leaves, so words that hold them
are kept a second time, folded, in an entry's column `more`, and looked for both ways.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LETTERS = {
    "Æ": "ae",
    "Ǣ": "ae",
    "Ǽ": "ae",
    "æ": "ae",
    "ǣ": "ae",
    "ǽ": "ae",
    "Ð": "d",
    "ð": "d",
    "Đ": "d",
    "đ": "d",
    "Ħ": "h",
    "ħ": "h",
    "Ĳ": "ij",
    "ĳ": "ij",
    "ı": "i",
    "Ł": "l",
    "ł": "l",
    "Ŋ": "n",
    "ŉ": "n",
    "ŋ": "n",
    "Ø": "o",
    "Ǿ": "o",
    "ø": "o",
    "ǿ": "o",
    "Œ": "oe",
    "œ": "oe",
    "ẞ": "ss",
    "ß": "ss",
    "ſ": "s",
    "Þ": "th",
    "þ": "th",
    "Ŧ": "t",
    "ŧ": "t",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
"""What each letter is folded to. `docs/format.md` prints the table: it is part of the format."""

_TABLE = str.maketrans(LETTERS)
_ANY = re.compile(f"[{''.join(LETTERS)}]")
_SPACE = " \t\n"
_WORD = re.compile(f"[^{_SPACE}]+")


def folded(text: str) -> str:
    """The text with those letters folded, and nothing else changed."""
    return text.translate(_TABLE)


def folded_words(*texts: str) -> str:
    """The words that hold such a letter, folded, each once, in the order of the texts; joined by spaces."""
    found: dict[str, None] = {}
    for text in texts:
        if not text.isascii() and _ANY.search(text):
            found.update((folded(word), None) for word in _WORD.findall(text) if _ANY.search(word))
    return " ".join(found)


def places_of(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where in a text the words of a query stand that are found by being folded alone."""
    if text.isascii() or not _ANY.search(text):
        return
    looked_for = tuple(_plain(word) for word in re.findall(r"\w+", words))
    for word in re.finditer(r"\w+", text):
        if looked_for and _ANY.search(word[0]) and _plain(word[0]).startswith(looked_for):
            yield word.span()


def _plain(word: str) -> str:
    """A word without case and accents, for comparing; never stored, for versions of Unicode may differ in it."""
    decomposed = unicodedata.normalize("NFD", folded(word))
    return "".join(each for each in decomposed if not unicodedata.combining(each)).casefold()
