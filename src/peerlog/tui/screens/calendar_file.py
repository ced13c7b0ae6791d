"""Writing meetings as a file for other calendars: what it says, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from ...domain.field import Choice
from ...errors import PeerlogError
from ...journal.exporting import Exported
from ...journal.home import expanded
from ...journal.journal import Journal
from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.many_choices import ManyChoices
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_EXTRAS = (Choice("title", "title"), Choice("place", "place"), Choice("people", "people"))


class CalendarFileScreen(Dialogue[None]):
    """Asks for a place, and for what the file may say besides the time; Enter writes it."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(confirm.Choose.binding(), description="write it"),
        *bindings(confirm.CloseWindow),
    ]

    def __init__(self, ids: Sequence[str]) -> None:
        """`ids` are those of the meetings; none means all that lie ahead."""
        super().__init__()
        self._ids = tuple(ids)
        name = "meeting.ics" if len(ids) == 1 else "meetings.ics"
        self._path = LineInput(str(Path("~") / name), id="calendar-path")
        self._extras = ManyChoices(_EXTRAS, (), id="calendar-extras")

    def compose(self) -> ComposeResult:
        which = "this meeting" if len(self._ids) == 1 else "every meeting ahead"
        with Vertical(classes="dialogue"):
            yield Static("A file for other calendars", classes="dialogue-title")
            yield Static(f"It says that there is a meeting, and when: {which}.")
            yield Static("Where to", classes="ask")
            yield self._path
            yield Static("What else it may say, chosen with the space bar", classes="ask")
            yield self._extras
            yield Static("It is not encrypted. Notes never stand in it.", classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._path.focus()
        self._path.cursor_position = len(self._path.value)

    async def action_choose(self) -> None:
        typed = await self._path.typed_so_far()
        if not typed.strip():
            self._path.focus()
            return
        try:
            path = expanded(Path(typed.strip()))
        except PeerlogError as error:
            self.app.tell_error(error)
        else:
            self._write(path, [each.value for each in _EXTRAS if each.value in self._extras.chosen])

    @work(exclusive=True)
    async def _write(self, path: Path, extras: Sequence[str]) -> None:
        from ...journal.meeting.calendar_files import meetings_for_calendar, write_calendar

        def write(journal: Journal) -> Exported:
            return write_calendar(journal, meetings_for_calendar(journal, self._ids), path, extras)

        written = await self.app.ask(write)
        if written and self.is_attached:
            count = f"{written.entries:,} meeting{'s' if written.entries != 1 else ''}"
            self.app.tell("\n".join([f"{count} in {written.path}.", *written.warnings]), seconds=8)
            self.dismiss(None)

    def action_close_window(self) -> None:
        self.dismiss(None)
