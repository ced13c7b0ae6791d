"""A group's session while it goes on: the stage above, and beneath it a place for what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from ...domain.group_session import GroupSession
from ...domain.session_clock import (
    SessionClock,
    back,
    extend,
    go_on,
    pause,
    resume,
    skip,
    until_it_says_else,
    used_in,
)
from ...journal.action_reader import ActionReader, action_reader
from ...journal.journal import Journal
from ..commands import bindings, protocols
from ..messages import JournalChanged
from ..session_keeping import SessionKeeper
from ..style_sheets import STYLES
from ..widgets.ask_line import AskLine
from ..widgets.footer import KeyLine
from ..widgets.plain import plain_line
from ..widgets.session_course import SessionCourse
from ..widgets.session_notes import SessionNotes
from ..widgets.session_stage import SessionStage
from ..widgets.space_words import say_space
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_FORGOTTEN_SECONDS = 3 * 60 * 60
"""No step takes so long: somebody has gone home."""
_KEEP_EVERY_SECONDS = 60.0
"""How far the clock has come is kept so often, beside every change."""


class GroupSessionScreen(Screen[None]):
    """Runs a session. All of it is a draft until it is closed, and waits on Today when one leaves before."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        protocols.PauseSession,
        protocols.SessionAction,
        protocols.FindQuestion,
        protocols.NextStep,
        protocols.StepBack,
        protocols.SkipStep,
        protocols.EndSession,
        protocols.MinuteMore,
        protocols.DiscardSession,
        protocols.ReadHelpCards,
        protocols.LeaveSession,
    )

    @property
    def holds_lock(self) -> bool:
        """While the clock runs, idleness hides the screen and locks nothing; a session left running is forgotten."""
        clock = self._session.clock
        return clock.is_running and used_in(clock, clock.at, self._now()) < _FORGOTTEN_SECONDS * 1000

    def __init__(self, session: GroupSession, draft: str = "", *, running: bool = True) -> None:
        """`draft` is the id of the draft that it comes from; `running` starts the clock at once."""
        super().__init__()
        self._session = session
        self._draft = draft
        self._starts = running
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(id="session-where", classes="page-kind")
            yield LockNotice()
            yield Static(id="session-space", classes="page-space")
        with Horizontal(id="session"):
            with Vertical(id="session-main"):
                yield SessionStage()
                yield SessionNotes()
            yield SessionCourse()
        yield AskLine()
        yield KeyLine()

    async def on_mount(self) -> None:
        self.query_one(SessionNotes).show(self._session)
        if self._starts:
            self._session = replace(self._session, clock=resume(self._session.clock, self._now()))
        self._show()
        self.query_one(SessionNotes).focus_text()
        self._keeper.note_change()
        self.set_interval(_KEEP_EVERY_SECONDS, self._note_time)
        session = self._session

        def read(journal: Journal) -> tuple[ActionReader, str]:
            meeting = journal.entries.find(session.meeting) if session.meeting else None
            return action_reader(journal, session.people), meeting.with_whom if meeting else ""

        found = await self.app.ask(read)
        if found and self.is_attached:
            reader, with_whom = found
            self.query_one("#session-space", Static).update(say_space(with_whom))
            self.query_one(SessionNotes).read_actions_with(reader)

    def _now(self) -> float:
        return self.app.idle.now()

    @property
    def session(self) -> GroupSession:
        """How it stands, with all that is typed."""
        return self.query_one(SessionNotes).read_into(self._session)

    # Showing

    def _show(self) -> None:
        session = self._session
        turn = session.step.turn
        where = session.title or session.protocol
        said = f"{where} · turn {turn} of {len(session.turns)}" if turn else where
        self.query_one("#session-where", Static).update(plain_line(said))
        self.query_one(SessionStage).show(session)
        self.query_one(SessionCourse).show(session)
        self._tick()

    def _tick(self) -> None:
        """Show this second, and come back when the next one begins."""
        if self._timer:
            self._timer.stop()
        now = self._now()
        self.query_one(SessionStage).tick(self._session, now)
        wait = until_it_says_else(self._session.clock, now)
        self._timer = self.set_timer(wait + 0.002, self._tick) if wait is not None else None

    # Keeping

    @cached_property
    def _keeper(self) -> SessionKeeper:
        return SessionKeeper(self, self.app, self._at_rest, self._draft)

    def _at_rest(self) -> GroupSession:
        session = self.session
        return self._with_unfinished_action(replace(session, clock=pause(session.clock, self._now())))

    def _with_unfinished_action(self, session: GroupSession) -> GroupSession:
        """With a line that was not given yet among the notes, so that nothing typed is lost."""
        lines = self.query_one(AskLine).unfinished
        return replace(session, notes="\n".join((*filter(None, (session.notes,)), *lines)))

    def _note_time(self) -> None:
        if self._session.clock.is_running:
            self._keeper.note_change()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _follow_words(self) -> None:
        self._session = self.session
        self._keeper.note_change()

    async def before_lock(self) -> bool:
        """Keep everything as a draft; whether that worked."""
        self._keeper.note_change()
        return await self._keeper.keep()

    # The clock

    def _press(self, change: Callable[[SessionClock, float], SessionClock]) -> None:
        session = self.session
        self._session = replace(session, clock=change(session.clock, self._now()))
        self.query_one(SessionNotes).show(self._session)
        self._show()
        self._keeper.note_change()
        if self._session.clock.is_through:
            self.action_end_session()

    def action_pause_session(self) -> None:
        self._press(pause if self._session.clock.is_running else resume)

    def action_next_step(self) -> None:
        self._press(go_on)

    def action_skip_step(self) -> None:
        self._press(skip)

    def action_step_back(self) -> None:
        self._press(back)

    def action_minute_more(self) -> None:
        self._press(extend)

    # What comes of it

    def action_session_action(self) -> None:
        notes = self.query_one(SessionNotes)
        if notes.reads_actions:
            self.query_one(AskLine).ask("action", "Action", "sam reading list fri", notes.understood)

    def on_ask_line_given(self, message: AskLine.Given) -> None:
        self.query_one(SessionNotes).add_action(message.text)
        self.query_one(AskLine).done()
        self._follow_words()

    def action_read_help_cards(self) -> None:
        from .help_card import HelpCardScreen

        self.app.push_screen(HelpCardScreen("open_questions"))

    def action_find_question(self) -> None:
        from .questions import QuestionsScreen

        def chosen(question: str | None) -> None:
            if question:
                self.query_one(SessionNotes).note(question)

        self.app.push_screen(QuestionsScreen(), chosen)

    # Leaving

    async def action_leave_session(self) -> None:
        self._press_pause()
        if await self.before_lock():
            self.app.tell("The session waits on Today, with its clock stopped.")
            self._keeper.end()
            self.dismiss()
            self.app.post_message(JournalChanged())

    def _press_pause(self) -> None:
        self._session = replace(self.session, clock=pause(self._session.clock, self._now()))

    def action_end_session(self) -> None:
        from .session_end import SessionEndScreen

        was_running = self._session.clock.is_running
        self._press_pause()
        self._show()
        session = self._with_unfinished_action(self._session)

        def answered(title: str | None) -> None:
            if title is not None:
                self.app.follow(partial(self._keeper.record, replace(session, title=title), self.dismiss))
            elif self._session.clock.is_through:
                self._press(back)
            elif was_running:
                self._press(resume)

        self.app.push_screen(SessionEndScreen(session), answered)

    def action_discard_session(self) -> None:
        from .confirm import ConfirmScreen

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.follow(partial(self._keeper.discard, self._at_rest(), self.dismiss))

        self.app.push_screen(ConfirmScreen("Throw this session away?", "throw it away", "go on with it"), answered)
