"""A page about one entry, over what one came from."""

from __future__ import annotations

from textual.widgets import Static

from ..widgets.entry_pane import EntryPane
from ..widgets.space_words import say_space
from .pane_screen import PaneScreen


class PageScreen(PaneScreen):
    """Holds an `EntryPane`; goes when its entry is gone."""

    def __init__(self, pane: EntryPane) -> None:
        self.pane = pane
        super().__init__(pane, pane.heading, Static())

    @property
    def entry_id(self) -> str:
        return self.pane.entry_id

    def on_entry_pane_shown(self, message: EntryPane.Shown) -> None:
        vent = bool(message.entry.fields.get("vent"))
        self.query_one(".page-space", Static).update(say_space(message.entry.with_whom, vent=vent))

    def on_entry_pane_gone(self) -> None:
        self.dismiss()
