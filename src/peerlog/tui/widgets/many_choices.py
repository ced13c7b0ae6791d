"""A field that holds any of a few words: the arrow keys go along them, Space chooses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from ...domain.field import Choice
from .plain import plain_line


class ManyChoices(Widget, can_focus=True):
    """Posts `Changed` when a word is chosen or taken back."""

    DEFAULT_CSS = """
    ManyChoices { height: auto; width: 1fr; padding: 0 1; }
    ManyChoices:focus { border-left: wide $accent; padding: 0 1 0 0; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "go(1)", "next", show=False),
        Binding("left", "go(-1)", "before", show=False),
        Binding("space", "choose", "choose", show=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    ALLOW_SELECT = False

    @dataclass
    class Changed(Message):
        choices: ManyChoices

    def __init__(self, choices: Sequence[Choice], chosen: Iterable[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices = choices
        self.chosen = set(chosen)
        self._at = 0

    def render(self) -> RenderResult:
        return Content(" ").join(self._word(place) for place in range(len(self._choices)))

    def _word(self, place: int) -> Content:
        choice = self._choices[place]
        chosen = choice.value in self.chosen
        word = plain_line(choice.label).stylize("underline" if self.has_focus and place == self._at else "")
        if chosen:
            return Content.assemble("[", word, "]").stylize("bold")
        return Content.assemble(" ", word, " ").stylize_before("$quiet")

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def action_go(self, step: int) -> None:
        self._at = min(max(self._at + step, 0), len(self._choices) - 1)
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """A letter goes to the next word that begins with it."""
        if event.character is None or not event.character.isalpha():
            return
        places = [*range(self._at + 1, len(self._choices)), *range(self._at)]
        for place in places:
            if self._choices[place].label.casefold().startswith(event.character.casefold()):
                self.action_go(place - self._at)
                break
        event.stop()
        event.prevent_default()

    def action_choose(self) -> None:
        self.chosen ^= {self._choices[self._at].value}
        self.refresh()
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        if event.y:
            return  # a further line, where it is narrow: what stands there is reached by the keys
        left = event.x - self.gutter.left
        for place in range(len(self._choices)):
            width = self._word(place).cell_length
            if 0 <= left < width:
                self._at = place
                self.action_choose()
                return
            left -= width + 1
