"""Choosing which of four things a signature says: they are never mixed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from ...domain.countersigning import MEANINGS
from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import row
from .row_dialogue import RowDialogue

_ABOUT = "Four different things. Ask for the one that your record needs."


class MeaningScreen(RowDialogue):
    """The result is the name of a meaning; None when it was left."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def said(self) -> Iterable[Static]:
        yield Static(plain_line(self._question), classes="dialogue-title")
        yield Static(Content(_ABOUT), classes="pick-about")

    def rows(self) -> Sequence[Option]:
        return [
            row(
                Line(Content(_first_up(each.label)), Content(each.sentence).stylize("$quiet"), label_width=14),
                each.name,
            )
            for each in MEANINGS.values()
        ]


def _first_up(words: str) -> str:
    return words[0].upper() + words[1:]
