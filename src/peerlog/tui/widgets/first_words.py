"""The beginning of a text on the page of an entry, which leaves room for what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from ...domain.entry import Entry
from ...domain.text import shorten
from .plain import plain

_LINES, _CHARACTERS = 3, 240


def first_words(entry: Entry) -> Iterator[Content]:
    """An empty line and the first lines of its text; how to read on where there is more.

    Nothing for an empty text, and for one that is so short that the heading says all of it.
    """
    text = entry.text
    if not text.strip() or text.strip() == entry.headline:
        return
    lines = text.strip().splitlines()
    said = shorten("\n".join(lines[:_LINES]), _CHARACTERS)
    yield Content()
    yield plain(said)
    if len(said) < len(text.strip()):
        yield Content.assemble(("e", "bold"), " shows all of it").stylize_before("$quiet")
