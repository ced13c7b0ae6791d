"""A field of a form whose value is chosen in a window of its own, which the space bar opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ..commands import bindings, cpd
from .plain import plain_line


class Chosen(Widget, can_focus=True):
    """Shows what is chosen; posts `Opened` when it is to be chosen anew."""

    DEFAULT_CSS = """
    Chosen { height: 1; width: 1fr; padding: 0 1; }
    Chosen:focus { border-left: wide $accent; padding: 0 1 0 0; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(cpd.OpenChooser),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    ALLOW_SELECT = False

    said: reactive[str] = reactive("")

    @dataclass
    class Opened(Message):
        chosen: Chosen

        @property
        def control(self) -> Chosen:
            return self.chosen

    def __init__(self, said: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(Chosen.said, said)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters do nothing here."""
        return character is not None and character.isprintable() and key != "space"

    def render(self) -> RenderResult:
        return Content.assemble(plain_line(self.said) if self.said else ("not said yet", "$quiet"), (" ›", "$quiet"))

    def action_open_chooser(self) -> None:
        self.post_message(self.Opened(self))

    def on_click(self) -> None:
        self.focus()
        self.action_open_chooser()
