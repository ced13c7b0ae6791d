"""The people one works with: their cards, and who is named elsewhere and has none."""

from __future__ import annotations

from ..widgets.people_pane import PeoplePane
from ..widgets.space_words import SpaceOfList
from .pane_screen import PaneScreen


class PeopleScreen(PaneScreen):
    """Holds a `PeoplePane`."""

    def __init__(self) -> None:
        super().__init__(PeoplePane(id="people-pane"), "People", SpaceOfList())
