"""What fits itself into the width that it is given."""

from __future__ import annotations

from abc import abstractmethod

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Fitted(Visual):
    """Takes the whole width, and as many lines as it comes to there."""

    @abstractmethod
    def at(self, width: int) -> Content:
        """The lines as content of at most `width` cells."""

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return self.at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self.at(width).plain.count("\n") + 1


class FittedLine(Fitted):
    """Is one line in every width."""

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return super().render_strips(width, 1, style, options)

    def get_height(self, rules: RulesMap, width: int) -> int:
        return 1


class FittedText(Fitted):
    """Wraps what does not change any more: once for a width, for that takes long."""

    _wrapped: tuple[int, Content] | None = None

    @abstractmethod
    def lay_out(self, width: int) -> Content:
        """What `at` keeps."""

    def at(self, width: int) -> Content:
        if self._wrapped is None or self._wrapped[0] != width:
            self._wrapped = (width, self.lay_out(width))
        return self._wrapped[1]
