"""Beginning a summary: its days, and the sections that a first text is put together for."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from ...domain.dates import parse_day, written_out
from ...domain.entry import Entry
from ...domain.field import Field, Shape
from ...domain.moment import Moment
from ...domain.problem import Problem
from ...domain.summary import SECTIONS
from ...journal.circle.circles import Circle
from ...journal.joint_summary.summaries import composed_sections, new_summary, proposed_period
from ...journal.journal import Journal
from ..commands import bindings, confirm, summary
from ..forms.form_rows import FormRows
from ..life.type_ahead import FOLLOWED, caught_up
from ..summaries.summary_page import count_words
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.line_input import LineInput
from ..widgets.plain import plain_line
from ..widgets.rows import Rows, row
from ..widgets.space_words import say_space
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_SINCE, _UNTIL = Field("since", "From", Shape.DAY), Field("until", "Until", Shape.DAY)
_CHOICES = tuple(each for each in SECTIONS if each.name != "text")
"""Nothing is ever put together for what is in people's own words."""
_PATIENCE = 1.0


@dataclass(frozen=True, slots=True)
class _Begin:
    """What the window begins with: the days as they would be typed, and the time."""

    typed: Mapping[str, str]
    now: Moment


class NewSummaryScreen(Dialogue[Entry]):
    """The result is the summary that was begun; None when it was left."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(summary.ChooseSection, summary.MakeSummary, confirm.CloseWindow),
        Binding("tab", "app.focus_next", "the days", show=True),
    ]

    def __init__(self, circle: Circle) -> None:
        super().__init__()
        self._circle = circle
        self._form = FormRows((_SINCE, _UNTIL), {}, {_SINCE.name: _read_day, _UNTIL.name: _read_day})
        self._texts: dict[str, str] = {}
        self._said: dict[str, bool] = {}
        """Which sections somebody has chosen or left out; the others go by whether there is something in them."""
        self._looked_for: tuple[object, ...] = ()
        self._begun = 0.0

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="new-summary"):
            with Horizontal(id="copy-top"):
                yield Static(Content("A summary to write together").stylize("bold"), id="copy-heading")
                yield Static(say_space(self._circle.label), id="copy-space")
            yield from self._form.rows
            yield Rows()
            yield Static(classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(Rows).focus()
        self.set_interval(0.2, self._say_progress)
        self._look_first()

    @work(group=FOLLOWED, exclusive=True)
    async def _look_first(self) -> None:
        found = await self.app.ask(lambda journal: _begin(journal, self._circle))
        if found is None or not self.is_attached:
            return
        self._form.now = found.now
        for each in self._form.rows:
            line = each.query_one(LineInput)
            line.value = found.typed[each.about.name]
            line.action_end()
        await self._look()

    # The days

    @on(Input.Changed)
    def _days_typed(self, event: Input.Changed) -> None:
        self._form.say_back(event.input)
        self._look_again()

    @work(group="look", exclusive=True)
    async def _look_again(self) -> None:
        await self._look()

    async def _look(self) -> None:
        """Put together what there is for the days as they are typed, once they can be read."""
        days = self._days()
        if days is None or days == self._looked_for:
            return
        self._looked_for, self._begun = days, time.monotonic()
        since, until = days

        def look(journal: Journal) -> dict[str, str]:
            usual = proposed_period(journal, self._circle)
            try:
                return composed_sections(journal, self._circle, since or usual[0], until or usual[1])
            except Problem:  # half-typed days; the whole is said when somebody goes on with them
                return {}

        found = await self.app.ask(look)
        if found is not None and self.is_attached and days == self._looked_for:
            self._begun, self._texts = 0.0, found
            self._show()

    def _days(self) -> tuple[date | None, date | None] | None:
        now = self._form.now
        if now is None:
            return None
        try:
            since, until = (_read_day(each.about, each.typed, now) for each in self._form.rows)
        except Problem:
            return None
        return _day(since), _day(until)

    def _say_progress(self) -> None:
        if self._begun and time.monotonic() - self._begun > _PATIENCE:
            self.query_one(".about", Static).update(Content("Looking through what you share …"))

    # The sections

    def _show(self) -> None:
        self.query_one(Rows).show([row(self._line(name), name) for name in (each.name for each in _CHOICES)])
        self._say_about()

    def _line(self, name: str) -> Line:
        section = next(each for each in _CHOICES if each.name == name)
        words = count_words(self._texts.get(name, ""))
        mark = Content("[x]").stylize("$accent") if self._is_chosen(name) else Content("[ ]").stylize("$quiet")
        label = Content(section.label) if words else Content(section.label).stylize("$quiet")
        count = f"{words:,} words" if words > 1 else "nothing yet"
        return Line(mark, label, Content(count).stylize("$quiet"))

    def _is_chosen(self, name: str) -> bool:
        return self._said.get(name, bool(self._texts.get(name)))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._say_about()

    def _say_about(self) -> None:
        option = self.query_one(Rows).highlighted_option
        section = next((each for each in _CHOICES if option and each.name == option.id), None)
        if section and not self._begun:
            self.query_one(".about", Static).update(plain_line(f"{section.about[:1].upper()}{section.about[1:]}."))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click chooses, as the space bar does."""
        self.action_choose_section()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return isinstance(self.focused, Rows) if action == "choose_section" else True

    def action_choose_section(self) -> None:
        option = self.query_one(Rows).highlighted_option
        if option and option.id:
            self._said[option.id] = not self._is_chosen(option.id)
            self._show()

    # Going on

    @work(group=FOLLOWED, exclusive=True)
    async def action_make_summary(self) -> None:
        if isinstance(self.focused, LineInput):
            await caught_up(self.focused)
        now = self._form.now
        days = self._form.values(now) if now else None
        if days is None:
            return
        await self._look()
        chosen = [each.name for each in _CHOICES if self._is_chosen(each.name)]
        since, until = _day(days.get("since")), _day(days.get("until"))
        made = await self.app.ask(lambda journal: new_summary(journal, self._circle, since, until, chosen))
        if made is not None and self.is_attached:
            self.dismiss(made)

    def action_close_window(self) -> None:
        self.dismiss(None)


def _begin(journal: Journal, circle: Circle) -> _Begin:
    since, until = proposed_period(journal, circle)
    typed = {_SINCE.name: written_out(since), _UNTIL.name: written_out(until)}
    return _Begin(typed, journal.time.moment())


def _read_day(about: Field, typed: str, now: Moment) -> object:
    """A summary looks back, so days without a year lie behind."""
    return about.clean(parse_day(typed, now.day).isoformat()) if typed.strip() else None


def _day(said: object) -> date | None:
    return date.fromisoformat(said) if isinstance(said, str) else None
