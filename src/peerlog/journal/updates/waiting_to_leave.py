"""How much waits to leave, told without looking at any of it."""

from __future__ import annotations

from ...vault.changes import Changes
from ..circle.circles import Circle
from ..journal import Journal


def waiting_to_leave(journal: Journal, circle: Circle) -> int:
    """How many entries of a circle were written or changed since they last left."""
    return len(Changes(journal.spaces[circle.space]).touched())
