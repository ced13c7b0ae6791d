"""Every text to agree, to open one: what waits for me first, then the newest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widgets import Static
from textual.widgets.option_list import Option

from ...journal.agreeing.texts_to_agree import TextToAgree
from ...journal.journal import Journal
from ..signing.text_lines import text_line
from ..widgets.rows import row
from .row_dialogue import RowDialogue


class TextsScreen(RowDialogue):
    """The result is the id of the text that is chosen."""

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self._options = options

    def said(self) -> Iterable[Static]:
        return [Static("Texts to agree", classes="dialogue-title")]

    def rows(self) -> Sequence[Option]:
        return self._options


def text_rows(journal: Journal, texts: Iterable[TextToAgree]) -> list[Option]:
    """A row for each, those that wait for me first."""
    ordered = sorted(texts, key=lambda each: not each.waits_for_me)
    return [row(text_line(journal, each, say_whom=True), each.id) for each in ordered]
