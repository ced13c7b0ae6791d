"""What the list shows: some kinds, a stretch of time, some tags."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.dates import parse_day, say_day
from ...domain.field import Choice
from ...domain.kinds import CHOSEN
from ...domain.problem import Problem
from ...domain.selection import Selection
from ...journal.journal import Journal
from ..commands import bindings, search
from ..reading.filter_words import periods
from ..widgets.choices import Choices
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.many_choices import ManyChoices
from ..widgets.plain import plain_line
from ..widgets.tag_list import TagList
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_KINDS = [Choice(name, kind.many) for name, kind in CHOSEN.items()]


class FiltersScreen(Dialogue[Selection]):
    """Enter takes what is set, unless a day cannot be understood; the result is None when all stays as it was."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(search.ShowFiltered, search.LeaveFilter, search.NoFilter)

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
            with Horizontal(classes="filter-row", id="whom-row") as row:
                row.display = False
                yield Static("Whom", classes="field-label")
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

        def read(journal: Journal) -> tuple[list[tuple[str, int]], date, list[Choice]]:
            whom = [Choice(name, space.label or "private") for name, space in journal.spaces.items()]
            return journal.entries.tags(), journal.time.today(), whom

        found = await self.app.ask(read)
        if found is None or not self.is_attached:
            return
        tags, self._today, whom = found
        self.query_one(TagList).show_tags(tags)
        row = self.query_one("#whom-row")
        row.display = len(whom) > 1
        if row.display:
            await row.mount(Choices(whom, self._selection.space or "", id="whom"))
        self._say_days()

    def on_choices_changed(self, event: Choices.Changed) -> None:
        """A named stretch of time fills in its first and its last day."""
        if self._today is None or event.choices.id != "period":
            return
        since, until = self._named.get(event.value, (None, None))
        self.query_one("#since", Input).value = since.isoformat() if since else ""
        self.query_one("#until", Input).value = until.isoformat() if until else ""

    @property
    def _named(self) -> dict[str, tuple[date, date]]:
        today = self._today or date.today()
        return periods(today, sunday_first=self.app.settings.week_starts_on_sunday)

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "tag-letters":
            self.query_one(TagList).narrow(event.value)
        else:
            self._say_days()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        self._say_days()

    def _day(self, name: str) -> date | None:
        """A day as typed; raises `Problem`."""
        typed = self.query_one(f"#{name}", Input).value.strip()
        return parse_day(typed, self._today or date.today()) if typed else None

    def _days(self) -> tuple[date | None, date | None]:
        """The first and the last day as typed; raises `Problem`."""
        first, last = self._day("since"), self._day("until")
        if first and last and last < first:
            raise Problem("The last day comes before the first.")
        return first, last

    def _wrong_day(self, *, asked: bool) -> Problem | None:
        """What is wrong with the days; unless `asked`, nothing of what is still being typed."""
        fields = [self.query_one(f"#{name}", Input) for name in ("since", "until")]
        for field in fields:
            try:
                self._day(field.id or "")
            except Problem as problem:
                if asked or not field.has_focus:
                    return problem
        try:
            self._days()
        except Problem as problem:
            return problem if asked or not any(field.has_focus for field in fields) else None
        return None

    def _say_days(self, *, asked: bool = False) -> None:
        """How the days are understood, or why not; the name of the stretch of time they are, if it has one."""
        wrong, said = self._wrong_day(asked=asked), ""
        days: tuple[date | None, date | None] = (None, None)
        with suppress(Problem):
            days = self._days()
            said = _said(*(say_day(day, self._today) if day and self._today else "" for day in days))
        if wrong:
            said = f"{wrong.message} {wrong.hint}".strip()
        named = (name for name, ends in self._named.items() if ends == days)
        self.query_one("#period", Choices).value = next(named, "")
        self._say(said, wrong=bool(wrong))

    def _say(self, said: str, *, wrong: bool) -> None:
        place = self.query_one(".field-said", Static)
        place.update(plain_line(said) if said else Content())
        place.display = bool(said)
        place.set_class(wrong, "wrong")

    def action_show_filtered(self) -> None:
        try:
            since, until = self._days()
        except Problem:
            self._say_days(asked=True)
            return
        letters, tags = self.query_one("#tag-letters", Input), self.query_one(TagList)
        if letters.has_focus and letters.value.strip():
            if tags.highlighted is None:
                self._say("No tag has these letters.", wrong=True)
                return
            tags.choose_marked()
        kinds = frozenset(self.query_one(ManyChoices).chosen)
        whom = [each.value for each in self.query("#whom").results(Choices) if each.value]
        self.dismiss(Selection(kinds, tags.chosen, since, until, space=whom[0] if whom else None))

    def action_leave_filter(self) -> None:
        self.dismiss(None)

    def action_no_filter(self) -> None:
        self.dismiss(Selection())


def _said(first: str, last: str) -> str:
    if first and last:
        return f"→ {first} to {last}"
    return f"→ from {first}" if first else f"→ up to {last}" if last else ""
