"""From when on something went that took more than a day: a line of a form, with the days that it makes beside it."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Input, Static

from ...domain.dates import parse_day, written_out
from ...domain.problem import Problem
from ...domain.span import check_span
from .line_input import LineInput
from .plain import plain_line


class FirstDay(Horizontal):
    """`last_day` is the day on which all of it counts."""

    last_day: reactive[date] = reactive(date.min, init=False)

    def __init__(self, first: date | None, last_day: date, *, id: str) -> None:
        super().__init__(classes="filter-row", id=id)
        self._first = first
        self.set_reactive(FirstDay.last_day, last_day)

    def compose(self) -> ComposeResult:
        yield Static("From", classes="field-label")
        yield LineInput(
            self._first.isoformat() if self._first else "", placeholder="its first day, if you like", id="count-first"
        )
        yield Static(classes="field-said", id="count-span")

    def first_day(self, minutes: int) -> date | None:
        """The day that was typed, None for none; raises `Problem` for what is no day or has no room for so long."""
        line = self.query_one(LineInput)
        if not (self.display and line.value.strip()):
            return None
        line.focus()
        first = parse_day(line.value, self.last_day)
        check_span(first, self.last_day, minutes)
        return first

    def watch_last_day(self) -> None:
        self._say_span()

    @on(Input.Changed)
    def _say_span(self) -> None:
        typed, said = self.query_one(LineInput).value, ""
        try:
            said = self._counted(parse_day(typed, self.last_day)) if typed.strip() else ""
        except Problem:
            said = ""  # what is wrong is said when it is taken
        place = self.query_one("#count-span", Static)
        place.update(plain_line(said))
        place.display = bool(said)

    def _counted(self, first: date) -> str:
        days = (self.last_day - first).days + 1
        return f"→ {written_out(first)}, {days:,} {'day' if days == 1 else 'days'}" if days > 0 else ""
