"""One line of a list in three parts: a label of fixed width, what it is about, and something at the right edge."""

from __future__ import annotations

from textual.content import Content

from .fitted import FittedLine
from .plain import plain_line

LABEL_WIDTH = 18
"""Cells for the labels of the lists on Today, Goals and Together."""

_GAP = 2


class Line(FittedLine):
    """Fits itself into the width it is given, with ellipses: where the middle part is cut, the right one is short."""

    def __init__(
        self,
        label: Content,
        about: Content,
        right: Content | None = None,
        *,
        label_width: int = 0,
        right_is_whole: bool = False,
    ) -> None:
        """`label_width` is in cells; 0 takes the label as wide as it is.

        Bars say nothing when they are cut: where `right_is_whole`, only half the line is too little for them.
        """
        self.label = label
        self.about = about
        self.right = right or Content()
        self.right_in_short: Content | None = None
        """What the right part comes down to where there is no room for all of it."""
        self._label_width = label_width or label.cell_length
        self._right_is_whole = right_is_whole

    def at(self, width: int) -> Content:
        """The line as content of exactly `width` cells."""
        gap = Content(" " * _GAP)
        label = self.label.truncate(min(self._label_width, width), ellipsis=True, pad=True)
        left = [label, gap] if label else []
        spare = width - sum(part.cell_length for part in left) - self.about.cell_length - _GAP
        most, right = max(spare, width // 4), self.right
        if self.right_in_short is not None and right.cell_length > most:
            most, right = max(most, width // 3), self.right_in_short
        if self._right_is_whole:
            most = max(most, right.cell_length)
        right = right.truncate(min(most, width // 2), ellipsis=True)
        end = [gap, right] if right else []
        room = width - sum(part.cell_length for part in (*left, *end))
        parts = [*left, self.about.truncate(max(0, room), ellipsis=True, pad=True), *end]
        return Content("").join(parts)


def labelled(label: str, about: str, right: str = "") -> Line:
    """A line of these lists: label and right edge in the quiet colour; all three may be what people wrote."""
    return Line(
        plain_line(label).stylize("$quiet"),
        plain_line(about),
        plain_line(right).stylize("$quiet"),
        label_width=LABEL_WIDTH,
    )
