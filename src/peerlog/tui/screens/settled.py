"""What was settled and has not left yet: one of it is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from ...journal.versions.two_versions import Settled
from ..commands import bindings, confirm
from ..widgets.entry_line import name_of
from ..widgets.footer import KeyLine
from ..widgets.line import LABEL_WIDTH, Line
from ..widgets.plain import plain_line
from ..widgets.rows import Rows, row
from .dialogue import Dialogue


class SettledScreen(Dialogue[Settled]):
    """The result is the one of which both versions shall stand again; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self, settled: Sequence[Settled]) -> None:
        super().__init__()
        self._settled = settled

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall"):
            yield Static("Settled, and leaves with your next update", classes="dialogue-title")
            yield Rows()
            yield Static("Enter lets both versions stand again.", classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.show([row(_line(each), str(place)) for place, each in enumerate(self._settled)])
        rows.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._settled[int(event.option_id or 0)])

    def action_choose(self) -> None:
        self.query_one(Rows).action_select()

    def action_close_window(self) -> None:
        self.dismiss(None)


def _line(settled: Settled) -> Line:
    said = plain_line(settled.said) or Content("emptied")
    about = Content.assemble(said, ("   ", ""), plain_line(name_of(settled.entry)).stylize("$quiet"))
    return Line(plain_line(settled.label).stylize("$quiet"), about, label_width=LABEL_WIDTH)
