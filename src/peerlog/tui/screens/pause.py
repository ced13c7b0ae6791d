"""Until when to pause: a day, or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from ...domain.dates import parse_day, say_day
from ...domain.problem import Problem
from ..commands import bindings, confirm
from ..widgets.field_row import show_beside
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class PauseScreen(Dialogue[tuple[date | None]]):
    """The result holds the day, or None in it for no day; it is None itself when nothing is to change."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = [
        # Not before the field: it has to have taken in what was typed.
        replace(confirm.Choose.binding(), priority=False),
        *bindings(confirm.CloseWindow),
    ]

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static("Pause until when?", classes="dialogue-title")
            yield LineInput(placeholder="10 jan, +3w, or nothing for as long as it takes", id="until")
            yield Static(classes="field-said")
            yield Static("On that day Today asks whether to go on. Nothing is lost meanwhile.", classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#until").focus()

    def _day(self) -> date | None:
        """The day as typed; raises `Problem`."""
        typed = self.query_one("#until", Input).value.strip()
        day = parse_day(typed, self._today, ahead=True) if typed else None
        if day is not None and day <= self._today:
            raise Problem("A pause ends on a day that lies ahead.")
        return day

    def on_input_changed(self, event: Input.Changed) -> None:
        try:
            day = self._day()
        except Problem:
            day = None
        self._say(say_day(day, self._today) if day else "", wrong=False)

    def _say(self, said: str, *, wrong: bool) -> None:
        show_beside(self.query_one(".field-said", Static), said, wrong=wrong)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        try:
            self.dismiss((self._day(),))
        except Problem as problem:
            self._say(f"{problem.message} {problem.hint}".strip(), wrong=True)

    def action_close_window(self) -> None:
        self.dismiss(None)
