"""Exactly what is about to be copied, to the last letter, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ...journal.circle.circles import Circle
from ...journal.shared.copy_words import who_reads
from ..commands import bindings, confirm, sharing
from ..widgets.footer import KeyLine
from ..widgets.plain import plain, plain_line
from ..widgets.space_words import say_space
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class CopyPreviewScreen(Dialogue[bool]):
    """The result is whether to copy it."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(sharing.CopyToPartners, confirm.CloseWindow)

    def __init__(self, heading: str, circle: Circle, words: Sequence[tuple[str, str]], foot: str) -> None:
        """`words` are labels with what stands under them."""
        super().__init__()
        self._heading = heading
        self._circle = circle
        self._words = words
        self._foot = foot

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall", id="copy-preview"):
            with Horizontal(id="copy-top"):
                yield Static(plain_line(self._heading).stylize("bold"), id="copy-heading")
                yield Static(say_space(self._circle.label), id="copy-space")
            yield Static(plain(f"Exactly this, and nothing else, for {who_reads(self._circle)}:"), classes="pick-about")
            with VerticalScroll(id="copy-words"):
                for label, said in self._words:
                    yield Static(_field(label, said))
            yield Static(plain(self._foot), classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#copy-words").focus()

    def action_copy_to_partners(self) -> None:
        self.dismiss(True)

    def action_close_window(self) -> None:
        self.dismiss(False)


def _field(label: str, said: str) -> Content:
    """A short field on a line with its label, a long one under it."""
    if "\n" in said or len(said) > 50:
        return Content.assemble("\n", plain_line(label).stylize("$quiet"), "\n", plain(said))
    return Content.assemble(plain_line(label).stylize("$quiet"), "  ", plain(said))
