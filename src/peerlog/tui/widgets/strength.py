"""How well a passphrase resists guessing: a bar of five steps, and the same in words."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

_COLOURS = ("$error", "$error", "$warning", "$success", "$success")


class Strength(Static):
    """Empty until something is estimated."""

    def show(self, score: int, words: str) -> None:
        """`score` from 0 to 4, as `upkeep.passphrase_strength` gives it."""
        filled = "█" * (score + 1)
        self.update(Content.assemble((filled, _COLOURS[score]), ("░" * (4 - score), "$quiet"), "  ", words))
