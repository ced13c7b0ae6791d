"""One line to type in, without a box; what is pasted is cleaned as it would be on saving."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from ...domain.problem import Problem
from ...domain.text import clean_line

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_MOST_PASTED = 4000


class LineInput(Input):
    """A compact input. Lines that are pasted become one; up and down go to the neighbouring fields."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None, classes: str = "") -> None:
        super().__init__(
            clean_line(value), placeholder=placeholder, compact=True, select_on_focus=False, id=id, classes=classes
        )
        self.cursor_blink = False

    async def typed_so_far(self) -> str:
        """The line once every key that was pressed before now is in it: keys with priority overtake letters."""
        all_in = asyncio.Event()
        self.call_later(all_in.set)
        await all_in.wait()
        return self.value

    def _on_paste(self, event: events.Paste) -> None:
        # Textual calls the handlers of all base classes unless told that this one is enough.
        event.prevent_default()
        event.stop()
        if len(event.text) > _MOST_PASTED:
            self.app.tell_error(Problem("That is too long for one line.", "Paste it into the text."))
            return
        self.replace(clean_line(event.text), *self.selection)
