"""Why a text cannot be put forward just now, and one key that leads on where one does."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from ...journal.agreeing.hindrances import Hindrance, Way
from ..commands import bindings, confirm, texts_to_agree
from ..signing.signing_words import way_on
from ..widgets.footer import KeyLine
from ..widgets.plain import plain
from .dialogue import Dialogue


class HinderedScreen(Dialogue[Way]):
    """The result is the way to take; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(texts_to_agree.TakeTheWay, confirm.CloseWindow)

    def __init__(self, found: Hindrance) -> None:
        super().__init__()
        self._found = found

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static("Not yet", classes="dialogue-title")
            yield Static(plain(self._found.why))
            yield Static(way_on(self._found.way, self._found.hint), classes="answers")
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._found.way) if action == "take_the_way" else True

    def action_take_the_way(self) -> None:
        self.dismiss(self._found.way)

    def action_close_window(self) -> None:
        self.dismiss(None)
