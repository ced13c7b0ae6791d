"""One line that comes up at the bottom of a screen, takes a sentence and goes again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from ...domain.problem import Problem
from ..commands import bindings, meeting
from .field_row import show_beside
from .line_input import LineInput
from .plain import plain_line
from .question_hint import QuestionHint

Understood = Callable[[str], str]
"""What a line means, in words; raises `Problem` while it means nothing."""


class AskLine(Vertical):
    """Hidden until it is asked for; posts `Given` for a line. What was typed and not given waits for the next time.

    Beneath the line stands how it is understood, and a word about it where it asks a question.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(meeting.KeepLine, meeting.LeaveLine)

    @dataclass
    class Given(Message):
        purpose: str
        text: str

    def __init__(self) -> None:
        super().__init__()
        self._purpose = ""
        self._waiting: dict[str, str] = {}
        self._understood: Understood = str
        self._asks: Understood | None = None
        self._came_from: Widget | None = None

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(classes="field-label")
            yield LineInput()
        yield Static(classes="field-said")
        yield QuestionHint()

    @property
    def _line(self) -> LineInput:
        return self.query_one(LineInput)

    def ask(self, purpose: str, label: str, hint: str, understood: Understood, asks: Understood | None = None) -> None:
        """Come up for a line of this purpose; `label` stands before it and `hint` in it while it is empty.

        `asks` says which question a line asks, an empty string for none.
        """
        if not self.display:
            self._came_from = self.screen.focused
        self._put_by()
        self._purpose, self._understood, self._asks = purpose, understood, asks
        self.query_one(".field-label", Static).update(plain_line(label))
        line = self._line
        line.placeholder = plain_line(hint).plain
        line.value = self._waiting.pop(purpose, "")
        line.cursor_position = len(line.value)
        self._say("")
        self.display = True
        line.focus()

    @property
    def unfinished(self) -> tuple[str, ...]:
        """What was typed and has not been given: what stands in the line, and what waits."""
        return tuple(text for text in (self._line.value.strip(), *self._waiting.values()) if text)

    def done(self) -> None:
        """The line was taken: go."""
        self._line.value = ""
        self._go()

    def complain(self, problem: Problem) -> None:
        """Say beside the line why it was not taken."""
        self._say(f"{problem.message} {problem.hint}".strip(), wrong=True)

    def on_mount(self) -> None:
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        said = question = ""
        with suppress(Problem):  # said when the line is given: half a line is no mistake yet
            said = self._understood(event.value) if event.value.strip() else ""
            question = self._asks(event.value) if said and self._asks else ""
        self._say(said)
        self.query_one(QuestionHint).look_at(question)

    async def action_keep_line(self) -> None:
        text = await self._line.typed_so_far()
        if not text.strip():
            self._go()
            return
        try:
            self._understood(text)
        except Problem as problem:
            self.complain(problem)
        else:
            self.post_message(self.Given(self._purpose, text))

    def action_leave_line(self) -> None:
        self._go()

    def _go(self) -> None:
        self._put_by()
        self.display = False
        if self._came_from is not None and self._came_from.is_attached:
            self._came_from.focus()

    def _put_by(self) -> None:
        if self._purpose and self._line.value.strip():
            self._waiting[self._purpose] = self._line.value
        self._line.value = ""

    def _say(self, said: str, *, wrong: bool = False) -> None:
        place = self.query_one(".field-said", Static)
        show_beside(place, said, wrong=wrong)
        place.display = True  # empty as well: the screen above keeps its height while one types
