"""The list side of the journal: what narrows it, its entries a page at a time, and a sentence when there are none."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from ...domain.entry import Entry
from ...domain.selection import Selection
from ...journal.journal import Journal
from ..life.type_ahead import FOLLOWED
from ..reading.filter_words import say_selection
from ..reading.listing import PAGE, ListedPage, read_pages
from ..reading.loaded_pages import MOST_ROWS, LoadedPages
from .paged_list import PagedList
from .search_line import SearchLine

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

DEBOUNCE_SECONDS = 0.03
_NOTHING_WRITTEN = (
    "Nothing is written here yet.\n\n",
    ("n", "bold $accent"),
    " begins a note. Write, and leave with Esc: it is saved.",
)
_NOTHING_FOUND = ("Nothing here has these words.\n\n", ("Esc", "bold $accent"), " takes the search back.")
_NOTHING_FITS = ("Nothing fits these filters.\n\n", ("Esc", "bold $accent"), " shows everything again.")


class JournalSide(Vertical):
    """Entries newest first. The latest question wins: one that is out of date is neither waited for nor shown."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    @dataclass
    class Marked(Message):
        """Another entry is marked now, or none."""

        entry: Entry | None

    @dataclass
    class Opened(Message):
        """Somebody wants to read the entry that is marked."""

        entry_id: str

    def __init__(self) -> None:
        super().__init__(id="journal-side")
        # Held here, and not looked up, for work that ends while the screen goes away.
        self.line = SearchLine()
        self.entries = PagedList(id="entries")
        self._sentence = Static(id="journal-empty")
        self.selection = Selection()
        self._pages: LoadedPages | None = None
        self._wanted: str | None = None
        self._extending = False
        self._is_behind = False

    def compose(self) -> ComposeResult:
        yield self.line
        yield self._sentence
        yield self.entries

    def on_mount(self) -> None:
        self._show_line()
        self._look_first()

    @property
    def is_narrowed(self) -> bool:
        return bool(self.line.words.strip()) or not self.selection.is_everything

    # What is shown

    @work(group=FOLLOWED)
    async def _look_first(self) -> None:
        """Read what is shown; keys pressed before it is there wait for it."""
        await self.reload_at_once()

    @work(exclusive=True, group="entries")
    async def reload(self, mark: str | None = None) -> None:
        """Read what is shown again, staying where one is; `mark` goes to an entry if it is there."""
        self._wanted = mark or self._wanted
        await self.reload_at_once()

    async def reload_at_once(self) -> None:
        """The same, awaited by what must not let the next key find the list as it was."""
        pages = self._pages
        start, newer = (pages.start, pages.newer_starts) if pages else (None, ())
        await self._show_from(start, max(PAGE, pages.count if pages else 0), newer, stay=True)

    def narrow(self, selection: Selection) -> None:
        """Show only this selection, from its newest entry on."""
        self.selection = selection
        self._from_the_newest()

    def clear_a_step(self) -> bool:
        """Take back the words, else the filters; whether there was anything to take back."""
        if self.line.words:
            self.line.clear_words()
        elif not self.selection.is_everything:
            self.narrow(Selection())
        else:
            return False
        return True

    def search(self) -> None:
        """Open the line to type words into."""
        self.line.display = True
        self.line.focus_words()

    def focus_list(self) -> None:
        self.line.display = self.is_narrowed
        self.entries.focus()

    def on_search_line_searched(self, event: SearchLine.Searched) -> None:
        event.stop()
        self._from_the_newest()

    async def on_search_line_left(self, event: SearchLine.Left) -> None:
        event.stop()
        if self._is_behind:
            # The next key is meant for what these words find.
            self.workers.cancel_group(self, "entries")
            await self._show_from(None, PAGE, (), stay=False)
        self.focus_list()

    def on_search_line_cleared(self, event: SearchLine.Cleared) -> None:
        event.stop()
        if not self.clear_a_step():
            self.focus_list()

    def _from_the_newest(self) -> None:
        self._is_behind = True
        self._show_line()
        self._begin_anew(DEBOUNCE_SECONDS)

    def _show_line(self) -> None:
        self.line.display = self.is_narrowed or self.line.has_focus_within

    # Reading pages

    @work(exclusive=True, group="entries")
    async def _begin_anew(self, pause: float) -> None:
        await asyncio.sleep(pause)
        await self._show_from(None, PAGE, (), stay=False)

    async def _show_from(self, start: int | None, rows: int, newer: Sequence[int | None], *, stay: bool) -> None:
        """Show pages from `start` on; `stay` keeps to the marked entry, else the newest is marked."""
        found = await self._read(start, rows)
        if found is None or not self.is_attached:
            return
        self._is_behind = False
        self._pages = LoadedPages(found, newer)
        if not stay:
            self.entries.forget_place()
        self._show_pages()

    async def _read(self, start: int | None, rows: int, newer_than: int | None = None) -> list[ListedPage] | None:
        selection, words = self.selection, self.line.words

        def read(journal: Journal) -> list[ListedPage]:
            return read_pages(journal, selection, words, start, rows, newer_than)

        return await self.app.ask(read)

    def _show_pages(self) -> None:
        if self._pages is None:
            return
        pages, entries = self._pages, self.entries
        entries.show_entries(pages.rows, pages.today)
        if self._wanted and entries.mark(self._wanted):
            self._wanted = None
        sunday_first = self.app.settings.week_starts_on_sunday
        said = say_selection(self.selection, pages.today, pages.whose, sunday_first=sunday_first)
        self.line.show_filters(said)
        empty = not pages.count
        self.line.say_found(not empty)
        nothing = _NOTHING_WRITTEN
        if self.is_narrowed:
            nothing = _NOTHING_FOUND if self.line.words.strip() else _NOTHING_FITS
        self._sentence.update(Content.assemble(*nothing) if empty else "")
        self._sentence.display = empty
        if empty:
            self.post_message(self.Marked(None))

    def on_paged_list_end_in_sight(self, event: PagedList.EndInSight) -> None:
        event.stop()
        pages = self._pages
        if pages and (pages.end is not None if event.older else bool(pages.newer_starts)):
            self._extend(older=event.older, rows=PAGE)

    def on_paged_list_jumped(self, event: PagedList.Jumped) -> None:
        event.stop()
        if event.older:
            self._extend(older=True, rows=MOST_ROWS, to_end=True)
        elif self._pages and self._pages.newer_starts:
            self._begin_anew(0)
        else:
            # What is still on its way would end at the last row.
            self.workers.cancel_group(self, "entries")
            self.entries.action_first()

    def _extend(self, *, older: bool, rows: int, to_end: bool = False) -> None:
        if not self._extending:
            self._read_more(older, rows, to_end)

    @work(exclusive=True, group="entries")
    async def _read_more(self, older: bool, rows: int, to_end: bool) -> None:
        self._extending = True
        try:
            await (self._read_older(rows) if older else self._read_newer())
        finally:
            self._extending = False
        if to_end and self.is_attached:
            self.entries.action_last()

    async def _read_older(self, rows: int) -> None:
        pages = self._pages
        if pages is None or pages.end is None:
            return
        found = await self._read(pages.end, rows)
        if not found or not self.is_attached:
            return
        if pages.add_older(found):
            self._show_pages()
        else:
            self.entries.append_entries((row for page in found for row in page.rows), pages.today)

    async def _read_newer(self) -> None:
        pages = self._pages
        if pages is None or not pages.newer_starts:
            return
        found = await self._read(pages.newer_starts[-1], MOST_ROWS, newer_than=pages.start)
        if found and self.is_attached:
            pages.add_newer(found)
            self._show_pages()

    # What is marked

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.post_message(self.Marked(self.entries.marked))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.post_message(self.Opened(event.option_id))
