"""The one way to show what people wrote: never as markup, never with a control character."""

from __future__ import annotations

from textual.content import Content

from ...domain.text import clean_line, clean_text


def plain(text: str) -> Content:
    """`text` as content for any widget, cleaned again: what lies in the journal may come from another program."""
    return Content(clean_text(text).replace("\t", "    "))


def plain_line(text: str) -> Content:
    """`text` on one line."""
    return Content(clean_line(text))
