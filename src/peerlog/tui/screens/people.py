"""The people one works with: their cards, and who is named elsewhere and has none."""

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
from ..widgets.footer import KeyLine
from ..widgets.people_pane import PeoplePane
from ..widgets.space_words import SpaceOfList
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class PeopleScreen(Screen[None]):
    """Holds a `PeoplePane`."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(page.ClosePage)

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static("People", classes="page-kind")
            yield LockNotice()
            yield SpaceOfList(classes="page-space")
        yield PeoplePane(id="people-pane")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(PeoplePane).focus_list()

    @property
    def current_entry(self) -> Entry | None:
        return self.query_one(PeoplePane).current_entry

    def action_close_page(self) -> None:
        self.dismiss()
