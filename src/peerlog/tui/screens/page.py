"""A page about one entry, over what one came from."""

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
from ..widgets.entry_pane import EntryPane
from ..widgets.footer import KeyLine
from ..widgets.space_words import say_space
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class PageScreen(Screen[None]):
    """Holds an `EntryPane`; goes when its entry is gone."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(page.ClosePage)

    def __init__(self, pane: EntryPane) -> None:
        super().__init__()
        self.pane = pane

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(classes="page-kind")
            yield LockNotice()
            yield Static(classes="page-space")
        yield self.pane
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(".page-kind", Static).update(self.pane.heading)
        self.pane.focus_list()

    @property
    def entry_id(self) -> str:
        return self.pane.entry_id

    @property
    def current_entry(self) -> Entry | None:
        return self.pane.current_entry

    def on_entry_pane_shown(self, message: EntryPane.Shown) -> None:
        vent = bool(message.entry.fields.get("vent"))
        self.query_one(".page-space", Static).update(say_space(message.entry.with_whom, vent=vent))

    def on_entry_pane_gone(self) -> None:
        self.dismiss()

    def action_close_page(self) -> None:
        self.dismiss()
