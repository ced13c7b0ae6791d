"""The way of a goal: from where it starts to where it is to lead."""

from __future__ import annotations

from .entry import Entry
from .text import shorten

_MOST = 16
"""Characters of each end in a list."""


def way_of(goal: Entry) -> str:
    """`4 → 7`; only the end where no start is known, and nothing without an end."""
    start, end = goal.line("baseline"), goal.line("target")
    return f"{start} → {end}" if start and end else end


def short_way(goal: Entry) -> str:
    """The same with both ends short enough for a line of a list."""
    start, end = (shorten(goal.line(name), _MOST) for name in ("baseline", "target"))
    return f"{start} → {end}" if start and end else end
