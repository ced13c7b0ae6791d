"""Choosing a file to keep with an entry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from ...domain.entry import Entry
from ..commands import bindings, confirm
from ..keeping.undo import Undo
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..widgets.entry_line import name_of
from ..widgets.footer import KeyLine
from ..widgets.path_line import PathLine
from ..widgets.plain import plain_line
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ...domain.kept_file import KeptFile
    from ..journal_app import JournalApp

_ABOUT = """\
PDF, pictures, text, Word, OpenDocument; up to 20 MB. Tab completes a name.
A copy is kept here, encrypted, and never leaves with an update."""


class KeepFileScreen(Dialogue[None]):
    """Asks for a path; Enter keeps the file, or says why it cannot be kept, and the line stays then."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(confirm.Choose.binding(), description="keep it"),
        *bindings(confirm.CloseWindow),
    ]

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry
        self._path = PathLine("~/", ending="", id="kept-path")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static("Keep a file with this", classes="dialogue-title")
            yield Static(plain_line(name_of(self._entry)).stylize("$quiet"), classes="kept-facts")
            yield self._path
            yield Static(_ABOUT, classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._path.focus()

    async def action_choose(self) -> None:
        typed = dropped(await self._path.typed_so_far())
        if typed:
            self._keep(Path(typed))

    @work(group=FOLLOWED, exclusive=True)
    async def _keep(self, path: Path) -> None:
        from ...journal import evidence

        kept = await self.app.ask(lambda journal: evidence.keep(journal, self._entry.id, path))
        if kept and self.is_attached:
            self._say_kept(kept[0])
            self.app.post_message(JournalChanged())
            self.dismiss(None)

    def _say_kept(self, file: KeptFile) -> None:
        from ...journal import evidence

        async def take_away() -> bool:
            return await self.app.ask(lambda journal: evidence.remove(journal, file.id)) is not None

        self.app.last_done.remember(Undo(f"“{file.name}” is kept with this.", "It is not kept any more.", take_away))

    def action_close_window(self) -> None:
        self.dismiss(None)


def dropped(typed: str) -> str:
    """A path as it was typed, or as a terminal writes one that was dropped on it: in quotes, or with escaped spaces."""
    path = typed.strip()
    if len(path) > 1 and path[0] == path[-1] and path[0] in "'\"":
        return path[1:-1]
    return path.replace("\\ ", " ") if "/" in path else path
