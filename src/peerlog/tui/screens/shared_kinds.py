"""What to write where others read it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from ...domain.kinds import KINDS
from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.rows import Rows, row
from ..widgets.space_words import say_space
from .dialogue import Dialogue

_KINDS = (
    *("note", "meeting", "goal", "request", "idea", "feedback", "resource", "thanks", "agreement"),
    *("reflection", "page"),
)


class SharedKindScreen(Dialogue[str]):
    """The result is a kind's name."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self, with_whom: str) -> None:
        super().__init__()
        self._with_whom = with_whom

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static(
                Content.assemble(("What would you like to write?", "bold"), "   ", say_space(self._with_whom)),
                classes="dialogue-title",
            )
            yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.show(
            [
                row(
                    Line(Content(KINDS[name].label), Content(KINDS[name].about).stylize("$quiet"), label_width=12), name
                )
                for name in _KINDS
            ]
        )
        rows.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_choose(self) -> None:
        self.query_one(Rows).action_select()

    def action_close_window(self) -> None:
        self.dismiss(None)
