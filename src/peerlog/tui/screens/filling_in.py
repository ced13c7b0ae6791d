"""After a sweep: only what is required and missing, one question at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.entry import Entry
from ...domain.minutes import LONGEST_SPAN, parse_minutes, say_minutes
from ...domain.problem import Problem
from ...journal.cpd.changing import change_activity
from ...journal.cpd.facet_fields import clean_points
from ...journal.cpd.spans import length_of
from ...journal.cpd.still_missing import Missing
from ...journal.journal import Journal
from ..commands import bindings, cpd
from ..messages import JournalChanged
from ..widgets.entry_line import name_of
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.plain import plain, plain_line
from ..widgets.when import say_full_day
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

Step = tuple[Entry, Missing]

_WITH_ONE_KEY = 9
"""So many values can be chosen among with a single digit."""
_HINTS = {"minutes": "35, 90m, 1:30 or 1.5h", "points": "2 or 1.5", "list": "a number"}
_LATER = "An empty line leaves it for later."


class FillingInScreen(Dialogue[None]):
    """An empty line leaves a question for later; each answer is saved at once."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(cpd.AnswerMissing, cpd.EndSweep)
    AUTO_FOCUS = ""

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self.steps = steps
        self._at = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="filling-in"):
            yield Static(id="fill-place", classes="dialogue-title")
            yield Static(id="fill-name")
            yield Static(id="fill-question")
            with VerticalScroll(id="fill-values", can_focus=False):
                yield Static(id="fill-list")
            yield LineInput(id="fill-line")
            yield Static(classes="about", id="fill-said")
        yield KeyLine()

    def on_mount(self) -> None:
        self._show()

    @property
    def _missing(self) -> Missing:
        return self.steps[self._at][1]

    @property
    def _takes_a_digit(self) -> bool:
        return self._missing.sort == "list" and len(self._missing.values) <= _WITH_ONE_KEY

    def _show(self) -> None:
        activity, missing = self.steps[self._at]
        place = Content.assemble("Only this is needed besides", (f"   {self._at + 1} of {len(self.steps)}", "$quiet"))
        self.query_one("#fill-place", Static).update(place)
        day = f"  {say_full_day(activity.when.day)}"
        self.query_one("#fill-name", Static).update(Content.assemble(plain_line(name_of(activity)), (day, "$quiet")))
        body = f" ({missing.body})" if missing.body else ""
        self.query_one("#fill-question", Static).update(plain_line(f"{missing.label}{body}").stylize("bold"))
        values = [plain_line(f"{number}  {value}") for number, value in enumerate(missing.values, 1)]
        self.query_one("#fill-list", Static).update(Content("\n").join(values))
        self.query_one("#fill-values").display = bool(values)
        line = self.query_one("#fill-line", LineInput)
        line.value, line.placeholder = "", _HINTS[missing.sort]
        line.display = not self._takes_a_digit
        if self._takes_a_digit:
            self.set_focus(None)
        else:
            line.focus()
        self._say("")

    def _say(self, said: str, *, wrong: bool = False) -> None:
        place = self.query_one("#fill-said", Static)
        later = "A number chooses, Enter leaves it for later." if self._takes_a_digit else _LATER
        place.update(plain(said or later))
        place.set_class(wrong, "warning")

    @on(Input.Changed, "#fill-line")
    def _follow(self, event: Input.Changed) -> None:
        """A length says how it is understood."""
        typed = event.value.strip()
        if self._missing.sort == "minutes":
            try:
                self._say(f"→ {say_minutes(parse_minutes(typed, LONGEST_SPAN))}" if typed else "")
            except Problem:
                self._say("")

    async def on_key(self, event: events.Key) -> None:
        """A single digit is enough where there are few values."""
        if self._takes_a_digit and event.character and _number(event.character, self._missing):
            event.stop()
            await self._take(event.character)

    async def action_answer_missing(self) -> None:
        await self._take((await self.query_one("#fill-line", LineInput).typed_so_far()).strip())

    async def _take(self, typed: str) -> None:
        """Save what is typed, nothing for an empty line, and go on to the next question."""
        if typed:
            activity, missing = self.steps[self._at]
            try:
                fields = _understood(typed, activity, missing)
            except Problem as problem:
                self._say(f"{problem.message} {problem.hint}".strip(), wrong=True)
                return
            if await self.app.ask(lambda journal: _keep(journal, activity, fields)) is None:
                return
        self._at += 1
        if self._at == len(self.steps):
            self.action_end_sweep()
        else:
            self._show()

    def action_end_sweep(self) -> None:
        self.app.post_message(JournalChanged())
        self.dismiss()


def _understood(typed: str, activity: Entry, missing: Missing) -> dict[str, object]:
    """The fields of an activity; raises `Problem`."""
    if missing.sort == "minutes":
        return {"minutes": length_of(typed, activity.line("type"))}
    if missing.sort == "points":
        return {"points": clean_points(typed)}
    number = _number(typed, missing)
    if not number:
        raise Problem(f"There is nothing with the number “{typed}”.", f"A number from 1 to {len(missing.values)}.")
    return {"mark": f"{missing.name}={missing.values[number - 1]}"}


def _number(typed: str, missing: Missing) -> int:
    """The number of a value, 0 for none."""
    return int(typed) if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(missing.values) else 0


def _keep(journal: Journal, activity: Entry, fields: dict[str, object]) -> Entry:
    mark = fields.pop("mark", None)
    now = journal.entries.get(activity.id)
    if mark is not None:
        fields["marks"] = [*now.members("marks"), mark]
    return change_activity(journal, now, fields)
