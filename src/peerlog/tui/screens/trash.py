"""What was deleted: to bring back, or to erase for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from ...domain.entry import Entry
from ...domain.selection import Selection
from ...journal.journal import Journal
from ...journal.safekeeping.erasing import WHAT_OTHERS_KEEP, erase
from ..commands import bindings, confirm, entry
from ..messages import JournalChanged
from ..reading.listing import ListedPage, read_page
from ..reading.loaded_pages import MOST_ROWS
from ..reading.reading import read_entry
from ..widgets.entry_line import name_of
from ..widgets.entry_list import EntryList
from ..widgets.footer import KeyLine
from ..widgets.plain import plain
from ..widgets.reader import Reader
from ..widgets.topline import LockNotice
from .confirm import ConfirmScreen

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_TRASH = Selection(deleted=True)
_EMPTY = "Nothing is in the trash. What you delete waits here, and can be brought back."
_WHAT_REMAINS = (
    "It goes with all its versions and parts, from the search and from the backups that peerlog makes by itself. "
    "Exports and backups that you made keep it, wherever they are. It cannot be brought back."
)


class TrashScreen(Screen[None]):
    """Deleted entries in the order of their dates, and on wide screens what they say."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.CloseWindow, entry.BringBack, entry.EraseForGood)

    def __init__(self) -> None:
        super().__init__()
        # Held here, and not looked up, for work that ends while the screen goes away.
        self._sentence = Static(id="trash-empty")
        self._entries = EntryList(id="deleted")
        self._reader = Reader(id="reader")

    def compose(self) -> ComposeResult:
        yield LockNotice()
        yield Static(Content("Trash").stylize("bold"), id="trash-title")
        yield self._sentence
        with Horizontal(id="trash"):
            yield self._entries
            yield self._reader
        yield KeyLine()

    async def on_mount(self) -> None:
        self._entries.focus()
        await self._read()

    def on_journal_changed(self) -> None:
        self._read_again()

    @work(exclusive=True, group="trash")
    async def _read_again(self) -> None:
        await self._read()

    async def _read(self) -> None:
        def read(journal: Journal) -> ListedPage:
            return read_page(journal, _TRASH, limit=MOST_ROWS)

        page = await self.app.ask(read)
        if page is None or not self.is_attached:
            return
        self._entries.show_entries(page.rows, page.today)
        self.set_class(not page.rows, "-empty")
        self._sentence.update("" if page.rows else _EMPTY)
        self._sentence.display = not page.rows
        if not page.rows:
            self.remove_class("-reading")
            await self._reader.show(None)
        self.refresh_bindings()

    @property
    def current_entry(self) -> Entry | None:
        """The entry that is marked."""
        return self._entries.marked

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        marked = self.current_entry
        if marked is not None:
            self._show(marked.id)

    @work(exclusive=True, group="reader")
    async def _show(self, entry_id: str) -> None:
        reading = await self.app.ask(lambda journal: read_entry(journal, entry_id))
        if reading is not None and self.is_attached:
            await self._reader.show(reading)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.add_class("-reading")
        self._reader.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("bring_back", "erase_for_good"):
            return self.is_mounted and self.current_entry is not None
        return True

    async def action_bring_back(self) -> None:
        chosen = self.current_entry
        if chosen and await self.app.ask(lambda journal: journal.entries.undelete(chosen.id)):
            await self._read()  # at once: the next key must not find what has left the trash
            self.app.tell(f"“{name_of(chosen)}” is in the journal again.")
            self.app.post_message(JournalChanged())

    def action_erase_for_good(self) -> None:
        doomed = self.current_entry
        if doomed:
            question = f"Erase “{name_of(doomed)}” for good?"
            about = f"{_WHAT_REMAINS} {WHAT_OTHERS_KEEP}" if doomed.with_whom else _WHAT_REMAINS
            asked = ConfirmScreen(question, "erases it", "keeps it", about=about, word="erase")

            def answered(yes: bool | None) -> None:
                if yes:
                    self._erase(doomed)

            self.app.push_screen(asked, answered)

    @work
    async def _erase(self, doomed: Entry) -> None:
        copies = await self.app.ask(lambda journal: erase(journal, [doomed.id]))
        if copies is None:
            self.app.post_message(JournalChanged())  # it may be erased all the same
            return
        self.app.last_done.forget()
        said = "Erased."
        if copies:
            said += " These copies may still hold it:\n" + "\n".join(plain(copy).plain for copy in copies)
        self.app.tell(said, seconds=20 if copies else None)
        self.app.post_message(JournalChanged())

    def action_close_window(self) -> None:
        """From the entry to the list, from the list out of here."""
        if self.has_class("-reading"):
            self.remove_class("-reading")
            self._entries.focus()
        else:
            self.dismiss()
