"""What one can do when something is not working: where to turn, and steps that happen only when one takes them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.plain import plain, plain_line
from ..widgets.rows import Rows, row
from .dialogue import Dialogue

STEPS = {
    "say": ("Say it in the next meeting", "writes an agenda item, in your words"),
    "pause": ("Pause for a while", "nothing is lost"),
    "part": ("Part", "with a look back"),
    "nothing": ("Nothing for now", "what you wrote stays with you"),
}
_NOWHERE = "You have noted nobody outside yet. In the agreement there is a place for it: “Where else to turn”."


class NextStepsScreen(Dialogue[str]):
    """The result is the name of a step."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self, signposts: str) -> None:
        super().__init__()
        self._signposts = signposts

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static("Where else to turn", classes="dialogue-title")
            yield Static(plain(self._signposts or _NOWHERE), id="signposts")
            yield Static(
                "What you could do. Nothing happens by itself, and nobody sees what you wrote.", classes="about"
            )
            yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.show(
            [
                row(Line(plain_line(label), plain_line(about).stylize("$quiet"), label_width=28), name)
                for name, (label, about) in STEPS.items()
            ]
        )
        rows.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_choose(self) -> None:
        self.query_one(Rows).action_select()

    def action_close_window(self) -> None:
        self.dismiss("nothing")
