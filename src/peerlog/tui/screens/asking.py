"""Asking and giving, over what one came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from ...domain.entry import Entry
from ..commands import bindings, page
from ..style_sheets import STYLES
from ..widgets.asking_pane import AskingPane
from ..widgets.footer import KeyLine
from ..widgets.space_words import SpaceOfList, say_space
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class AskingScreen(Screen[None]):
    """Holds the `AskingPane`."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(page.ClosePage)

    def __init__(self, space: str | None = None, with_whom: str = "") -> None:
        """`space` is where partners read what stands here, `with_whom` what they are called; None shows everything."""
        super().__init__()
        self._with_whom = with_whom
        self.pane = AskingPane(id="asking", space=space, with_whom=with_whom)

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static("Together", classes="page-kind")
            yield LockNotice()
            if self._with_whom:
                yield Static(say_space(self._with_whom), classes="page-space")
            else:
                yield SpaceOfList(classes="page-space")
        yield self.pane
        yield KeyLine()

    def on_mount(self) -> None:
        self.pane.focus_list()

    @property
    def current_entry(self) -> Entry | None:
        return self.pane.current_entry

    def action_close_page(self) -> None:
        self.dismiss()
