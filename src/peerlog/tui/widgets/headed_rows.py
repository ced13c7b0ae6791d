"""Rows under headings that stand where the marks do, so that what belongs to them is further in."""

from __future__ import annotations

from textual.strip import Strip

from .rows import MARK, Rows


class HeadedRows(Rows):
    """A list whose disabled options are headings without a margin."""

    def render_line(self, y: int) -> Strip:
        line = super().render_line(y)
        index = self.row_at(y)
        if index is None or not self.options[index].disabled:
            return line
        style = self.get_visual_style("option-list--option").rich_style
        return line.crop(len(MARK)).extend_cell_length(line.cell_length, style)
