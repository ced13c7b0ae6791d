"""Words of somebody else, to be read, with what others said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...domain.entry import Entry
from ..commands import bindings, page, sharing
from ..life.type_ahead import FOLLOWED
from ..messages import EntryOpened, WritingBegun
from ..reading.reading import Reading, read_entry
from ..style_sheets import STYLES
from ..widgets.entry_line import kind_of
from ..widgets.footer import KeyLine
from ..widgets.plain import plain_line
from ..widgets.reader import Reader
from ..widgets.space_words import say_space
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class ReadScreen(Screen[None]):
    """Says whose words they are and how to comment on them; goes when they are gone."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(sharing.CommentHere, page.ClosePage)

    def __init__(self, entry_id: str) -> None:
        super().__init__()
        self.entry_id = entry_id
        self.reader = Reader(id="read")

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(classes="page-kind")
            yield LockNotice()
            yield Static(classes="page-space")
        yield Static(id="read-whose")
        yield self.reader
        yield KeyLine()

    def on_mount(self) -> None:
        self.reader.focus()
        self.read_again()

    def on_journal_changed(self) -> None:
        self.read_again()

    @property
    def current_entry(self) -> Entry | None:
        return self.reader.reading.entry if self.reader.reading else None

    @work(exclusive=True, group=FOLLOWED)
    async def read_again(self) -> None:
        """Read again what is shown."""
        reading = await self.app.ask(lambda journal: read_entry(journal, self.entry_id))
        if not self.is_attached:
            return
        if reading is None or reading.entry.deleted:
            self.dismiss()
            return
        await self._show(reading)

    async def _show(self, reading: Reading) -> None:
        self.query_one(".page-kind", Static).update(plain_line(kind_of(reading.entry)))
        self.query_one(".page-space", Static).update(say_space(reading.entry.with_whom))
        shared = reading.shared
        if shared and not shared.is_mine:
            who = shared.author or "somebody else"
            self.query_one("#read-whose", Static).update(
                Content.assemble(
                    plain_line(f"Only {who} changes these words.").stylize("$quiet"),
                    "   ",
                    ("a", "bold $accent"),
                    (" writes a comment.", "$quiet"),
                )
            )
        await self.reader.show(reading)

    def on_reader_followed(self, message: Reader.Followed) -> None:
        self.app.post_message(EntryOpened(message.entry_id))

    def action_comment_here(self) -> None:
        self.app.post_message(WritingBegun("comment", {"parent": self.entry_id}))

    def action_close_page(self) -> None:
        self.dismiss()
