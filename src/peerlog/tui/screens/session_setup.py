"""Laying out a session: who is there, whose turn it is, how long there is, and what becomes of that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from ...domain.entry import Entry
from ...domain.group_session import GroupSession
from ...domain.minutes import parse_minutes
from ...domain.people_line import read_people
from ...domain.problem import Problem
from ...domain.protocol import Protocol
from ...domain.session_plan import total_minutes
from ...domain.session_words import Stretch, stretches
from ...journal.group_sessions import begin, offered_turns, people_of, usual_minutes
from ...journal.journal import Journal
from ..commands import bindings, confirm
from ..commands.protocols import NextStep
from ..style_sheets import STYLES
from ..widgets.footer import KeyLine
from ..widgets.hanging import Hanging
from ..widgets.line_input import LineInput
from ..widgets.plain import plain, plain_line
from ..widgets.topline import LockNotice
from .protocols import say_range

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


_LONGEST_LABEL, _MINUTES_WIDTH = 30, 10


@dataclass(frozen=True, slots=True)
class _Laid:
    """A layout, or why there is none yet; the turns and minutes that are offered go along."""

    session: GroupSession | None
    turns: str
    minutes: str
    wrong: Problem | None = None


class SessionSetupScreen(Screen[GroupSession]):
    """Three lines to fill in and the session that they make; the result is that session, None for another protocol."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(confirm.CloseWindow),
        replace(NextStep.binding(), description="begin"),
    ]

    def __init__(self, protocol: Protocol, meeting: Entry | None = None) -> None:
        super().__init__()
        self._protocol = protocol
        self._meeting = meeting
        self._laid: _Laid | None = None
        self._offered: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        of = f" · {self._meeting.headline}" if self._meeting and self._meeting.headline else ""
        with Horizontal(classes="page-top"):
            yield Static(plain_line(f"{self._protocol.label}{of}"), classes="page-kind")
            yield LockNotice()
        with VerticalScroll(id="setup", can_focus=False):
            for name, label, hint in (
                ("people", "Who is there", "names in the order in which you sit, with commas"),
                ("turns", plain_line(f"Turn of the {self._word('presenter')}").plain, "names, with commas"),
                ("minutes", "How long", "minutes"),
            ):
                with Horizontal(classes="setup-row"):
                    yield Static(label, classes="field-label")
                    yield LineInput(placeholder=hint, id=f"setup-{name}")
            yield Static(id="setup-said")
            yield Static(id="setup-plan")
        yield KeyLine()

    async def on_mount(self) -> None:
        meeting = self._meeting
        people = await self.app.ask(lambda journal: people_of(journal, meeting))
        if not self.is_attached:
            return
        field = self.query_one("#setup-people", Input)
        here = people or ()
        wants_more = len(here) < self._protocol.people[0]
        field.value = ", ".join(here) + (", " if here and wants_more else "")
        field.cursor_position = len(field.value)
        field.focus()

    def _word(self, role: str) -> str:
        return self._protocol.roles.get(role, role)

    def _typed(self, name: str) -> str:
        """What somebody has typed; empty where the field still holds what was offered."""
        value = self.query_one(f"#setup-{name}", Input).value
        return "" if value == self._offered.get(name) else value.strip()

    @on(Input.Changed)
    def _follow(self) -> None:
        self._lay_out()

    @work(group="plan", exclusive=True)
    async def _lay_out(self) -> None:
        await self._lay_out_now()

    async def _lay_out_now(self) -> None:
        people = self.query_one("#setup-people", Input).value
        turns, minutes = self._typed("turns"), self._typed("minutes")
        protocol, meeting = self._protocol, self._meeting
        laid = await self.app.ask(lambda journal: _laid(journal, protocol, meeting, people, turns, minutes))
        if laid is None or not self.is_attached:
            return
        self._laid = laid
        self._offer("turns", laid.turns)
        self._offer("minutes", laid.minutes)
        self._show()

    def _offer(self, name: str, offered: str) -> None:
        """Put what is offered into a field that nobody has changed."""
        field = self.query_one(f"#setup-{name}", Input)
        if not field.has_focus and field.value in ("", self._offered.get(name, "")):
            self._offered[name] = offered
            with field.prevent(Input.Changed):
                field.value = offered
                field.cursor_position = len(offered)

    def _show(self) -> None:
        laid = self._laid
        said, plan = self.query_one("#setup-said", Static), self.query_one("#setup-plan", Static)
        if laid is None or laid.session is None:
            wrong = laid.wrong if laid else None
            said.update(plain(f"{wrong.message} {wrong.hint}".strip()) if wrong else Content())
            plan.update(Content())
        else:
            session = laid.session
            total = total_minutes(session.steps)
            said.update(Content(f"It takes {total} minutes. F5 begins."))
            plan.update(_parts(session))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "next_step":
            return self._laid is not None and self._laid.session is not None
        return True

    @on(Input.Submitted)
    def _go_to_next_field(self, event: Input.Submitted) -> None:
        if event.input.id == "setup-minutes":
            self.app.follow(self.action_next_step)
        else:
            self.focus_next()

    async def action_next_step(self) -> None:
        await self._lay_out_now()  # of what was typed last
        if self._laid and self._laid.session:
            self.dismiss(self._laid.session)

    def action_close_window(self) -> None:
        self.dismiss(None)


def _laid(
    journal: Journal, protocol: Protocol, meeting: Entry | None, people_typed: str, turns_typed: str, minutes_typed: str
) -> _Laid:
    people = read_people(people_typed)
    least, most = protocol.people
    if not least <= len(people) <= most:
        said = f"{protocol.label} is for {say_range(protocol.people, 'person', 'people')}."
        there = f"{len(people)} {'is' if len(people) == 1 else 'are'} here so far." if people else ""
        return _Laid(None, "", minutes_typed, Problem(said, there))
    planned = meeting.minutes if meeting else None
    minutes = str(planned or usual_minutes(protocol, len(people)))
    turns = turns_typed
    try:
        given = parse_minutes(minutes_typed or minutes)
        turns = turns_typed or ", ".join(offered_turns(journal, protocol, people, given))
        session = begin(journal, protocol, people, read_people(turns), given, meeting)
    except Problem as problem:
        return _Laid(None, turns, minutes, problem)
    return _Laid(session, turns, minutes)


def _parts(session: GroupSession) -> Hanging:
    parts = stretches(session.steps, session.people, session.words)
    label_width = min(max(plain_line(part.label).cell_length for part in parts), _LONGEST_LABEL)
    return Hanging([_part(part, label_width) for part in parts], label_width=label_width + _MINUTES_WIDTH + 2)


def _part(part: Stretch, width: int) -> tuple[Content, Content]:
    label = plain_line(part.label).truncate(width, ellipsis=True)
    minutes = f"{part.minutes:4} min"
    return Content.assemble((minutes.ljust(_MINUTES_WIDTH), "$quiet"), label), plain_line(part.about).stylize("$quiet")
