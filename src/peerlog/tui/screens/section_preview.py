"""Exactly what is about to stand in a section of a summary, to the last letter."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from ..commands import bindings, confirm, summary
from ..widgets.footer import KeyLine
from ..widgets.plain import plain, plain_line
from ..widgets.space_words import say_space
from .dialogue import Dialogue


class SectionPreviewScreen(Dialogue[bool]):
    """The result is whether to put it in."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(summary.PutIntoSection, confirm.CloseWindow)

    def __init__(self, heading: str, with_whom: str, about: str, words: str, foot: str) -> None:
        super().__init__()
        self._heading = heading
        self._with_whom = with_whom
        self._about = about
        self._words = words
        self._foot = foot

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall"):
            with Horizontal(id="copy-top"):
                yield Static(plain_line(self._heading).stylize("bold"), id="copy-heading")
                yield Static(say_space(self._with_whom), id="copy-space")
            yield Static(plain(self._about), classes="pick-about")
            with VerticalScroll(id="copy-words"):
                yield Static(plain(self._words))
            if self._foot:
                yield Static(plain(self._foot), classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#copy-words").focus()

    def action_put_into_section(self) -> None:
        self.dismiss(True)

    def action_close_window(self) -> None:
        self.dismiss(False)
