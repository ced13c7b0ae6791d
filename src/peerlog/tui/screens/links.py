"""Choosing an entry to link to, found by its words."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static

from ...domain.entry import Entry
from ...domain.selection import Selection
from ...journal.journal import Journal
from ..commands import bindings, confirm
from ..reading.listing import ListedPage, read_page
from ..widgets.entry_list import EntryList
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_DEBOUNCE_SECONDS = 0.03


class LinkScreen(Dialogue[Entry]):
    """The latest entries, and with some words those that have them; Enter links to the one that is marked."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(
        self, hidden: Collection[str], question: str = "Link to which entry?", *, within: str | None = None
    ) -> None:
        """`hidden` are the ids of entries that are not offered; `within` names the space whose entries alone are."""
        super().__init__()
        self._question = question
        self._hidden = frozenset(hidden)
        self._selection = Selection(space=within)
        self._found_for: str | None = None
        # Held here, and not looked up, for work that ends while the screen goes away.
        self._words = LineInput(placeholder="some of its words", id="link-words")
        self._entries = EntryList()
        self._sentence = Static(classes="about")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall"):
            yield Static(self._question, classes="dialogue-title")
            yield self._words
            yield self._entries
            yield self._sentence
        yield KeyLine()

    def on_mount(self) -> None:
        self._words.focus()
        self._look()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._look()

    def _look(self) -> None:
        self._find(self._words.value)

    @work(exclusive=True)
    async def _find(self, words: str) -> None:
        await asyncio.sleep(_DEBOUNCE_SECONDS)
        await self._find_at_once(words)

    async def _find_at_once(self, words: str) -> None:
        def find(journal: Journal) -> ListedPage:
            return read_page(journal, self._selection, words)

        page = await self.app.ask(find)
        if page is None or not self.is_attached:
            return
        found = [each for each in page.rows if each.id not in self._hidden]
        self._found_for = words
        self._entries.forget_place()
        self._entries.show_entries(found, page.today)
        self._entries.display = bool(found)
        self._sentence.update(
            "Nothing here has these words." if words.strip() else "There is nothing else to link to yet."
        )
        self._sentence.display = not found
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose":
            return self._entries.marked is not None or self._found_for is None
        return True

    async def action_choose(self) -> None:
        """Also from the words, so that a link is two words and a key, however fast they come."""
        words = await self._words.typed_so_far()
        if self._found_for != words:
            await self._find_at_once(words)
        if self._entries.marked:
            self.dismiss(self._entries.marked)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._entries.marked)

    def action_close_window(self) -> None:
        self.dismiss(None)
