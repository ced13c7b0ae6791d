"""What others have written and changed since one last looked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...domain.entry import Entry
from ...journal.journal import Journal
from ...journal.shared.whats_new import News, NewsItem, mark_seen, news
from ..commands import bindings, everywhere, exchanging
from ..life.type_ahead import FOLLOWED
from ..messages import EntryOpened, JournalChanged
from ..style_sheets import STYLES
from ..together.exchange_words import LABEL_WIDTH, field_rows
from ..widgets.footer import KeyLine
from ..widgets.hanging import Hanging
from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import Rows, heading, row
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_NOTHING = "Nothing has changed since you last looked."
_GONE = "Whoever wrote it has had it forgotten: it is erased here too."


class NewsScreen(Screen[None]):
    """A list of what changed, and the words of what is marked; it is new until somebody goes back from here."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(exchanging.TakeAsSeen, exchanging.KeepAsNew, everywhere.WhoCanSee)

    def __init__(self) -> None:
        super().__init__()
        self._news: list[News] = []
        self._items: dict[str, NewsItem] = {}
        self._read_once = False

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static("What changed since you last looked", classes="page-kind")
            yield LockNotice()
            yield Static(classes="page-space")
        with Horizontal(id="news"):
            yield Rows(id="news-list")
            with VerticalScroll(id="news-side", can_focus=False):
                yield Static(id="news-about")
                yield Static(id="news-words")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(Rows).focus()
        self._read()

    def on_journal_changed(self) -> None:
        self._read()

    @work(group=FOLLOWED, exclusive=True)
    async def _read(self) -> None:
        found = await self.app.ask(_all_news)
        if found is None or not self.is_attached:
            return
        self._news, self._read_once = found, True
        self._items = {f"{each.circle.space}:{item.id}": item for each in found for item in each.items}
        options: list[Option] = []
        for each in found:
            if each.items:
                options += [heading(Content())] if options else []
                options.append(heading(plain_line(f"With {each.circle.label}").stylize("$quiet")))
                options += [row(_line(item), f"{each.circle.space}:{item.id}") for item in each.items]
        self.query_one(Rows).show(options)
        self.query_one(Rows).display = bool(options)
        self._show_words()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_words()

    def _show_words(self) -> None:
        item = self._marked
        about, words = self.query_one("#news-about", Static), self.query_one("#news-words", Static)
        space = plain_line(f"WITH {item.entry.with_whom.upper()}") if item and item.entry else Content()
        self.query_one(".page-space", Static).update(space.stylize("$space-shared"))
        if item is None:
            about.update(Content(_NOTHING).stylize("$quiet") if self._read_once else Content())
            words.update(Content())
            return
        beside = " · in two versions, which Enter shows" if item.two_versions else ""
        about.update(plain_line(f"{item.kind}, {item.what} by {item.who}{beside}").stylize("$quiet"))
        gone = Content(_GONE) if item.entry is None else None
        words.update(gone or Hanging(field_rows(item.fields), label_width=LABEL_WIDTH))

    @property
    def _marked(self) -> NewsItem | None:
        option = self.query_one(Rows).highlighted_option
        return self._items.get(option.id) if option and option.id else None

    @property
    def current_entry(self) -> Entry | None:
        """The entry that is marked, for “Who can see this?”."""
        item = self._marked
        return item.entry if item else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        item = self._items.get(event.option_id or "")
        if item and item.entry and not item.entry.deleted:
            self.app.post_message(EntryOpened(item.id))

    def action_keep_as_new(self) -> None:
        self.dismiss()

    async def action_take_as_seen(self) -> None:
        seen = self._news
        await self.app.ask(lambda journal: _mark_all(journal, seen))
        self.app.post_message(JournalChanged())
        self.dismiss()


def _all_news(journal: Journal) -> list[News]:
    from ...journal.updates.exchange_partners import exchange_partners

    return [news(journal, each) for each in exchange_partners(journal)]


def _mark_all(journal: Journal, seen: list[News]) -> None:
    for each in seen:
        mark_seen(journal, each)


def _line(item: NewsItem) -> Line:
    what = "two versions" if item.two_versions else item.what
    name = plain_line(item.name) if item.name else Content("(without words)").stylize("$quiet")
    label = Content(what).stylize("$accent" if item.two_versions else "$quiet")
    right = plain_line(f"{item.kind.lower()} · {item.who}").stylize("$quiet")
    return Line(label, name, right, label_width=12)
