"""Which of more than two versions shall stand."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from ...domain.text import clean_line
from ...journal.versions.two_versions import TwoVersions
from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.line import labelled
from ..widgets.rows import Rows, row
from .dialogue import Dialogue


class WhichVersionScreen(Dialogue[int]):
    """The result is the place of a version, counted from 0; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self, two: TwoVersions) -> None:
        super().__init__()
        self._two = two

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static("Which one shall stand?", classes="dialogue-title")
            yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.show(
            [
                row(labelled(each.whose, clean_line(each.said) or "emptied"), str(place))
                for place, each in enumerate(self._two.versions)
            ]
        )
        rows.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(int(event.option_id or 0))

    def action_choose(self) -> None:
        self.query_one(Rows).action_select()

    def action_close_window(self) -> None:
        self.dismiss(None)
