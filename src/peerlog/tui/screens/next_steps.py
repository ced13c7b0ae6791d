"""What one can do when something is not working: where to turn, and steps that happen only when one takes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widgets import Static
from textual.widgets.option_list import Option

from ..widgets.line import Line
from ..widgets.plain import plain, plain_line
from ..widgets.rows import row
from .row_dialogue import RowDialogue

STEPS = {
    "say": ("Say it in the next meeting", "writes an agenda item, in your words"),
    "pause": ("Pause for a while", "nothing is lost"),
    "part": ("Part", "with a look back"),
    "nothing": ("Nothing for now", "what you wrote stays with you"),
}
_NOWHERE = "You have noted nobody outside yet. In the agreement there is a place for it: “Where else to turn”."


class NextStepsScreen(RowDialogue):
    """The result is the name of a step."""

    when_left = "nothing"

    def __init__(self, signposts: str) -> None:
        super().__init__()
        self._signposts = signposts

    def said(self) -> Iterable[Static]:
        yield Static("Where else to turn", classes="dialogue-title")
        yield Static(plain(self._signposts or _NOWHERE), id="signposts")
        yield Static("What you could do. Nothing happens by itself, and nobody sees what you wrote.", classes="about")

    def rows(self) -> Sequence[Option]:
        return [
            row(Line(plain_line(label), plain_line(about).stylize("$quiet"), label_width=28), name)
            for name, (label, about) in STEPS.items()
        ]
