"""Where a file lies that somebody sent."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from ..commands import bindings, confirm
from ..life.type_ahead import FOLLOWED
from ..widgets.footer import KeyLine
from ..widgets.path_line import PathLine
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


Step = Callable[[], object]
"""What follows from a file: a form to answer it, or the words to compare."""


class TakeFileScreen(Dialogue[Step]):
    """The result is what comes next; None when it was left. After a file that leads nowhere the line stays."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self, look_into: Callable[[bytes], Awaitable[Step | None]]) -> None:
        """`look_into` says what follows from a file; None when it has told what is wrong with it."""
        super().__init__()
        self._look_into = look_into
        self._path = PathLine(_where_files_arrive(), id="take-path")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static("A file came", classes="dialogue-title")
            yield Static(
                "An invitation, the answer to yours, what comes back after that, or a signature that you asked for. "
                "Nothing happens before you have seen whose it is."
            )
            yield Static("Where it lies", classes="ask")
            yield self._path
            yield Static("Tab completes a name.", classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._path.focus()

    async def action_choose(self) -> None:
        self._read(await self._path.typed_so_far())

    @work(group=FOLLOWED, exclusive=True)
    async def _read(self, typed: str) -> None:
        from ...journal.first_meeting.meeting_files import read_meeting_file

        file = await self.app.ask(lambda _: read_meeting_file(typed))
        step = await self._look_into(file) if file is not None else None
        if step is not None and self.is_attached:
            self.dismiss(step)

    def action_close_window(self) -> None:
        self.dismiss(None)


def _where_files_arrive() -> str:
    """`~/Downloads/` where there is one, else the home folder."""
    return "~/Downloads/" if os.path.isdir(os.path.expanduser("~/Downloads")) else "~/"
