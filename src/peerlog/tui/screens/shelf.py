"""Everything of one kind that is asked or given, the newest first, narrowed down as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from ...domain.entry import Entry
from ...domain.kinds import KINDS
from ...journal.giving import shelf
from ..commands import bindings, page, search
from ..life.type_ahead import FOLLOWED
from ..messages import EntryOpened
from ..widgets.footer import KeyLine
from ..widgets.line import Line, labelled
from ..widgets.line_input import LineInput
from ..widgets.list_pane import named
from ..widgets.rows import Rows, row
from ..widgets.space_words import SpaceOfList
from ..widgets.topline import LockNotice
from ..widgets.when import say_when

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class _Words(LineInput):
    """The words that are looked for; Enter and down go to what was found."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(search.ToResults)

    def action_to_results(self) -> None:
        self.screen.query_one(Rows).focus()


class ShelfScreen(Screen[None]):
    """The search line, and the rows below it."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(page.ClosePage)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._found: dict[str, Entry] = {}

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(f"Every {KINDS[self._kind].label.lower()}", classes="page-kind")
            yield LockNotice()
            yield SpaceOfList(classes="page-space")
        with Vertical(id="shelf"):
            with Horizontal(id="shelf-search"):
                yield Static("/", id="shelf-mark")
                yield _Words(placeholder="words", id="shelf-words")
            yield Rows()
            yield Static("Nothing with these words.", id="shelf-empty")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(_Words).focus()
        self._look("")

    @property
    def current_entry(self) -> Entry | None:
        option = self.query_one(Rows).highlighted_option
        return self._found.get(option.id) if option and option.id else None

    def on_journal_changed(self) -> None:
        self._look(self.query_one(_Words).value)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._look(event.value)

    @work(exclusive=True, group=FOLLOWED)
    async def _look(self, words: str) -> None:
        found = await self.app.ask(
            lambda journal: (
                journal.time.today(),
                [(each, journal.entries.when_of(each)) for each in shelf(journal, words, kind=self._kind)],
            )
        )
        if found is None or not self.is_attached:
            return
        today, entries = found
        self._found = {entry.id: entry for entry, _ in entries}
        rows = self.query_one(Rows)
        rows.show([row(_line(entry, say_when(when, today)), entry.id) for entry, when in entries])
        rows.display = bool(entries)
        empty = self.query_one("#shelf-empty", Static)
        empty.update("Nothing with these words." if words.strip() else "Nothing stands here yet.")
        empty.display = not entries

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.app.post_message(EntryOpened(event.option_id))

    def action_close_page(self) -> None:
        """From what was found to the words, from the words out of here."""
        words = self.query_one(_Words)
        if not words.has_focus:
            words.focus()
        elif words.value:
            words.value = ""
        else:
            self.dismiss()


def _line(entry: Entry, when: str) -> Line:
    right = entry.line("why") or entry.line("where") or entry.line("source")
    return labelled(when, named(entry), right)
