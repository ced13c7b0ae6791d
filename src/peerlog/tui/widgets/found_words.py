"""What a search found in an entry, as the list shows it: the name with its marks, and the words around the match."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual.content import Content

from ...domain.entry import Entry
from ...domain.kinds import KINDS
from ...domain.selection import Hit
from ...domain.text import clean_line
from .plain import plain, plain_line

FOUND = "bold underline $accent"
Marks = Sequence[tuple[int, int]]


def mark_name(name: str, hit: Hit) -> tuple[Content, bool]:
    """An entry's name with its matches marked, and whether there is nothing else to show."""
    if hit.entry.title:
        return _marked(plain_line(name), hit.title_marks), not hit.marks
    shown = name.rstrip("…")
    at = hit.snippet.find(shown)
    if at < 0:
        return plain_line(name), not hit.marks
    inside = [(start - at, end - at) for start, end in hit.marks if at <= start and end - at <= len(shown)]
    return _marked(plain_line(name), inside), len(inside) == len(hit.marks)


def words_around(hit: Hit) -> Content:
    """The text around the match; where a field of the form matched, that field with its label."""
    words = {hit.snippet[start:end].casefold() for start, end in hit.marks}
    if _flat(hit.snippet).strip("…") in _flat(hit.entry.text):
        shown = plain(hit.snippet)
        return _marked(shown, hit.marks if shown.plain == hit.snippet else ())
    return _field_with(hit.entry, words) or plain_line(hit.snippet)


def _field_with(entry: Entry, words: set[str]) -> Content | None:
    tags = " ".join(f"#{tag}" for tag in entry.tags)
    if any(word in tags.casefold() for word in words):
        return _marked_words(tags, words)
    fields = KINDS[entry.kind].all_fields if entry.kind in KINDS else {}
    for name, value in entry.fields.items():
        said = ", ".join(value) if isinstance(value, tuple) else value
        if name not in ("title", "text", "when", "links") and isinstance(said, str):
            shown = clean_line(said)
            if any(word in shown.casefold() for word in words):
                label = fields[name].label if name in fields else ""
                return _marked_words(f"{label}: {shown}" if label else shown, words)
    return None


def _marked_words(said: str, words: set[str]) -> Content:
    content = plain_line(said)
    places = [match.span() for word in words for match in re.finditer(re.escape(word), content.plain, re.IGNORECASE)]
    return _marked(content, places)


def _marked(content: Content, marks: Marks) -> Content:
    for start, end in marks:
        if 0 <= start < end <= len(content.plain):
            content = content.stylize(FOUND, start, end)
    return content


def _flat(text: str) -> str:
    return " ".join(text.split())
