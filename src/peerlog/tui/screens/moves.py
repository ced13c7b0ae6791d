"""Where something can go from where it stands."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from ...domain.course import Course
from ...domain.entry import Entry
from ..commands import bindings, confirm
from ..widgets.entry_line import name_of
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import Rows, row
from .dialogue import Dialogue


class MovesScreen(Dialogue[str]):
    """Offers the steps that are open; the result is the state that one of them leads to. The likeliest is marked."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self, entry: Entry, course: Course) -> None:
        super().__init__()
        self._entry = entry
        self._course = course

    def compose(self) -> ComposeResult:
        now = self._course.label(self._course.standing(self._entry.state))
        with Vertical(classes="dialogue"):
            yield Static(plain_line(name_of(self._entry)), classes="dialogue-title")
            yield Static(Content(f"Now: {now}. From here:"), classes="moves-now")
            yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.show(
            [
                row(
                    Line(Content(self._course.label(move.to)), Content(move.says).stylize("$quiet"), label_width=10),
                    move.to,
                )
                for move in self._course.moves(self._entry.state)
            ]
        )
        rows.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_choose(self) -> None:
        self.query_one(Rows).action_select()

    def action_close_window(self) -> None:
        self.dismiss(None)
