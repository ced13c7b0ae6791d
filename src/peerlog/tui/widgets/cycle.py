"""A field that holds one of a few words; the arrow keys and clicks go on to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Cycle(Widget, can_focus=True):
    """Posts `Changed` when another word is chosen."""

    DEFAULT_CSS = """
    Cycle { height: 1; width: auto; padding: 0 1; }
    Cycle:focus { border-left: wide $accent; padding: 0 1 0 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,down", "go(1)", "next", show=False),
        Binding("left,up", "go(-1)", "before", show=False),
    ]

    value: reactive[str] = reactive("")

    @dataclass
    class Changed(Message):
        cycle: Cycle
        value: str

    def __init__(self, words: Sequence[str], value: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words = list(words)
        self.set_reactive(Cycle.value, value)

    def render(self) -> RenderResult:
        return Content.assemble(("‹ ", "$quiet"), self.value, (" ›", "$quiet"))

    def action_go(self, step: int) -> None:
        self.value = self._words[(self._words.index(self.value) + step) % len(self._words)]
        self.post_message(self.Changed(self, self.value))

    def on_click(self) -> None:
        self.action_go(1)
