"""A question that is answered with yes or no; for what cannot be taken back, by typing a word."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.plain import plain
from .dialogue import Dialogue


class ConfirmScreen(Dialogue[bool]):
    """Asks a question; the result is whether the answer was yes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Yes, confirm.YesInFull, confirm.No)

    def __init__(self, question: str, yes: str, no: str, *, about: str = "", word: str = "") -> None:
        """`yes` and `no` say what the answers do; with `word`, yes is said by typing it and pressing Enter."""
        super().__init__()
        self._question = question
        self._about = about
        self._answers = (yes, no)
        self._word = word

    def compose(self) -> ComposeResult:
        yes, no = self._answers
        with Vertical(classes="dialogue"):
            yield Static(plain(self._question).stylize("bold"))
            if self._about:
                yield Static(plain(self._about), classes="about")
            if self._word:
                yield Static(Content.assemble("Type ", (self._word, "bold"), " to confirm:"), classes="about")
                yield LineInput(id="confirm-word")
            key = "Enter" if self._word else "y"
            yield Static(
                Content.assemble((key, "bold"), f" {yes}     ", ("Esc", "bold"), f" {no}").stylize_before("$quiet"),
                classes="answers",
            )
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "yes_in_full":
            return bool(self._word) and self._is_typed
        return not self._word if action == "yes" else True

    @property
    def _is_typed(self) -> bool:
        field = self.query_one_optional("#confirm-word", Input)
        return field is not None and field.value.strip().casefold() == self._word.casefold()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.refresh_bindings()

    def action_yes(self) -> None:
        self.dismiss(True)

    def action_yes_in_full(self) -> None:
        self.dismiss(True)

    def action_no(self) -> None:
        self.dismiss(False)
