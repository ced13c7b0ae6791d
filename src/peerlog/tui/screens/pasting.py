"""Several lines to paste or to type in a small window."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from ..commands import bindings, cpd
from ..widgets.footer import KeyLine
from ..widgets.plain import plain, plain_line
from ..widgets.text_editor import TextEditor
from .dialogue import Dialogue


class PastingScreen(Dialogue[str]):
    """The result is the text; None where nothing was changed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(cpd.KeepAnswer)

    def __init__(self, title: str, about: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall"):
            yield Static(plain_line(self._title), classes="dialogue-title")
            yield Static(plain(self._about), classes="one-line-about")
            yield TextEditor(self._text)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(TextEditor).focus()

    def action_keep_answer(self) -> None:
        text = self.query_one(TextEditor).text
        self.dismiss(text if text.strip() != self._text.strip() else None)
