"""Markdown laid out without giving it any power: no link opens, no HTML is hidden, line breaks stay where they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.await_complete import AwaitComplete
from textual.widgets import Markdown

from ...domain.text import clean_text
from .plain import plain_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from textual import getters

    from ..journal_app import JournalApp

MOST_CHARACTERS = 8 * 1024
MOST_BLOCKS = 60
"""Each list item, heading and quotation becomes a widget; beyond this, laying out takes longer than reading begins."""

_BLOCK = re.compile(r"^\s*(?:[-*+>#|]|\d+[.)]\s|```|~~~|\n)", re.MULTILINE)


def is_worth_laying_out(text: str) -> bool:
    """Whether laying out this text takes a moment only."""
    return len(text) <= MOST_CHARACTERS and sum(1 for _ in _BLOCK.finditer(text)) <= MOST_BLOCKS


class SafeMarkdown(Markdown):
    """Shows where a link leads instead of following it."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, parser_factory=_parser, open_links=False)

    def update(self, markdown: str) -> AwaitComplete:
        """Lay out a text, cleaned again: what lies in the journal may come from another program."""
        return super().update(clean_text(markdown))

    def on_markdown_link_clicked(self, event: Markdown.LinkClicked) -> None:
        event.stop()
        self.app.tell(f"This link leads to {plain_line(event.href).plain}", seconds=12)


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("gfm-like", {"html": False})
    parser.core.ruler.push("keep_line_breaks", _keep_line_breaks)
    return parser


def _keep_line_breaks(state: StateCore) -> None:
    """People who write a journal mean the line breaks that they type."""
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "softbreak":
                child.type = "hardbreak"
