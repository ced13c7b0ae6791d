"""Until when to pause: a day, or none."""

from __future__ import annotations

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

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

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

    def _day(self, typed: str) -> date | None:
        """The day as typed; raises `Problem`."""
        typed = typed.strip()
        day = parse_day(typed, self._today, ahead=True) if typed else None
        if day is not None and day <= self._today:
            raise Problem("A pause ends on a day that lies ahead.")
        return day

    def on_input_changed(self, event: Input.Changed) -> None:
        try:
            day = self._day(event.value)
        except Problem:
            day = None
        self._say(say_day(day, self._today) if day else "", wrong=False)

    def _say(self, said: str, *, wrong: bool) -> None:
        show_beside(self.query_one(".field-said", Static), said, wrong=wrong)

    async def action_choose(self) -> None:
        typed = await self.query_one(LineInput).typed_so_far()
        try:
            self.dismiss((self._day(typed),))
        except Problem as problem:
            self._say(f"{problem.message} {problem.hint}".strip(), wrong=True)

    def action_close_window(self) -> None:
        self.dismiss(None)
