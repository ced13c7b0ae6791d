"""One of the three files of a meeting: where to put it, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from ...domain.text import clean_line
from ...journal.first_meeting.meeting_partners import Written
from ...journal.journal import Journal
from ..commands import bindings, confirm, sharing
from ..life.type_ahead import FOLLOWED
from ..widgets.footer import KeyLine
from ..widgets.path_line import PathLine
from ..widgets.plain import plain, plain_line
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ...journal.own_devices.adding_devices import DeviceFile
    from ..journal_app import JournalApp


_LATER = "Tab completes a name. Esc leaves it for later: it waits on the fourth tab."


class GiveFileScreen(Dialogue[Path]):
    """The result is where it was written; None when it was left. Its content comes from `made`, and can come again."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(sharing.WriteMeetingFile, confirm.CloseWindow)

    def __init__(
        self, what: str, name: str, made: Callable[[Journal], Written | DeviceFile], then: str, *, later: str = _LATER
    ) -> None:
        """`what` is the title, `name` that of the file, `then` what to do with it, `later` how it comes again."""
        super().__init__()
        self._what = what
        self._made = made
        self._then = then
        self._later = later
        self._path = PathLine(str(Path("~") / name), id="give-path")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static(plain_line(self._what), classes="dialogue-title")
            yield Static(plain(self._then))
            yield Static("Where to", classes="ask")
            yield self._path
            yield Static(self._later, classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._path.focus()

    async def action_write_meeting_file(self) -> None:
        self._write(await self._path.typed_so_far())

    @work(group=FOLLOWED, exclusive=True)
    async def _write(self, typed: str) -> None:
        from ...journal.first_meeting.meeting_files import write_meeting_file

        path = await self.app.ask(lambda journal: write_meeting_file(self._made(journal), typed))
        if path is not None and self.is_attached:
            self.app.tell(f"It is in {clean_line(str(path))}.", seconds=10)
            self.dismiss(path)

    def action_close_window(self) -> None:
        self.dismiss(None)
