"""Asking and giving, over what one came from."""

from __future__ import annotations

from textual.widgets import Static

from ..widgets.asking_pane import AskingPane
from ..widgets.space_words import SpaceOfList, say_space
from .pane_screen import PaneScreen


class AskingScreen(PaneScreen):
    """Holds the `AskingPane`."""

    def __init__(self, space: str | None = None, with_whom: str = "") -> None:
        """`space` is where partners read what stands here, `with_whom` what they are called; None shows everything."""
        self.pane = AskingPane(id="asking", space=space, with_whom=with_whom)
        super().__init__(self.pane, "Together", Static(say_space(with_whom)) if with_whom else SpaceOfList())
