"""A gentle word beneath a field in which somebody writes a question. It is an offer, and can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from ...domain.question_help import hint_for
from ..commands.protocols import ToggleQuestionHints
from ..keys.keymap import say_keys

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_AFTER_SECONDS = 0.7
"""Half a question is no question: nothing is said while somebody types."""


class QuestionHint(Static):
    """Empty until there is something to say. Whoever mounts it names the input, or tells it each text by `look_at`."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    DEFAULT_CSS = """
    QuestionHint { height: auto; color: $quiet; display: none; }
    """

    def __init__(self, of: str = "", *, id: str | None = None) -> None:
        """`of` selects the input on the same screen that it looks at."""
        super().__init__(id=id)
        self._of = of
        self._text = ""
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        if self._of:
            self.watch(self.screen.query_one(self._of, Input), "value", self.look_at)

    def look_at(self, text: str) -> None:
        """Say what there is to say about `text` once nobody has typed for a moment."""
        self._text = text
        if self._timer:
            self._timer.stop()
        if hint_for(text) is None:
            self.show_or_hide()  # what has been put right goes at once
        else:
            self._timer = self.set_timer(_AFTER_SECONDS, self.show_or_hide)

    def show_or_hide(self) -> None:
        hint = hint_for(self._text) if self.app.settings.question_hints else None
        if hint:
            keys = say_keys(ToggleQuestionHints, self.app.settings.keys)
            off = Content.assemble("   ", (keys, "bold"), " no hints") if keys else Content()
            self.update(Content.assemble(hint.said, " ", hint.suggestion, off))
        self.display = hint is not None
