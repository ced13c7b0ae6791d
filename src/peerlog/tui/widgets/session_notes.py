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

    from ...journal.action_reader import ActionReader
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
        self._reader: ActionReader | None = None

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

    @property
    def reads_actions(self) -> bool:
        """Whether lines can be taken for actions by now."""
        return self._reader is not None

    def read_actions_with(self, reader: ActionReader) -> None:
        """From here on lines can be taken for actions, and it is known from what day their dates are counted."""
        self._reader = reader
        self._show_actions()

    def understood(self, line: str) -> str:
        """What a line means as an action; raises `Problem` while it means nothing."""
        return _said(self._reader.read(line), self._reader.today) if self._reader else ""

    def add_action(self, line: str) -> None:
        """Show one more, as a part of the session."""
        if self._reader:
            self._actions = (*self._actions, self._reader.read(line))
            self._show_actions()

    def _show_actions(self) -> None:
        today = self._reader.today if self._reader else None
        lines = [plain_line(f"· {_said(action, today)}") for action in self._actions]
        place = self.query_one("#session-actions", Static)
        place.update(Content("\n").join(lines))
        place.display = bool(lines)


def _said(action: ActionLine, today: date | None) -> str:
    """`Sam: Reading list · due Fri 27`."""
    due = say_due(action.due, today) if action.due and today else ""
    said = f"{action.owner or 'You'}: {action.title}"
    return f"{said} · {due[0].lower()}{due[1:]}" if due else said
