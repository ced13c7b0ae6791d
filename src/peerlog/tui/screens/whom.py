"""Choosing one of those one shares with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widgets import Static
from textual.widgets.option_list import Option

from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import row
from .picking import Pick
from .row_dialogue import RowDialogue


class WhomScreen(RowDialogue):
    """The result is an id; None when it was left."""

    def __init__(self, question: str, picks: Sequence[Pick]) -> None:
        super().__init__()
        self._question = question
        self._picks = picks

    def said(self) -> Iterable[Static]:
        yield Static(plain_line(self._question), classes="dialogue-title")

    def rows(self) -> Sequence[Option]:
        return [
            row(Line(plain_line(each.label), plain_line(each.about).stylize("$quiet"), label_width=20), each.id)
            for each in self._picks
        ]
