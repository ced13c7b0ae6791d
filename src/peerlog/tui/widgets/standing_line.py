"""A requirement in one line: what it is called, the figure, a bar beside it, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from ...domain.drawn import EMPTY, FULL, bar
from .fitted import FittedLine
from .plain import plain_line

_GAP = 2
_BAR = 20
_LEAST_BAR = 8


@dataclass
class Columns:
    """How wide the widest cells are of lines that stand below one another; grows as the lines are made."""

    label: int = 0
    figure: int = 0
    right: int = 0


class StandingLine(FittedLine):
    """Fits itself into its width: first the bar shrinks, then the label is cut, then what stands at the right."""

    def __init__(
        self, columns: Columns, label: str, figure: str, share: float, right: Content, *, depth: int = 0
    ) -> None:
        """`share` from 0 to 1 draws the bar; below 0 there is none. `depth` is how far it is set in."""
        self._columns = columns
        self._label = Content("  " * depth) + plain_line(label)
        self._figure = plain_line(figure)
        self._share = share
        self._right = right
        columns.label = max(columns.label, self._label.cell_length)
        columns.figure = max(columns.figure, self._figure.cell_length)
        columns.right = max(columns.right, right.cell_length)

    def at(self, width: int) -> Content:
        """The line as content of exactly `width` cells."""
        figure = self._columns.figure
        least = figure + _LEAST_BAR + 3 * _GAP
        label = min(self._columns.label, max(12, width - least - min(self._columns.right, width // 4)))
        right = max(0, min(self._columns.right, width - label - least))
        cells = min(_BAR, max(_LEAST_BAR, width - label - figure - right - 3 * _GAP))
        gap = Content(" " * _GAP)
        parts = [
            self._label.truncate(label, ellipsis=True, pad=True),
            self._figure.truncate(figure, ellipsis=True, pad=True),
            drawn(self._share, cells),
            self._right.truncate(max(0, width - label - figure - cells - 3 * _GAP), ellipsis=True),
        ]
        return gap.join(parts).truncate(width, pad=True)


def drawn(share: float, cells: int) -> Content:
    """A bar of `cells` cells; empty ones where there is none to draw."""
    if share < 0:
        return Content(" " * cells)
    said = bar(share, 1, cells)
    full = said.count(FULL)
    return Content.assemble((FULL * full, "$accent"), (EMPTY * (len(said) - full), "$quiet"))
