"""One entry to read, with what it links to and what links to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...domain.entry import Entry
from ..commands import bindings, entry, today
from ..reading import Reading
from .entry_line import kind_of, name_of
from .entry_words import say_facts, say_fields, say_kind_and_space
from .headed_rows import HeadedRows
from .line import Line
from .plain import plain, plain_line
from .rows import heading, row
from .safe_markdown import SafeMarkdown, is_worth_laying_out

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class Reader(VerticalScroll):
    """Shows a `Reading`; posts `Followed` when a link is opened."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        today.RowDown, today.RowUp, today.FirstRow, today.LastRow, entry.ToggleMarkdown
    )

    @dataclass
    class Followed(Message):
        entry_id: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.reading: Reading | None = None
        self._as_typed = False

    def compose(self) -> ComposeResult:
        yield Static(id="reader-kind")
        yield Static(id="reader-facts")
        yield Static(id="reader-title")
        yield Static(id="reader-fields")
        yield SafeMarkdown(id="reader-markdown")
        yield Static(id="reader-text")
        yield HeadedRows(id="reader-links")
        yield Static(id="reader-foot")

    async def show(self, reading: Reading | None) -> None:
        """Show an entry from its beginning; the same entry stays where it was scrolled to."""
        before, self.reading = self.reading, reading
        self.set_class(reading is None, "-empty")
        if reading is None:
            return
        if before is None or before.entry.id != reading.entry.id:
            self.scroll_home(animate=False)
        shown = reading.entry
        self.query_one("#reader-kind", Static).update(say_kind_and_space(reading))
        self.query_one("#reader-facts", Static).update(say_facts(reading))
        self._fill("#reader-title", plain_line(shown.title).stylize("bold"))
        self._fill("#reader-fields", say_fields(reading))
        self._fill("#reader-foot", _foot(reading))
        links = self.query_one(HeadedRows)
        options = [*_links("Links to", reading.links), *_links("Linked from", reading.linked_from)]
        links.show(options)
        links.display = bool(options)
        await self._show_text()

    async def _show_text(self) -> None:
        text = self.reading.entry.text if self.reading else ""
        laid_out = bool(text) and not self._as_typed and is_worth_laying_out(text)
        markdown = self.query_one(SafeMarkdown)
        markdown.display = laid_out
        self._fill("#reader-text", Content() if laid_out else plain(text))
        await markdown.update(text if laid_out else "")

    def _fill(self, selector: str, content: Content) -> None:
        static = self.query_one(selector, Static)
        static.update(content)
        static.display = bool(content)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.post_message(self.Followed(event.option_id.partition(":")[2]))

    async def action_toggle_markdown(self) -> None:
        self._as_typed = not self._as_typed
        await self._show_text()

    def action_row_down(self) -> None:
        self.scroll_down(animate=False)

    def action_row_up(self) -> None:
        self.scroll_up(animate=False)

    def action_first_row(self) -> None:
        self.scroll_home(animate=False)

    def action_last_row(self) -> None:
        self.scroll_end(animate=False)


def _links(title: str, entries: tuple[Entry, ...]) -> list[Option]:
    if not entries:
        return []
    options = [heading(Content(title).stylize("$quiet"))]
    for each in entries:
        label = Content(kind_of(each).lower()).stylize("$quiet")
        options.append(row(Line(label, plain_line(name_of(each)), label_width=len("reflection")), f"{title}:{each.id}"))
    return options


def _foot(reading: Reading) -> Content:
    if not reading.versions:
        return Content()
    said = "once" if reading.versions == 1 else f"{reading.versions} times"
    return Content.assemble(f"changed {said}, ", ("v", "bold"), " shows the earlier words").stylize_before("$quiet")
