"""A group's session while it goes on: the stage above, and beneath it a place for what comes of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static, TextArea

from ...domain.group_session import GroupSession
from ...domain.session_clock import back, pause, resume
from ...journal.action_reader import ActionReader, action_reader
from ...journal.journal import Journal
from ..commands import bindings, protocols
from ..meetings.session_keeping import SessionKeeper
from ..messages import JournalChanged
from ..style_sheets import STYLES
from ..widgets.ask_line import AskLine
from ..widgets.footer import KeyLine
from ..widgets.plain import plain_line
from ..widgets.session_course import SessionCourse
from ..widgets.session_notes import SessionNotes
from ..widgets.session_stage import SessionStage
from ..widgets.space_words import say_space
from ..widgets.topline import LockNotice
from .clocked_session import ClockedSession

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_KEEP_EVERY_SECONDS = 60.0
"""How far the clock has come is kept so often, beside every change."""


class GroupSessionScreen(ClockedSession):
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

    def __init__(self, session: GroupSession, draft: str = "", *, running: bool = True) -> None:
        """`draft` is the id of the draft that it comes from; `running` starts the clock at once."""
        super().__init__(session)
        self._draft = draft
        self._starts = running

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
        self.query_one(SessionNotes).show(self.standing)
        if self._starts:
            self.standing = replace(self.standing, clock=resume(self.standing.clock, self.now()))
        self._show()
        self.query_one(SessionNotes).focus_text()
        self._keeper.note_change()
        self.set_interval(_KEEP_EVERY_SECONDS, self._note_time)
        session = self.standing

        def read(journal: Journal) -> tuple[ActionReader, str]:
            meeting = journal.entries.find(session.meeting) if session.meeting else None
            return action_reader(journal, session.people), meeting.with_whom if meeting else ""

        found = await self.app.ask(read)
        if found and self.is_attached:
            reader, with_whom = found
            self.query_one("#session-space", Static).update(say_space(with_whom))
            self.query_one(SessionNotes).read_actions_with(reader)

    @property
    def session(self) -> GroupSession:
        """How it stands, with all that is typed."""
        return self.query_one(SessionNotes).read_into(self.standing)

    # Showing

    def _show(self) -> None:
        session = self.standing
        turn = session.step.turn
        where = session.title or session.protocol
        said = f"{where} · turn {turn} of {len(session.turns)}" if turn else where
        self.query_one("#session-where", Static).update(plain_line(said))
        self.query_one(SessionStage).show(session)
        self.query_one(SessionCourse).show(session)

    def show_session(self) -> None:
        self.query_one(SessionNotes).show(self.standing)
        self._show()
        self._keeper.note_change()

    # Keeping

    @cached_property
    def _keeper(self) -> SessionKeeper:
        return SessionKeeper(self, self.app, self._at_rest, self._draft)

    def _at_rest(self) -> GroupSession:
        return self._with_unfinished_action(self.changed(pause))

    def _with_unfinished_action(self, session: GroupSession) -> GroupSession:
        """With a line that was not given yet among the notes, so that nothing typed is lost."""
        lines = self.query_one(AskLine).unfinished
        return replace(session, notes="\n".join((*filter(None, (session.notes,)), *lines)))

    def _note_time(self) -> None:
        if self.standing.clock.is_running:
            self._keeper.note_change()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _follow_words(self) -> None:
        self.standing = self.session
        self._keeper.note_change()

    async def before_lock(self) -> bool:
        """Keep everything as a draft; whether that worked."""
        self._keeper.note_change()
        return await self._keeper.keep()

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
        self.standing = self.changed(pause)
        if await self.before_lock():
            self.app.tell("The session waits on Today, with its clock stopped.")
            self._keeper.end()
            self.dismiss()
            self.app.post_message(JournalChanged())

    def action_end_session(self) -> None:
        from .session_end import SessionEndScreen

        was_running = self.standing.clock.is_running
        self.standing = self.changed(pause)
        self._show()
        session = self._with_unfinished_action(self.standing)

        def answered(title: str | None) -> None:
            if title is not None:
                self.app.follow(partial(self._keeper.record, replace(session, title=title), self.dismiss))
            elif self.standing.clock.is_through:
                self.press(back)
            elif was_running:
                self.press(resume)

        self.app.push_screen(SessionEndScreen(session), answered)

    def action_discard_session(self) -> None:
        from .confirm import ConfirmScreen

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.follow(partial(self._keeper.discard, self._at_rest(), self.dismiss))

        self.app.push_screen(ConfirmScreen("Throw this session away?", "throw it away", "go on with it"), answered)
