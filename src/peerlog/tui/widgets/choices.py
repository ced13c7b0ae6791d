"""A field that holds one of a few words: all of them side by side where they fit, the arrow keys go along them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ...domain.field import Choice
from .plain import plain_line

_GAP = "  "


class Choices(Widget, can_focus=True):
    """Posts `Changed` when another word is chosen; `value` is empty while none is."""

    DEFAULT_CSS = """
    Choices { height: 1; width: 1fr; padding: 0 1; }
    Choices:focus { border-left: wide $accent; padding: 0 1 0 0; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "go(1)", "next", show=False),
        Binding("left", "go(-1)", "before", show=False),
        Binding("backspace,delete", "none", "none", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    ALLOW_SELECT = False

    value: reactive[str] = reactive("")

    @dataclass
    class Changed(Message):
        choices: Choices
        value: str

    def __init__(self, choices: Sequence[Choice], value: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices = choices
        self.set_reactive(Choices.value, value)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters do nothing here, so that none of them leaves a form by accident."""
        return character is not None and character.isprintable() and key != "space"

    def render(self) -> RenderResult:
        words = [self._word(choice) for choice in self._choices]
        side_by_side = Content(_GAP).join(words)
        if side_by_side.cell_length <= self.content_size.width:
            return side_by_side
        chosen = next((plain_line(each.label) for each in self._choices if each.value == self.value), Content("none"))
        return Content.assemble(("‹ ", "$quiet"), chosen, (" ›", "$quiet"))

    def _word(self, choice: Choice) -> Content:
        if choice.value == self.value:
            return Content.assemble("[", plain_line(choice.label), "]").stylize("bold")
        return Content.assemble(" ", plain_line(choice.label), " ").stylize("$quiet")

    def action_go(self, step: int) -> None:
        values = [choice.value for choice in self._choices]
        if self.value not in values:
            place = 0 if step > 0 else len(values) - 1
        else:
            place = min(max(values.index(self.value) + step, 0), len(values) - 1)
        self._choose(values[place])

    def action_none(self) -> None:
        self._choose("")

    def on_click(self, event: events.Click) -> None:
        """A click on a word chooses it, a second one takes it back."""
        left = event.x - self.gutter.left
        for choice in self._choices:
            width = self._word(choice).cell_length
            if 0 <= left < width:
                self._choose("" if choice.value == self.value else choice.value)
                return
            left -= width + len(_GAP)

    def _choose(self, value: str) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))
