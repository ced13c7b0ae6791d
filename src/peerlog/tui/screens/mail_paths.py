"""Where an update lies that came by mail, and where one goes that will be mailed."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from ...errors import PeerlogError
from ...journal.circle.circles import Circle
from ...journal.home import expanded
from ...journal.updates.carrying import require_there
from ..commands import bindings, confirm
from ..life.type_ahead import FOLLOWED
from ..together.folder_suggester import FolderSuggester
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.plain import plain_line
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

T = TypeVar("T")


class _PathScreen(Dialogue[T]):
    """Asks for one path."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self, question: str, about: str, value: str = "") -> None:
        super().__init__()
        self._question = question
        self._about = about
        self._path = LineInput(value, placeholder="~/Downloads", id="update-path")
        self._path.suggester = FolderSuggester()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static(plain_line(self._question), classes="dialogue-title")
            yield Static(self._about, classes="one-line-about")
            yield self._path
            yield Static("→ completes a folder's name", classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._path.focus()
        self._path.cursor_position = len(self._path.value)

    async def action_choose(self) -> None:
        self._look_at((await self._path.typed_so_far()).strip().strip("'\""))

    @work(group=FOLLOWED, exclusive=True)
    async def _look_at(self, typed: str) -> None:
        """Take the path, or say what is wrong with it; the line stays then."""
        try:
            path = expanded(Path(typed)) if typed else None
            if path is not None:
                await asyncio.to_thread(self.require, path)
        except PeerlogError as error:
            self.app.tell_error(error)
        else:
            if self.is_attached:
                self.taken(path)

    def require(self, path: Path) -> None:
        """Raise what is wrong with a path; in a thread, for a disk may be slow."""
        raise NotImplementedError

    def taken(self, path: Path | None) -> None:
        raise NotImplementedError


class CameByMailScreen(_PathScreen[list[Path]]):
    """The result is a list of what was named; empty for nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(confirm.Choose.binding(), description="go on"),
        replace(confirm.CloseWindow.binding(), description="nothing came"),
    ]

    def __init__(self) -> None:
        super().__init__(
            "Has an update come by mail?", "The file, or the folder that you saved it in. Empty when nothing has come."
        )

    def require(self, path: Path) -> None:
        require_there(path)

    def taken(self, path: Path | None) -> None:
        self.dismiss([path] if path else [])

    def action_close_window(self) -> None:
        self.dismiss([])


class UpdatePlaceScreen(_PathScreen[Path]):
    """The result is a folder, or a file that is not there yet; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [replace(confirm.Choose.binding(), description="write it there")]

    def __init__(self, circle: Circle) -> None:
        super().__init__(
            f"Where to put the update for {circle.label}?",
            "A folder, or the name of a new file. Mail it from there: only they can open it.",
            "~",
        )

    def require(self, path: Path) -> None:
        require_there(path.absolute().parent)

    def taken(self, path: Path | None) -> None:
        if path is not None:
            self.dismiss(path)

    def action_close_window(self) -> None:
        self.dismiss(None)
