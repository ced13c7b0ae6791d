"""One line of a list in three parts: a label of fixed width, what it is about, and something at the right edge."""

from __future__ import annotations

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

_GAP = 2


class Line(Visual):
    """Fits itself into the width it is given: the middle part is cut first, with an ellipsis."""

    def __init__(self, label: Content, about: Content, right: Content | None = None, *, label_width: int = 0) -> None:
        """`label_width` is in cells; 0 takes the label as wide as it is."""
        self.label = label
        self.about = about
        self.right = right or Content()
        self._label_width = label_width or label.cell_length

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return self.at(width).render_strips(width, 1, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return 1

    def at(self, width: int) -> Content:
        """The line as content of exactly `width` cells."""
        right = self.right.truncate(max(0, width // 2), ellipsis=True)
        label = self.label.truncate(min(self._label_width, width), ellipsis=True, pad=True)
        room = max(0, width - label.cell_length - right.cell_length - (_GAP if label else 0) - (_GAP if right else 0))
        about = self.about.truncate(room, ellipsis=True, pad=True)
        parts = [label, Content(" " * _GAP) if label else Content(), about]
        if right:
            parts += [Content(" " * _GAP), right]
        return Content("").join(parts)
