"""Where a file goes or lies, and above it exactly what is in it, where that is to be seen first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ..commands import bindings, confirm
from ..life.type_ahead import FOLLOWED
from ..widgets.footer import KeyLine
from ..widgets.path_line import PathLine
from ..widgets.plain import plain, plain_line
from .dialogue import Dialogue
from .keep_file import dropped

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

Do = Callable[[str], Awaitable[bool]]
"""Does what is to be done with the path that was typed; whether that worked. What went wrong it has told."""


class WhereToScreen(Dialogue[bool]):
    """The result is whether it was done; while it cannot be, the line stays."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(confirm.Choose.binding(), description="go on"),
        *bindings(confirm.CloseWindow),
    ]

    def __init__(
        self, title: str, path: str, do: Do, *, first: Sequence[Content] = (), text: str = "", foot: str = ""
    ) -> None:
        """`first` are paragraphs under the title, `text` what is in the file, `foot` a sentence under the line."""
        super().__init__()
        self._title = title
        self._do = do
        self._first = first
        self._text = text
        self._foot = foot
        self._path = PathLine(path, ending="", id="where-path")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="where-to"):
            yield Static(plain_line(self._title), classes="dialogue-title")
            for paragraph in self._first:
                yield Static(paragraph, classes="where-first")
            if self._text:
                with VerticalScroll(id="where-text", can_focus=True):
                    yield Static(plain(self._text))
            yield Static("Where to" if self._text else "Where", classes="ask")
            yield self._path
            yield Static(plain(self._foot), classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._path.focus()

    async def action_choose(self) -> None:
        typed = dropped(await self._path.typed_so_far())
        if typed:
            self._go_on(typed)

    @work(group=FOLLOWED, exclusive=True)
    async def _go_on(self, typed: str) -> None:
        if await self._do(typed) and self.is_attached:
            self.dismiss(True)

    def action_close_window(self) -> None:
        self.dismiss(False)
