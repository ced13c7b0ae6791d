"""Settling two versions by words of one's own, which begin as what both versions make together."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ...domain.entry import Entry
from ...journal.settling import settle_with_text
from ...journal.two_versions import TwoVersions, Whose
from ..commands import bindings, two_versions
from ..version_words import starting_words
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.plain import plain_line
from ..widgets.text_editor import TextEditor
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class OtherWordsScreen(Dialogue[Entry]):
    """The result is the entry as it stands then; None when nothing was settled. What is refused stays to be mended."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(two_versions.KeepWords, two_versions.DropWords)

    def __init__(self, two: TwoVersions) -> None:
        super().__init__()
        self._two = two
        self._before = starting_words(two)

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

    def on_mount(self) -> None:
        if self._two.is_long:
            self.query_one("#other-words-text", TextEditor).load(self._before)
        self.query_one("#other-words-text, #other-words-line").focus()

    async def _typed(self) -> str:
        if self._two.is_long:
            return self.query_one("#other-words-text", TextEditor).text
        return await self.query_one("#other-words-line", LineInput).typed_so_far()

    async def on_input_submitted(self) -> None:
        await self.action_keep_words()

    async def action_keep_words(self) -> None:
        text, two = await self._typed(), self._two
        if text == self._before:
            self.dismiss(None)
            return
        entry = await self.app.ask(lambda journal: settle_with_text(journal, two, text))
        if entry is not None and self.is_attached:
            self.dismiss(entry)

    def action_drop_words(self) -> None:
        self.dismiss(None)
