"""A page to be read: a heading, and a text that scrolls."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...journal.journal import Journal
from ..commands import page
from ..life.type_ahead import FOLLOWED
from ..style_sheets import STYLES
from ..widgets.footer import KeyLine
from ..widgets.scrolled import Scrolled
from ..widgets.space_words import say_space
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_PIECE = 16_000
"""Characters that are wrapped at once: more would hold the screen up for longer than a twentieth of a second."""


class TextPage(Screen[None]):
    """Shows what `text` gives, which runs in the journal's thread and again whenever something is written."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [replace(page.ClosePage.binding(), show=True)]

    heading: ClassVar[str] = ""
    """What the top line calls it."""

    with_whom: str = ""
    """Who else reads what stands here."""

    def text(self, journal: Journal) -> Content:
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(Content(self.heading), classes="page-kind")
            yield LockNotice()
            yield Static(say_space(self.with_whom), classes="page-space")
        with Scrolled(id="text-page"):
            yield Static(id="text-page-text")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(Scrolled).focus()
        self.read_again()

    def on_journal_changed(self) -> None:
        self.read_again()

    @work(exclusive=True, group=FOLLOWED)
    async def read_again(self) -> None:
        """Read again what is shown."""
        said = await self.app.ask(lambda journal: pieces(self.text(journal)))
        if said is not None and self.is_attached:
            self.query_one("#text-page-text", Static).update(said[0])
            self._show_more(said[1:])

    @work(exclusive=True, group="more")
    async def _show_more(self, more: Sequence[Content]) -> None:
        """Add the rest of a long text piece by piece, while it is read and scrolled already."""
        page, there = self.query_one(Scrolled), [*self.query(".text-page-more").results(Static)]
        for number, piece in enumerate(more):
            await self._painted()
            if number < len(there):
                there[number].update(piece)
            else:
                await page.mount(Static(piece, classes="text-page-more"))
        for left_over in there[len(more) :]:
            await left_over.remove()

    async def _painted(self) -> None:
        """Wait until all that is there has been laid out and painted."""
        painted = asyncio.Event()
        self.call_after_refresh(painted.set)
        await painted.wait()

    def action_close_page(self) -> None:
        self.dismiss()


def pieces(said: Content) -> list[Content]:
    """A text cut at ends of lines into at least one piece, each of which can be wrapped in no time."""
    cuts: list[int] = []
    begin = 0
    while (end := said.plain.find("\n", begin + _PIECE)) >= 0:
        cuts += [end, end + 1]
        begin = end + 1
    return said.divide(cuts)[::2]
