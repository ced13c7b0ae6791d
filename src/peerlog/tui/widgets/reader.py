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
from ..keeping.kept_files import file_of, file_rows, open_file
from ..messages import EntryOpened
from ..reading.reading import Reading
from ..reading.shared_words import say_shared
from ..signing.countersigned_rows import countersigned_id, countersigned_rows
from .entry_line import kind_of, name_of
from .entry_words import say_facts, say_fields, say_kind_and_space, say_two_versions
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
        # Held here, and not looked up, for work that ends while the screen goes away.
        self._kind = Static(id="reader-kind")
        self._facts = Static(id="reader-facts")
        self._shared = Static(id="reader-shared")
        self._title = Static(id="reader-title")
        self._fields = Static(id="reader-fields")
        self._markdown = SafeMarkdown(id="reader-markdown")
        self._text = Static(id="reader-text")
        self._links = HeadedRows(id="reader-links")
        self._foot = Static(id="reader-foot")

    def compose(self) -> ComposeResult:
        yield self._kind
        yield self._facts
        yield self._shared
        yield self._title
        yield self._fields
        yield self._markdown
        yield self._text
        yield self._links
        yield self._foot

    async def show(self, reading: Reading | None) -> None:
        """Show an entry from its beginning; the same entry stays where it was scrolled to."""
        before, self.reading = self.reading, reading
        self.set_class(reading is None, "-empty")
        if reading is None:
            return
        if before is None or before.entry.id != reading.entry.id:
            self.scroll_home(animate=False)
        shown = reading.entry
        self._kind.update(say_kind_and_space(reading))
        apart = say_two_versions(reading.apart)
        quiet = [plain_line(each).stylize("$quiet") for each in (reading.counts, reading.kept_until)]
        self._facts.update(Content("\n").join(each for each in (say_facts(reading), *quiet, apart) if each))
        _fill(self._shared, say_shared(reading.shared, reading.today) if reading.shared else Content())
        _fill(self._title, plain_line(shown.title).stylize("bold"))
        _fill(self._fields, say_fields(reading))
        _fill(self._foot, _foot(reading))
        options = [
            *countersigned_rows(reading.signed, len("reflection")),
            *file_rows(reading.files, len("reflection"), reading.today, reading.zone),
            *_comments(reading.comments),
            *_links("Links to", reading.links),
            *_links("Linked from", reading.linked_from),
        ]
        self._links.show(options)
        self._links.display = bool(options)
        await self._show_text()

    async def _show_text(self) -> None:
        text = self.reading.entry.text if self.reading else ""
        laid_out = bool(text) and not self._as_typed and is_worth_laying_out(text)
        self._markdown.display = laid_out
        _fill(self._text, Content() if laid_out else plain(text))
        await self._markdown.update(text if laid_out else "")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        reading = self.reading
        file = file_of(event.option_id, reading.files) if reading else None
        if signed := countersigned_id(event.option_id):
            self.app.post_message(EntryOpened(signed))
        elif reading and file:
            open_file(self.app, file, reading.zone, reading.today)
        elif event.option_id:
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


def _fill(place: Static, content: Content) -> None:
    place.update(content)
    place.display = bool(content)


def _links(title: str, entries: tuple[Entry, ...]) -> list[Option]:
    if not entries:
        return []
    options = [heading(Content(title).stylize("$quiet"))]
    for each in entries:
        label = Content(kind_of(each).lower()).stylize("$quiet")
        options.append(row(Line(label, plain_line(name_of(each)), label_width=len("reflection")), f"{title}:{each.id}"))
    return options


def _comments(comments: tuple[tuple[str, Entry], ...]) -> list[Option]:
    if not comments:
        return []
    options = [heading(Content("Comments").stylize("$quiet"))]
    for name, each in comments:
        label = plain_line(name).stylize("$quiet")
        line = Line(label, plain_line(name_of(each)), label_width=len("reflection"))
        options.append(row(line, f"Comments:{each.id}"))
    return options


def _foot(reading: Reading) -> Content:
    if not reading.versions:
        return Content()
    said = "once" if reading.versions == 1 else f"{reading.versions} times"
    return Content.assemble(f"changed {said}, ", ("v", "bold"), " shows the earlier words").stylize_before("$quiet")
