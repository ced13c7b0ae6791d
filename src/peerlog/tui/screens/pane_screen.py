"""A pane over what one came from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from ...domain.entry import Entry
from ..commands import bindings, page
from ..style_sheets import STYLES
from ..widgets.footer import KeyLine
from ..widgets.list_pane import ListPane
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class PaneScreen(Screen[None]):
    """The line above says what the pane is and who reads what stands in it."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(page.ClosePage)

    def __init__(self, pane: ListPane, heading: str, space: Widget | None = None) -> None:
        """`heading` is what the pane is called; `space` says who reads it, where that is not said by its rows."""
        super().__init__()
        self._pane = pane
        self._heading = heading
        self._space = space

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(self._heading, classes="page-kind")
            yield LockNotice()
            if self._space is not None:
                yield self._space.add_class("page-space")
        yield self._pane
        yield KeyLine()

    def on_mount(self) -> None:
        self._pane.focus_list()

    @property
    def current_entry(self) -> Entry | None:
        return self._pane.current_entry

    def way_back(self) -> Callable[[], Screen[None]] | None:
        """What makes this screen again, with the same row marked, after something was read; None where nothing can."""
        return None

    def action_close_page(self) -> None:
        self.dismiss()
