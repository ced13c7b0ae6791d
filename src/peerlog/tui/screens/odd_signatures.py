"""What came that does not count as a signature, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from ...journal.circle.circles import Circle
from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.plain import plain
from .dialogue import Dialogue

_DO = (
    "Nothing was agreed by it, and nothing that is agreed is less so. It is kept, so that you can look at it together.",
    "Ask {} about it on a call, or face to face. It may be a later version of peerlog, or a copy of a journal that was "
    "put back.",
    "If nobody there sent it, somebody else may have one of their devices: it is taken out of use from another one.",
)


class OddSignaturesScreen(Dialogue[None]):
    """Sentences, then advice."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.CloseWindow)

    def __init__(self, circle: Circle, sentences: Sequence[str]) -> None:
        super().__init__()
        self._circle = circle
        self._sentences = sentences

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="odd-signatures"):
            yield Static("These do not count", classes="dialogue-title")
            with VerticalScroll():
                for sentence in self._sentences:
                    yield Static(plain(f"· {sentence}").stylize("$warning"))
                yield Static("What to do", classes="ask")
                for advice in _DO:
                    yield Static(plain(advice.format(self._circle.with_whom)), classes="odd-advice")
        yield KeyLine()

    def action_close_window(self) -> None:
        self.dismiss(None)
