"""One line that comes up at the bottom of a screen, takes a sentence and goes again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from ...domain.problem import Problem
from ..commands import bindings, meeting
from .field_row import show_beside
from .line_input import LineInput
from .plain import plain_line

Understood = Callable[[str], str]
"""What a line means, in words; raises `Problem` while it means nothing."""


class AskLine(Horizontal):
    """Hidden until it is asked for; posts `Given` for a line. What was typed and not given waits for the next time."""

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
        self._came_from: Widget | None = None

    def compose(self) -> ComposeResult:
        yield Static(classes="field-label")
        yield LineInput()
        yield Static(classes="field-said")

    @property
    def _line(self) -> LineInput:
        return self.query_one(LineInput)

    def ask(self, purpose: str, label: str, hint: str, understood: Understood) -> None:
        """Come up for a line of this purpose; `label` stands before it and `hint` in it while it is empty."""
        if not self.display:
            self._came_from = self.screen.focused
        self._put_by()
        self._purpose, self._understood = purpose, understood
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
        if not event.value.strip():
            self._say("")
            return
        try:
            self._say(self._understood(event.value))
        except Problem:
            self._say("")

    def action_keep_line(self) -> None:
        text = self._line.value
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
        show_beside(self.query_one(".field-said", Static), said, wrong=wrong)
