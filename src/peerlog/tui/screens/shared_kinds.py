"""What to write where others read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from ...domain.kinds import KINDS
from ..widgets.line import Line
from ..widgets.rows import row
from ..widgets.space_words import say_space
from .row_dialogue import RowDialogue

_KINDS = (
    *("note", "meeting", "goal", "request", "idea", "feedback", "resource", "thanks", "agreement"),
    *("reflection", "page"),
)


class SharedKindScreen(RowDialogue):
    """The result is a kind's name."""

    def __init__(self, with_whom: str) -> None:
        super().__init__()
        self._with_whom = with_whom

    def said(self) -> Iterable[Static]:
        yield Static(
            Content.assemble(("What would you like to write?", "bold"), "   ", say_space(self._with_whom)),
            classes="dialogue-title",
        )

    def rows(self) -> Sequence[Option]:
        return [
            row(Line(Content(KINDS[name].label), Content(KINDS[name].about).stylize("$quiet"), label_width=12), name)
            for name in _KINDS
        ]
