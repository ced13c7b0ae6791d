"""What is written in a session: the question of a turn and what came of it, notes between turns, and actions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.action_line import ActionLine
from ...domain.group_session import GroupSession, Outcome
from .line_input import LineInput
from .plain import plain_line
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

    @property
    def _text(self) -> TextEditor:
        return self.query_one("#session-text", TextEditor)

    @property
    def _question(self) -> LineInput:
        return self.query_one("#session-question", LineInput)

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

    def note(self, line: str) -> None:
        """Add a line to the text, in one step that Ctrl-Z takes back."""
        text = self._text
        written = text.text.rstrip()
        text.put(f"{written}\n{line}\n" if written else f"{line}\n")
        text.move_cursor(text.document.end)
        text.focus()

    def read_into(self, session: GroupSession) -> GroupSession:
        """The session with all that is typed here."""
        if self._session is None:
            return session
        session = replace(session, actions=self._actions)
        if not self._turn:
            return replace(session, notes=self._text.text)
        return session.with_outcome(self._turn, Outcome(self._question.value, self._text.text))

    # Actions

    def tell_the_day(self, today: date) -> None:
        """From what day actions are counted."""
        self._today = today
        self._show_actions()

    def add_action(self, action: ActionLine) -> None:
        """Show one more, as a part of the session."""
        self._actions = (*self._actions, action)
        self._show_actions()

    def _show_actions(self) -> None:
        lines = [plain_line(f"· {said_action(action, self._today)}") for action in self._actions]
        place = self.query_one("#session-actions", Static)
        place.update(Content("\n").join(lines))
        place.display = bool(lines)


def said_action(action: ActionLine, today: date | None) -> str:
    """`Sam: Reading list · due Fri 27`."""
    due = say_due(action.due, today) if action.due and today else ""
    said = f"{action.owner or 'You'}: {action.title}"
    return f"{said} · {due[0].lower()}{due[1:]}" if due else said
