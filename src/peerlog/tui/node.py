"""What makes a screen or widget know that its app is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .journal_app import JournalApp


class Node:
    """Put before Textual's class in the bases: `class Reader(Node, Widget)`; `self.app` then has `ask` and the rest."""

    if TYPE_CHECKING:

        @property
        def app(self) -> JournalApp: ...
