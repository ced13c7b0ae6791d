"""Day One's Markdown as plain Markdown: its escapes undone outside code, its media replaced by placeholders."""

from __future__ import annotations

import re
from collections import Counter

MEDIA = {"photo": "photos", "video": "videos", "audio": "audios", "pdf": "pdfAttachments"}
"""What may stay behind: its word in placeholders, and its key in an entry."""

LEFT_BEHIND = {
    "photo": "Photos stay in Day One.",
    "video": "Videos stay in Day One.",
    "audio": "Sound recordings stay in Day One.",
    "pdf": "PDF files stay in Day One.",
}

_SORTS = {"": "photo", "pdfattachment": "pdf"}
_EMBEDDED = re.compile(r"!\[[^\]\n]{0,200}\]\(dayone-moment:/{1,2}(?:([A-Za-z]{1,20})/)?[0-9A-Za-z-]{1,64}\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# Text in pieces, the odd ones code: in code a backslash is a backslash.
_CODE = re.compile(
    r"(^[ \t]*+(?:```|~~~)[^\n]*+\n.*?(?:^[ \t]*+(?:```|~~~)[ \t]*+$|\Z)|(?<!\\)`[^`\n]*+`)", re.M | re.S
)


def without_escapes(text: str) -> str:
    """`\\.` and `\\-` and the like as what they stand for."""
    if "\\" not in text:
        return text
    pieces = _CODE.split(text)
    return "".join(piece if number % 2 else _ESCAPE.sub(r"\1", piece) for number, piece in enumerate(pieces))


def with_placeholders(text: str) -> tuple[str, Counter[str]]:
    """The text with `[photo]` and the like where media were, and how many there were of each sort."""
    found: Counter[str] = Counter()

    def replace(match: re.Match[str]) -> str:
        sort = named_sort(match[1] or "")
        found[sort] += 1
        return placeholder(sort)

    return _EMBEDDED.sub(replace, text), found


def named_sort(said: str) -> str:
    """One of `MEDIA` for Day One's name of it; a photo when unknown."""
    sort = _SORTS.get(said.lower(), said.lower())
    return sort if sort in MEDIA else "photo"


def placeholder(sort: str) -> str:
    return f"[{sort}]"
