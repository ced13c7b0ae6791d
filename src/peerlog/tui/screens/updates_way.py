"""How updates go between partners: through a folder that they both see, or by mail. Asked once, and kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from ...errors import PeerlogError
from ...journal.circle.circles import Circle
from ...journal.journal import Journal
from ..commands import bindings, confirm
from ..together.folder_suggester import FolderSuggester
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.plain import plain, plain_line
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_ABOUT = (
    "Every update is one locked file that only they can open. A folder that you both see carries it by itself: one "
    "that Syncthing or Nextcloud keeps, a shared drive, a USB stick.\n\n"
    "Leave the line empty if you mail the files yourself."
)


class UpdatesWayScreen(Dialogue[bool]):
    """The result is whether it was settled; what was typed stays as long as it does not fit."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(confirm.Choose.binding(), description="keep this"),
        *bindings(confirm.CloseWindow),
    ]

    def __init__(self, circle: Circle) -> None:
        super().__init__()
        self._circle = circle
        self._path = LineInput(circle.folder or "", placeholder="~/Sync/with-them", id="updates-folder")
        self._path.suggester = FolderSuggester()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static(
                plain_line(f"How do updates go between you and {self._circle.label}?"), classes="dialogue-title"
            )
            yield Static(_ABOUT)
            yield Static("Folder", classes="ask")
            yield self._path
            yield Static(classes="field-said")
            yield Static("→ completes a folder's name. This is asked only once.", classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._path.focus()
        self._path.cursor_position = len(self._path.value)
        self._say("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._say("")

    async def action_choose(self) -> None:
        self._settle((await self._path.typed_so_far()).strip())

    @work(exclusive=True)
    async def _settle(self, typed: str) -> None:
        problem = await self.app.ask(lambda journal: _use(journal, self._circle, typed))
        if problem is not None and self.is_attached:
            if problem:
                self._say(problem)
            else:
                self.dismiss(True)

    def _say(self, problem: str) -> None:
        said = self.query_one(".field-said", Static)
        said.update(plain(problem))
        said.display = bool(problem)
        said.set_class(bool(problem), "wrong")

    def action_close_window(self) -> None:
        self.dismiss(False)


def _use(journal: Journal, circle: Circle, typed: str) -> str:
    """Keep the way; what is wrong with it, or nothing."""
    from ...journal.updates.carrying import use_folder

    try:
        use_folder(journal, circle, Path(typed) if typed else None)
    except PeerlogError as error:
        return f"{error.message} {error.hint}".strip()
    return ""
