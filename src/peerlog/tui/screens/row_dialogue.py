"""A few rows in a small window, of which one is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.rows import Rows
from .dialogue import Dialogue


class RowDialogue(Dialogue[str]):
    """The result is the id of a row, or `when_left`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)
    when_left: ClassVar[str | None] = None

    def said(self) -> Iterable[Static]:
        """What stands above the rows, the title first."""
        raise NotImplementedError

    def rows(self) -> Sequence[Option]:
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield from self.said()
            yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.show(self.rows())
        rows.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_choose(self) -> None:
        self.query_one(Rows).action_select()

    def action_close_window(self) -> None:
        self.dismiss(self.when_left)
