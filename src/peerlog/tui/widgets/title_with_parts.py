"""A line at whose right edge some parts stand, as long as there is room for them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from .fitted import FittedText

_GAP = "   "


class TitleWithParts(FittedText):
    """A title at the left and some parts at the right; under it where they do not fit into one line, each whole."""

    def __init__(self, title: Content, parts: Sequence[Content]) -> None:
        self._title = title
        self._parts = parts

    def lay_out(self, width: int) -> Content:
        parts = Content(_GAP).join(self._parts)
        room = width - self._title.cell_length - parts.cell_length
        if self._title and room >= len(_GAP):
            return Content.assemble(self._title, " " * room, parts)
        title = self._title.wrap(max(1, width)) if self._title else []
        return Content("\n").join([*title, *self._in_lines(width)])

    def _in_lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for part in self._parts:
            if lines and lines[-1].cell_length + part.cell_length + len(_GAP) <= width:
                lines[-1] = Content.assemble(lines[-1], _GAP, part)
            else:
                lines += part.wrap(max(1, width))
        return lines
