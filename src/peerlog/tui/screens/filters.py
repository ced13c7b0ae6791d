"""What the list shows: some kinds, a stretch of time, some tags."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from ...domain.dates import parse_day, say_day
from ...domain.field import Choice
from ...domain.kinds import KINDS
from ...domain.problem import Problem
from ...domain.selection import Selection
from ...journal.journal import Journal
from ..commands import bindings, search
from ..filter_words import periods
from ..widgets.choices import Choices
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.many_choices import ManyChoices
from ..widgets.plain import plain_line
from ..widgets.tag_list import TagList

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_KINDS = [Choice(name, f"{kind.label.lower()}s") for name, kind in KINDS.items()]


class FiltersScreen(ModalScreen[Selection]):
    """Closing it takes what is set; a day that cannot be understood keeps it open and is said."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(search.ShowFiltered, search.NoFilter)

    def __init__(self, selection: Selection) -> None:
        super().__init__()
        self._selection = selection
        self._today: date | None = None

    def compose(self) -> ComposeResult:
        before = self._selection
        with Vertical(classes="dialogue tall", id="filters"):
            yield Static("Show only", classes="dialogue-title")
            with Horizontal(classes="filter-row"):
                yield Static("Kinds", classes="field-label")
                yield ManyChoices(_KINDS, before.kinds, id="kinds")
            with Horizontal(classes="filter-row"):
                yield Static("When", classes="field-label")
                yield Choices([Choice(words, words) for words in periods(date(2000, 1, 1))], id="period")
            with Horizontal(classes="filter-row"):
                yield Static("From", classes="field-label")
                yield LineInput(before.since.isoformat() if before.since else "", placeholder="any day", id="since")
                yield Static("to", id="filter-to")
                yield LineInput(before.until.isoformat() if before.until else "", placeholder="any day", id="until")
            yield Static(classes="field-said")
            with Horizontal(classes="filter-row"):
                yield Static("Tags", classes="field-label")
                yield LineInput(placeholder="letters of a tag", id="tag-letters")
            yield TagList(before.tags)
        yield KeyLine()

    async def on_mount(self) -> None:
        self.query_one("#kinds").focus()

        def read(journal: Journal) -> tuple[list[tuple[str, int]], date]:
            return journal.entries.tags(), journal.time.today()

        found = await self.app.ask(read)
        if found is None or not self.is_attached:
            return
        tags, self._today = found
        self.query_one(TagList).show_tags(tags)
        self._say_days()

    def on_choices_changed(self, event: Choices.Changed) -> None:
        """A named stretch of time fills in its first day."""
        if self._today is None:
            return
        named = periods(self._today, sunday_first=self.app.settings.week_starts_on_sunday)
        since = named[event.value][0] if event.value else None
        self.query_one("#since", Input).value = since.isoformat() if since else ""
        self.query_one("#until", Input).value = ""

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "tag-letters":
            self.query_one(TagList).narrow(event.value)
        else:
            self._say_days()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "tag-letters":
            self.query_one(TagList).action_toggle_tag()
        else:
            self.action_show_filtered()

    def _days(self) -> tuple[date | None, date | None]:
        """The first and the last day as typed; raises `Problem`."""
        since, until = (self.query_one(f"#{name}", Input).value.strip() for name in ("since", "until"))
        today = self._today or date.today()
        first = parse_day(since, today) if since else None
        last = parse_day(until, today) if until else None
        if first and last and last < first:
            raise Problem("The last day comes before the first.")
        return first, last

    def _say_days(self, *, wrong: bool = False) -> None:
        place, said = self.query_one(".field-said", Static), ""
        try:
            days = [say_day(day, self._today) if day and self._today else "" for day in self._days()]
            if any(days):
                said = "→ " + (" to ".join(days) if all(days) else f"{'from' if days[0] else 'up to'} {''.join(days)}")
        except Problem as problem:
            said = f"{problem.message} {problem.hint}".strip() if wrong else ""
        place.update(plain_line(said) if said else Content())
        place.display = bool(said)
        place.set_class(wrong, "wrong")

    def action_show_filtered(self) -> None:
        try:
            since, until = self._days()
        except Problem:
            self._say_days(wrong=True)
            return
        kinds = frozenset(self.query_one(ManyChoices).chosen)
        tags = self.query_one(TagList).chosen
        self.dismiss(Selection(kinds, tags, since, until))

    def action_no_filter(self) -> None:
        self.query_one(ManyChoices).clear()
        self.query_one("#period", Choices).value = ""
        for name in ("since", "until", "tag-letters"):
            self.query_one(f"#{name}", Input).value = ""
        self.query_one(TagList).clear_chosen()
