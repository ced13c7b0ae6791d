"""Numbers drawn with characters, beside the figure: rows of bars, and columns one cell wide."""

from __future__ import annotations

from collections.abc import Sequence

_COLUMN = " ▁▂▃▄▅▆▇█"


def bar(count: int, most: int, cells: int) -> str:
    """A row of at most `cells` cells as long as `count` is of `most`; what is there at all shows a little."""
    if count <= 0 or most <= 0:
        return ""
    halves = max(1, round(min(count, most) * cells * 2 / most))
    return "━" * (halves // 2) + "╸" * (halves % 2)


def columns(counts: Sequence[int], height: int = 1) -> list[str]:
    """Columns side by side, one cell wide and at most `height` lines high: the lines from the top down."""
    most = max(counts, default=0)
    heights = [max(1, round(count * height * 8 / most)) if count > 0 else 0 for count in counts]
    return ["".join(_COLUMN[min(8, max(0, each - line * 8))] for each in heights) for line in range(height - 1, -1, -1)]
