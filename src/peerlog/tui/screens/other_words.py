"""Settling two versions by words of one's own, which begin as what both versions make together."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from ...domain.entry import Draft, Entry
from ...journal.versions.settling import settle_with_text
from ...journal.versions.two_versions import TwoVersions, Whose
from ..commands import bindings, two_versions
from ..forms.draft_keeper import DraftKeeper
from ..forms.writing import Writing, begin_change
from ..reading.version_words import starting_words
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.plain import plain_line
from ..widgets.text_editor import TextEditor
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class OtherWordsScreen(Dialogue[Entry]):
    """The result is the entry as it stands then; None when nothing was settled.

    What is refused stays to be mended. While it is typed it is kept as an unfinished change of the entry.
    """

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(two_versions.KeepWords, two_versions.DropWords)

    def __init__(self, two: TwoVersions) -> None:
        super().__init__()
        self._two = two
        self._before = starting_words(two)
        self._keeper: DraftKeeper | None = None
        self._draft = secrets.token_hex(16)

    def compose(self) -> ComposeResult:
        two = self._two
        with Vertical(classes="dialogue tall" if two.is_long else "dialogue", id="other-words"):
            yield Static(plain_line(two.label), classes="dialogue-title")
            if two.is_long:
                yield TextEditor(self._before, id="other-words-text")
            else:
                yield LineInput(self._before, id="other-words-line")
            open_ = any(part.whose is Whose.CLASH for part in two.proposal) or not two.proposal
            about = "Where both changed the same place, both stand there: leave what you want." if open_ else ""
            yield Static(Content(about), classes="about")
        yield KeyLine()

    async def on_mount(self) -> None:
        if self._two.is_long:
            self.query_one("#other-words-text", TextEditor).load(self._before)
        self.query_one("#other-words-text, #other-words-line").focus()
        entry_id = self._two.entry.id
        writing = await self.app.ask(lambda journal: begin_change(journal, entry_id))
        if writing is not None:
            self._keeper = DraftKeeper(self, self.app, lambda: self._as_draft(writing))

    def _as_draft(self, writing: Writing) -> Draft:
        writing.draft = self._draft
        return writing.as_draft({**writing.typed, self._two.register: self._words})

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _note_change(self) -> None:
        if self._keeper and self._words != self._before:
            self._keeper.note_change()

    async def before_lock(self) -> bool:
        """Keep what was typed, as the app does before it locks or ends."""
        return self._keeper is None or await self._keeper.keep()

    @property
    def _words(self) -> str:
        if self._two.is_long:
            return self.query_one("#other-words-text", TextEditor).text
        return self.query_one("#other-words-line", LineInput).value

    async def _typed(self) -> str:
        if not self._two.is_long:
            return await self.query_one("#other-words-line", LineInput).typed_so_far()
        return self._words

    async def on_input_submitted(self) -> None:
        await self.action_keep_words()

    async def action_keep_words(self) -> None:
        text, two = await self._typed(), self._two
        if text == self._before:
            await self._leave(None)
            return
        entry = await self.app.ask(lambda journal: settle_with_text(journal, two, text))
        if entry is not None and self.is_attached:
            await self._leave(entry)

    async def action_drop_words(self) -> None:
        await self._leave(None)

    async def _leave(self, entry: Entry | None) -> None:
        """Go, and leave nothing unfinished behind."""
        if self._keeper:
            async with self._keeper.held():
                self._keeper.end()
                await self.app.ask(lambda journal: journal.entries.drop_draft(self._draft))
        if self.is_attached:
            self.dismiss(entry)
