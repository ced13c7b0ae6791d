"""Where a copy of a kept file goes."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from ...domain.kept_file import KeptFile
from ...errors import PeerlogError
from ...journal.home import expanded
from ..commands import bindings, confirm
from ..life.type_ahead import FOLLOWED
from ..widgets.footer import KeyLine
from ..widgets.path_line import PathLine
from ..widgets.plain import plain_line
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class SaveCopyScreen(Dialogue[None]):
    """Asks for a file or a folder; Enter writes the copy, over one that is there only after a question."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(confirm.Choose.binding(), description="write it"),
        *bindings(confirm.CloseWindow),
    ]

    def __init__(self, file: KeptFile) -> None:
        super().__init__()
        self._file = file
        self._path = PathLine(f"~/{file.written_name}", ending="", id="kept-path")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static("Save a copy", classes="dialogue-title")
            yield Static(plain_line(f"{self._file.name}, {self._file.words}").stylize("$quiet"), classes="kept-facts")
            yield self._path
            yield Static("A file or a folder. It is not encrypted there.", classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._path.focus()

    async def action_choose(self) -> None:
        typed = (await self._path.typed_so_far()).strip()
        if typed:
            self._look_at(typed)

    @work(group=FOLLOWED, exclusive=True)
    async def _look_at(self, typed: str) -> None:
        try:
            path = expanded(Path(typed))
        except PeerlogError as error:
            self.app.tell_error(error)
            return
        path = await asyncio.to_thread(lambda: path / self._file.written_name if path.is_dir() else path)
        if await asyncio.to_thread(path.is_file) and self.is_attached:
            self._ask_about(path)
        else:
            await self._write(path, force=False)

    def _ask_about(self, path: Path) -> None:
        from .confirm import ConfirmScreen

        def answered(sure: bool | None) -> None:
            if sure:
                self.run_worker(self._write(path, force=True), group=FOLLOWED)

        question = f"There is a “{path.name}” already."
        self.app.push_screen(ConfirmScreen(question, "writes over it", "leaves it as it is"), answered)

    async def _write(self, path: Path, *, force: bool) -> None:
        from ...journal import evidence

        saved = await self.app.ask(lambda journal: evidence.write_to(journal, self._file.id, path, force=force))
        if saved and self.is_attached:
            self.app.tell("\n".join([f"A copy is in {saved.path}, not encrypted.", *saved.warnings]), seconds=8)
            self.dismiss(None)

    def action_close_window(self) -> None:
        self.dismiss(None)
