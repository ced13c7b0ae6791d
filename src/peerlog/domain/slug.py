"""Words as a short name that every shell, file system and program takes: `Zoë O'Hara` is `zoe-o-hara`."""

from __future__ import annotations

import re
import unicodedata

_RESERVED = re.compile(r"con|prn|aux|nul|conin|conout|(?:com|lpt)[0-9]")
"""What Windows keeps for itself, whatever ending follows."""


def slug(words: str, most: int = 32) -> str:
    """At most `most` of a-z, 0-9 and single hyphens between them; empty where nothing is left, or a reserved name.

    Accents are dropped; letters of other scripts are not spelt out. The same on every version of Python.
    """
    kept = re.sub("[^a-z0-9]+", "-", _plain(words).lower()).strip("-")[:most].strip("-")
    return "" if _RESERVED.fullmatch(kept) else kept


def _plain(words: str) -> str:
    """The words with ASCII letters in place of those that have marks; apostrophes and the like part words."""
    return "".join(
        each if each.isascii() else " "
        for each in unicodedata.normalize("NFD", words)
        if each.isascii() or not unicodedata.combining(each)
    )
