"""Numbers drawn as bars beside their figures."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from ...domain.bars import bar, columns
from .plain import plain_line

_LABEL_CELLS = 22
_BAR_CELLS = 24
_CHART_LINES = 4


def barred(rows: Sequence[tuple[str, int, str]]) -> list[Content]:
    """A line for each row of label, number and figure."""
    most = max((count for _, count, _ in rows), default=0)
    longest = max((plain_line(label).cell_length for label, _, _ in rows), default=0)
    cells = min(_LABEL_CELLS, longest)
    lines = []
    for label, count, figure in rows:
        drawn = bar(count, most, _BAR_CELLS)
        said = plain_line(label).truncate(cells, ellipsis=True, pad=True)
        lines.append(
            Content.assemble("  ", said.stylize("$quiet"), "  ", (drawn, "$accent"), " " if drawn else "", figure)
        )
    return lines


def columned(counts: Sequence[int], labels: Sequence[str]) -> Content:
    """Columns over their labels, each as wide as the longest label and a gap."""
    wide = max((len(label) for label in labels), default=1)
    step = wide + 1 if wide > 2 else 2
    lines = [
        Content("".join(cell * (step - 1) + " " for cell in line)).stylize("$accent")
        for line in columns(counts, _CHART_LINES)
    ]
    said = "".join(label.ljust(step) if _is_said(label) else " " * step for label in labels)
    return Content("\n").join([*lines, Content(said.rstrip()).stylize("$quiet")])


def _is_said(label: str) -> bool:
    """Of the days of a month only some are named, or they would run together."""
    return not label.isdecimal() or int(label) in (1, 5, 10, 15, 20, 25, 30)
