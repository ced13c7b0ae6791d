"""Tab 2, the journal: its entries, and the one that is marked beside them or, on narrow screens, in their place."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from ...domain.entry import Entry
from ...domain.selection import Selection
from ..commands import bindings, entry, everywhere, journal, page, search, sharing
from ..messages import JournalChanged
from ..reading.reading import is_there, read_entry
from .entry_keys import EntryKeys
from .journal_side import JournalSide
from .list_pane import new_entry
from .reader import Reader

_READ_AFTER_SECONDS = 0.05
"""Somebody who holds an arrow key down passes over entries that need not be read."""


class JournalPane(EntryKeys):
    """List and reader. `-reading` is set while the reader has been entered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(everywhere.Back.binding(), show=True),
        *bindings(entry.EditEntry),
        new_entry("note"),
        *bindings(
            search.Filter,
            entry.NewOther,
            page.OpenPage,
            entry.DeleteEntry,
            entry.EarlierVersions,
            entry.NextEntry,
            entry.PreviousEntry,
            journal.Trash,
            journal.YearHeatmap,
            sharing.ShareAPart,
            sharing.CommentHere,
        ),
    ]

    class VisitEnded(Message):
        """Somebody who came from elsewhere to read an entry has read it."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.side = JournalSide()
        self.reader = Reader(id="reader")
        self._marked: Entry | None = None
        self._trail: list[str] = []
        self._is_visit = False

    def compose(self) -> ComposeResult:
        yield self.side
        yield self.reader

    @property
    def is_reading(self) -> bool:
        return self.has_class("-reading")

    @property
    def current_entry(self) -> Entry | None:
        """The entry that is being read, else the one that is marked."""
        if self.is_reading and self.reader.reading:
            return self.reader.reading.entry
        return self._marked

    # What the rest of the app asks for

    def focus_list(self) -> None:
        if self.is_reading:
            self.reader.focus()
        else:
            self.side.focus_list()

    def focus_search(self) -> None:
        self._leave_reader()
        self.side.search()

    async def open_entry(self, entry_id: str, *, visit: bool = False) -> None:
        """Read an entry; the list shows everything then, with this entry marked when it is among the first.

        A `visit` posts `VisitEnded` in the end, where somebody else would be led to the list.
        """
        if self.side.is_narrowed:
            self.side.line.clear_words()
            self.side.narrow(Selection())
        self.workers.cancel_group(self, "reader")
        self.side.reload(mark=entry_id)
        self._trail.clear()
        self._is_visit = visit
        await self._read(entry_id, enter=True)

    def show_days(self, since: date, until: date) -> None:
        """Show what was written on these days."""
        self._leave_reader()
        self.side.narrow(Selection(since=since, until=until))
        self.side.focus_list()

    def on_journal_changed(self, message: JournalChanged) -> None:
        self.side.reload(mark=message.written or None)
        reading = self.reader.reading
        if reading is not None:
            self._read_again(reading.entry.id)

    # Reading

    def on_journal_side_marked(self, event: JournalSide.Marked) -> None:
        event.stop()
        self._marked = event.entry
        if not self.is_reading:
            self._read_marked(event.entry)

    async def on_journal_side_opened(self, event: JournalSide.Opened) -> None:
        event.stop()
        self._trail.clear()
        await self._read(event.entry_id, enter=True)

    async def on_reader_followed(self, event: Reader.Followed) -> None:
        event.stop()
        if self.reader.reading:
            self._trail.append(self.reader.reading.entry.id)
        await self._read(event.entry_id, enter=True)

    @work(exclusive=True, group="reader")
    async def _read_marked(self, marked: Entry | None) -> None:
        await asyncio.sleep(_READ_AFTER_SECONDS)
        if self.is_reading:
            return  # an entry was opened meanwhile
        if marked is not None:
            await self._read(marked.id, enter=False)
        elif self.is_attached:
            await asyncio.shield(self.reader.show(None))

    @work(exclusive=True, group="reader")
    async def _read_again(self, entry_id: str) -> None:
        if await self.app.ask(lambda journal: is_there(journal, entry_id)):
            await self._read(entry_id, enter=False)
        elif self.is_attached and self.is_reading:
            self._end_reading()

    async def _read(self, entry_id: str, *, enter: bool) -> None:
        reading = await self.app.ask(lambda journal: read_entry(journal, entry_id))
        if reading is None or not self.is_attached:
            return
        if enter:
            self.add_class("-reading")
        # Laying out the text in the middle of being cancelled would leave half of it.
        await asyncio.shield(self.reader.show(reading))
        if enter and self.is_attached:
            self.reader.focus()
            self.refresh_bindings()

    def _end_reading(self) -> None:
        was_visit = self._is_visit
        self._leave_reader()
        self.side.focus_list()
        if was_visit:
            self.post_message(self.VisitEnded())

    def _leave_reader(self) -> None:
        self._trail.clear()
        self._is_visit = False
        self.remove_class("-reading")
        self.on_journal_side_marked(JournalSide.Marked(self.side.entries.marked))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "back":
            return self.is_reading or (self.is_mounted and self.side.is_narrowed)
        if action in ("next_entry", "previous_entry"):
            return self.is_reading
        return super().check_action(action, parameters)

    async def action_back(self) -> None:
        """From a link to where it was followed, from the reader to the list, from a search to everything."""
        if self.is_reading and self._trail:
            await self._read(self._trail.pop(), enter=True)
        elif self.is_reading:
            self._end_reading()
        else:
            self.side.clear_a_step()

    async def action_next_entry(self) -> None:
        await self._read_on(self.side.entries.action_cursor_down)

    async def action_previous_entry(self) -> None:
        await self._read_on(self.side.entries.action_cursor_up)

    async def _read_on(self, go: Callable[[], None]) -> None:
        """Read the entry that `go` marks in the list."""
        go()
        marked = self.side.entries.marked
        reading = self.reader.reading
        if marked and reading and marked.id != reading.entry.id:
            self._trail.clear()
            await self._read(marked.id, enter=True)

    async def show_what_is_left(self) -> None:
        await self.side.reload_at_once()

    # Where to look further

    def action_filter(self) -> None:
        from ..screens.filters import FiltersScreen

        self.app.push_screen(FiltersScreen(self.side.selection), self._narrow)

    def _narrow(self, selection: Selection | None) -> None:
        if selection is not None:
            self._leave_reader()
            self.side.narrow(selection)
            self.side.focus_list()

    def action_trash(self) -> None:
        from ..screens.trash import TrashScreen

        self.app.push_screen(TrashScreen())

    def action_year_heatmap(self) -> None:
        from ..screens.heatmap import HeatmapScreen

        self.app.push_screen(HeatmapScreen(), self._show_day)

    def _show_day(self, day: date | None) -> None:
        if day:
            self.show_days(day, day)
