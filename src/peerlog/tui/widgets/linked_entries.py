"""The entries that the one being written links to: the arrow keys go along them, Delete takes one out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from ...domain.entry import Entry
from ...domain.text import shorten
from .entry_line import name_of
from .plain import plain_line

_MOST = 40
"""Characters of a name."""


class LinkedEntries(Widget, can_focus=True):
    """Hidden while there are none; posts `Changed` when one is taken out."""

    DEFAULT_CSS = """
    LinkedEntries { height: auto; padding: 0 1; display: none; }
    LinkedEntries:focus { border-left: wide $accent; padding: 0 1 0 0; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "go(1)", "next", show=False),
        Binding("left", "go(-1)", "before", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("delete,backspace", "take_out", "take out", show=True),
    ]
    ALLOW_SELECT = False

    class Changed(Message):
        pass

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: dict[str, Entry] = {}
        self._at = 0

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters do nothing here, so that none of them leaves a form by accident."""
        return character is not None and character.isprintable()

    def show(self, entries: Mapping[str, Entry]) -> None:
        """Set the entries by their ids."""
        self._entries = dict(entries)
        self._at = min(self._at, max(0, len(entries) - 1))
        self.display = bool(entries)
        self.refresh(layout=True)

    @property
    def ids(self) -> list[str]:
        return list(self._entries)

    def render(self) -> RenderResult:
        parts = []
        for place, each in enumerate(self._entries.values()):
            chosen = self.has_focus and place == self._at
            parts.append(plain_line(shorten(name_of(each), _MOST)).stylize("bold underline" if chosen else ""))
        return Content.assemble(("Links to  ", "$quiet"), Content("  ·  ").join(parts))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def action_go(self, step: int) -> None:
        self._at = min(max(self._at + step, 0), max(0, len(self._entries) - 1))
        self.refresh()

    def action_take_out(self) -> None:
        if not self._entries:
            return
        del self._entries[self.ids[self._at]]
        self.show(self._entries)
        if not self._entries:
            self.screen.focus_next()
        self.post_message(self.Changed())
