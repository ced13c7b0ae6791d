"""A text that is read before it is signed, in a place of its own that scrolls."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from ...domain.summary.differences import MarkedLine
from .marked_text import MarkedText
from .scrolled import Scrolled


class TextToRead(Scrolled):
    """A text that is read and scrolled by keys; under it stands how much is still to come."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "page_down", show=False)]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._shown: tuple[tuple[MarkedLine, ...], bool] | None = None

    def compose(self) -> ComposeResult:
        yield Static(classes="text-to-read")

    def show(self, lines: Iterable[MarkedLine], *, with_words: bool = False) -> None:
        """Show these lines, as `MarkedText` does. The same once more costs nothing: a long text takes long to wrap."""
        wanted = (tuple(lines), with_words)
        if wanted != self._shown:
            self._shown = wanted
            self.query_one(".text-to-read", Static).update(MarkedText(wanted[0], with_words=with_words))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._say_what_is_below()

    def watch_virtual_size(self) -> None:
        self._say_what_is_below()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._say_what_is_below()

    def on_resize(self) -> None:
        self._say_what_is_below()

    def _say_what_is_below(self) -> None:
        below = round(self.max_scroll_y - self.scroll_y)
        self.border_subtitle = _say_below(below, by_key=self.has_focus) if below > 0 else Content()


def _say_below(lines: int, *, by_key: bool) -> Content:
    """`29 more lines   Space`, for somebody who is to sign all of it; the key only where it would read on."""
    count = Content("1 more line" if lines == 1 else f"{lines:,} more lines").stylize("$quiet")
    return Content.assemble(count, "   ", ("Space", "bold $accent")) if by_key else count
