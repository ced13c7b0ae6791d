"""A look at how deep a reflection went: four questions to oneself, one after the other; nothing is counted or kept."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ...domain.depth import ABOUT, LOOKS, SOURCE
from ..commands import bindings, confirm, reflecting
from ..widgets.footer import KeyLine
from ..widgets.plain import plain
from .dialogue import Dialogue


class DepthScreen(Dialogue[None]):
    """Stands at the bottom, so that what was written stays in sight above it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(reflecting.NextLook, confirm.CloseWindow)

    def __init__(self) -> None:
        super().__init__()
        self._at = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static(classes="dialogue-title", id="look-label")
            yield Static(id="look-question")
            yield Static(id="look-further")
            yield Static(plain(f"{ABOUT}\nAfter {SOURCE}."), classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        look = LOOKS[self._at]
        self.query_one("#look-label", Static).update(
            Content.assemble(f"{look.label}  ", (f"{self._at + 1} of {len(LOOKS)}", "$quiet not bold"))
        )
        self.query_one("#look-question", Static).update(plain(look.question))
        self.query_one("#look-further", Static).update(plain(look.further))
        self.query_one(".about").display = self._at == 0

    def action_next_look(self) -> None:
        if self._at + 1 == len(LOOKS):
            self.dismiss()
        else:
            self._at += 1
            self._show()

    def action_close_window(self) -> None:
        self.dismiss()
