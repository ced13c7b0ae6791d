"""Numbers drawn with characters that every terminal has."""

from __future__ import annotations

from collections.abc import Sequence

FULL, EMPTY = "━", "─"
HELD, NONE = "●", "·"


def bar(done: float, of: float, cells: int = 20) -> str:
    """`done` out of `of` as a bar; full from there on, and never empty or full before the number is."""
    if of <= 0:
        return ""
    share = min(1.0, max(0.0, done / of))
    full = round(share * cells)
    if 0 < share < 1:
        full = min(max(full, 1), cells - 1)
    return FULL * full + EMPTY * (cells - full)


def beads(counts: Sequence[int]) -> str:
    """A bead for each period in which something took place, a dot for each in which nothing did; numbers above one."""
    return " ".join(NONE if not count else HELD if count == 1 else str(count) for count in counts)


def tally(count: int, most: int = 12) -> str:
    """As many strokes as the count; beyond `most` the last one is a plus."""
    return "▪" * count if count <= most else "▪" * (most - 1) + "+"
