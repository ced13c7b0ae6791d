"""Lines of two columns in which the second one wraps under itself."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from .fitted import FittedText


class Hanging(FittedText):
    """Rows of a label and what it is about; an empty label and text make a line of space."""

    def __init__(self, rows: Sequence[tuple[Content, Content]], *, label_width: int) -> None:
        """`label_width` is in cells, with the gap."""
        self._rows = rows
        self._label_width = label_width

    def lay_out(self, width: int) -> Content:
        lines: list[Content] = []
        for label, about in self._rows:
            left = Content.assemble(label.truncate(self._label_width - 1, ellipsis=True, pad=True), " ")
            for number, part in enumerate(about.wrap(max(1, width - self._label_width)) or [Content()]):
                lines.append(Content.assemble(left if not number else " " * self._label_width, part.rstrip()))
        return Content("\n").join(lines)
