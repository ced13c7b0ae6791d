"""Lines of two columns in which the second one wraps under itself."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Hanging(Visual):
    """Rows of a label and what it is about; an empty label and text make a line of space."""

    def __init__(self, rows: Sequence[tuple[Content, Content]], *, label_width: int) -> None:
        """`label_width` is in cells, with the gap."""
        self._rows = rows
        self._label_width = label_width

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return self.at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self.at(width).plain.count("\n") + 1

    def at(self, width: int) -> Content:
        """The lines as content of at most `width` cells."""
        lines: list[Content] = []
        for label, about in self._rows:
            left = Content.assemble(label.truncate(self._label_width - 1, ellipsis=True, pad=True), " ")
            for number, part in enumerate(about.wrap(max(1, width - self._label_width)) or [Content()]):
                lines.append(Content.assemble(left if not number else " " * self._label_width, part.rstrip()))
        return Content("\n").join(lines)
