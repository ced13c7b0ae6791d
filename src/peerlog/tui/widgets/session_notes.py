"""What is written in a session: the question of a turn and what came of it, notes between turns, and actions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from ...domain.action_line import ActionLine
from ...domain.group_session import GroupSession, Outcome
from ...domain.problem import Problem
from ...domain.text import clean_line
from ...journal.group_sessions import noted_action
from ..type_ahead import FOLLOWED
from .line_input import LineInput
from .plain import plain, plain_line
from .question_hint import QuestionHint
from .text_editor import TextEditor
from .when import say_due

if TYPE_CHECKING:
    from datetime import date

    from textual import getters

    from ..journal_app import JournalApp


class SessionNotes(Vertical):
    """In a turn its question and outcome, else the session's notes; the line for an action comes when asked for."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    class Noted(Message):
        """Another action stands here."""

    def __init__(self) -> None:
        super().__init__()
        self._turn = 0
        self._session: GroupSession | None = None
        self._actions: tuple[ActionLine, ...] = ()
        self._today: date | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="session-asking"):
            yield Static("Question", classes="field-label")
            yield LineInput(id="session-question")
        yield QuestionHint("#session-question", id="session-hint")
        yield TextEditor(id="session-text")
        yield Static(id="session-actions")
        with Horizontal(id="session-act"):
            yield Static("Action", classes="field-label")
            yield LineInput(placeholder="sam reading list fri", id="session-action")
        yield Static(id="session-act-said")

    def on_mount(self) -> None:
        self.query_one("#session-act").display = False
        self.query_one("#session-act-said").display = False
        self._tell_the_day()

    @work
    async def _tell_the_day(self) -> None:
        self._today = await self.app.ask(lambda journal: journal.time.today())
        if self.is_attached:
            self._show_actions()

    @property
    def _text(self) -> TextEditor:
        return self.query_one("#session-text", TextEditor)

    @property
    def _question(self) -> LineInput:
        return self.query_one("#session-question", LineInput)

    @property
    def _action(self) -> LineInput:
        return self.query_one("#session-action", LineInput)

    def show(self, session: GroupSession) -> None:
        """Show the words that belong to the step that is on; what has been typed was read before."""
        turn = session.step.turn
        if self._session is None or turn != self._turn:
            outcome = session.outcomes[turn - 1] if turn else Outcome("", session.notes)
            self._turn = turn
            with self.prevent(Input.Changed, TextEditor.Changed):
                self._question.value = outcome.question
                self._text.load(outcome.text)
            self.query_one("#session-asking").display = bool(turn)
            hint = self.query_one(QuestionHint)
            hint.look_at(outcome.question if turn else "")
            presenter = session.step.roles.presenter
            self._question.placeholder = plain_line(f"what {presenter} asks, in a sentence").plain
            self._text.prompt(f"What came of {presenter}'s turn?" if turn else "Notes, if you like")
        self._session, self._actions = session, session.actions
        self._show_actions()

    def focus_text(self) -> None:
        self._text.focus()

    def read_into(self, session: GroupSession) -> GroupSession:
        """The session with all that is typed here."""
        if self._session is None:
            return session
        session = replace(session, actions=self._actions)
        if not self._turn:
            return replace(session, notes=self._text.text)
        return session.with_outcome(self._turn, Outcome(self._question.value, self._text.text))

    # Actions

    def _show_actions(self) -> None:
        lines = [_said(action, self._today) for action in self._actions]
        place = self.query_one("#session-actions", Static)
        place.update(Content("\n").join(lines))
        place.display = bool(lines)

    def begin_action(self) -> None:
        self.query_one("#session-act").display = True
        self._action.focus()

    def leave_action(self) -> bool:
        """Put the line away; whether it was there. What stands in it stays there."""
        if not self.query_one("#session-act").display:
            return False
        self.query_one("#session-act").display = False
        self.query_one("#session-act-said").display = False
        self.focus_text()
        return True

    def with_unfinished_action(self, session: GroupSession) -> GroupSession:
        """The session, with a line that was not entered yet among the notes, so that nothing typed is lost."""
        line = clean_line(self._action.value)
        return replace(session, notes="\n".join(filter(None, (session.notes, line)))) if line else session

    @on(Input.Submitted, "#session-action")
    def _enter_action(self, event: Input.Submitted) -> None:
        event.stop()
        self._keep_action()

    @work(group=FOLLOWED, exclusive=True)
    async def _keep_action(self) -> None:
        line, session = self._action.value, self._session
        if session is None:
            return
        if not line.strip():
            self.leave_action()
            return
        try:
            action = await self.app.session.run(lambda journal: noted_action(journal, session, line))
        except Problem as problem:
            said = self.query_one("#session-act-said", Static)
            said.update(plain(f"{problem.message} {problem.hint}".strip()))
            said.display = True
            return
        if not self.is_attached:
            return
        self._actions = (*self._actions, action)
        self._action.value = ""
        self._show_actions()
        self.leave_action()
        self.post_message(self.Noted())


def _said(action: ActionLine, today: date | None) -> Content:
    due = f"   {say_due(action.due, today)}" if action.due and today else ""
    who = action.owner or "You"
    return Content.assemble("· ", plain_line(f"{who}: {action.title}"), (due, "$quiet"))
