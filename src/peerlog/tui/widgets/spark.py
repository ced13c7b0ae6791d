"""Small numbers as a row of bars, one character each."""

from __future__ import annotations

from collections.abc import Sequence

_BARS = "▂▃▄▅▆▇█"


def spark(counts: Sequence[int]) -> str:
    """Bars as high as the counts; nothing at all is a line on the ground."""
    most = max(counts, default=0)
    return "".join("▁" if not count else _BARS[(count - 1) * (len(_BARS) - 1) // max(most - 1, 6)] for count in counts)
