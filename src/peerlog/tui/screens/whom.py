"""Choosing one of those one shares with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import Rows, row
from .dialogue import Dialogue
from .picking import Pick


class WhomScreen(Dialogue[str]):
    """The result is an id; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self, question: str, picks: Sequence[Pick]) -> None:
        super().__init__()
        self._question = question
        self._picks = picks

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static(plain_line(self._question), classes="dialogue-title")
            yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.show(
            [
                row(Line(plain_line(each.label), plain_line(each.about).stylize("$quiet"), label_width=20), each.id)
                for each in self._picks
            ]
        )
        rows.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_choose(self) -> None:
        self.query_one(Rows).action_select()

    def action_close_window(self) -> None:
        self.dismiss(None)
