"""One line to type, with how it is understood beneath it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.problem import Problem
from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.plain import plain, plain_line
from .dialogue import Dialogue


class OneLineScreen(Dialogue[str]):
    """The result is the line as typed; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(
        self,
        question: str,
        understand: Callable[[str], Content | str],
        *,
        about: Content | str = "",
        example: str = "",
        value: str = "",
        may_be_empty: bool = False,
        enter: str = "",
    ) -> None:
        """`understand` says how a line is taken, or raises `Problem`, which then stands beneath it.

        `enter` is what Enter does, for the footer, where that is more than to take the line.
        """
        super().__init__()
        if enter:
            known = self._bindings.key_to_bindings
            known["enter"] = [replace(each, description=enter) for each in known["enter"]]
        self._question = question
        self._understand = understand
        self._about = about if isinstance(about, Content) else plain(about)
        self._example = example
        self._value = value
        self._may_be_empty = may_be_empty

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static(plain_line(self._question), classes="dialogue-title")
            if self._about:
                yield Static(self._about, classes="one-line-about")
            yield LineInput(self._value, placeholder=plain_line(self._example).plain, id="one-line")
            yield Static(classes="field-said")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(LineInput).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """How it is understood as far as it is typed; what is wrong is said when it is taken."""
        try:
            self._say(self._understand(event.value) if event.value.strip() else "")
        except Problem:
            self._say("")

    async def action_choose(self) -> None:
        line = await self.query_one(LineInput).typed_so_far()
        try:
            if line.strip() or not self._may_be_empty:
                self._understand(line)
        except Problem as problem:
            self._say(f"{problem.message} {problem.hint}".strip(), wrong=True)
            return
        self.dismiss(line)

    def _say(self, said: Content | str, *, wrong: bool = False) -> None:
        place = self.query_one(".field-said", Static)
        words = said if isinstance(said, Content) else plain(said)
        place.update(words if wrong or not words else Content.assemble("→ ", words))
        place.set_class(wrong, "wrong")
        place.display = bool(words)

    def action_close_window(self) -> None:
        self.dismiss(None)
