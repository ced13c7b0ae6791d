"""Something that counts and stands nowhere else: what it was, when, and how long it took."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.dates import parse_moment, say_day
from ...domain.problem import Problem
from ...journal.cpd.guesses import fields_of, guess_from
from ..commands import bindings, confirm, cpd
from ..widgets.first_day import FirstDay
from ..widgets.line_input import LineInput
from ..widgets.plain import plain_line
from .counting import CountingScreen

if TYPE_CHECKING:
    from ...domain.moment import Moment
    from ...journal.cpd.counting import Counting


class AddingActivityScreen(CountingScreen):
    """The result is what `CountingScreen` gives; `words` and `moment` say what it was and when."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(cpd.CountThis, cpd.ChangeWhatItIs, confirm.CloseWindow)

    def __init__(self, counting: Counting, now: Moment) -> None:
        super().__init__(counting, offers_page=False)
        self._now = now
        self.words = ""
        self.moment = now
        self._is_changed = False
        self._may_leave = ""

    def heading(self) -> Content:
        return Content("Something that counts as CPD")

    def compose_first(self) -> ComposeResult:
        with Horizontal(classes="filter-row"):
            yield Static("What", classes="field-label")
            yield LineInput(placeholder="a webinar on wound care", id="count-what")
        with Horizontal(classes="filter-row"):
            yield Static("When", classes="field-label")
            yield LineInput(placeholder="today", id="count-when")
            yield Static(classes="field-said", id="count-day")

    @property
    def may_count_not(self) -> bool:
        return False

    @on(Input.Changed, "#count-what")
    def _guess_anew(self, event: Input.Changed) -> None:
        if not self._is_changed:
            self._guess(event.value)

    @work(group="guess", exclusive=True)
    async def _guess(self, words: str) -> None:
        facet = await self.app.ask(lambda _: fields_of(guess_from(words, "")))
        if facet is not None and self.is_attached and not self._is_changed:
            self.facet = dict(facet)
            self.say_facet()

    def action_change_what_it_is(self) -> None:
        if not self._is_changed:
            self._is_changed = True  # what is changed by hand is not guessed any more
            self.show_facet()
        super().action_change_what_it_is()

    @on(Input.Changed, "#count-when")
    def _say_day(self, event: Input.Changed) -> None:
        place = self.query_one("#count-day", Static)
        try:
            day = parse_moment(event.value, self._now).day if event.value.strip() else self._now.day
            said = say_day(day, self._now.day) if event.value.strip() else ""
        except Problem:
            day, said = self._now.day, ""
        self.query_one(FirstDay).last_day = day
        place.update(plain_line(f"→ {said}" if said else ""))
        place.display = bool(said)

    def action_close_window(self) -> None:
        """What was typed is not lost by one key."""
        words = self.query_one("#count-what", LineInput).value.strip()
        if words == self._may_leave:
            super().action_close_window()
            return
        self._may_leave = words
        self._say_about("Enter keeps it. Esc once more leaves it, and what is typed here is gone.", wrong=True)

    def check(self) -> None:
        what, when = self.query_one("#count-what", LineInput), self.query_one("#count-when", LineInput)
        if not what.value.strip():
            what.focus()
            raise Problem("What was it?", "A few words are enough.")
        self.words = what.value.strip()
        said = when.value.strip()
        try:
            self.moment = parse_moment(said, self._now) if said else self._now
        except Problem:
            when.focus()
            raise
        self.query_one(FirstDay).last_day = self.moment.day
