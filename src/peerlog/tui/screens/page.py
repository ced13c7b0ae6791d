"""A page about one entry, over what one came from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.screen import Screen
from textual.widgets import Static

from ...domain.entry import Entry
from ..kind_pages import page_for
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

    def way_back(self) -> Callable[[], Screen[None]] | None:
        entry = self.pane.entry
        return partial(_page_again, entry, self.pane.marked_row) if entry and page_for(entry) else None

    def on_entry_pane_shown(self, message: EntryPane.Shown) -> None:
        vent = bool(message.entry.fields.get("vent"))
        self.query_one(".page-space", Static).update(say_space(message.entry.with_whom, vent=vent))

    def on_entry_pane_gone(self) -> None:
        self.dismiss()


def _page_again(entry: Entry, row: str) -> Screen[None]:
    pane = page_for(entry)
    assert pane is not None
    pane.starts_at = row
    return PageScreen(pane)
