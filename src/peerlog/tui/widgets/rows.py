"""A list without boxes: the row one is on has a mark before it, so that colour is never the only sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ..commands import bindings, today

MARK = "▸ "


class Rows(OptionList):
    """An option list that remembers what it is on when its rows are set anew. Disabled options are headings."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        today.OpenRow, today.RowDown, today.RowUp, today.FirstRow, today.LastRow
    )

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._height = 0  # at which the marked row was brought into view last

    def show(self, options: Sequence[Option]) -> None:
        """Set the rows, staying on the same one (by its id, else by its place) where it is still there."""
        if not self.is_attached:
            return  # its screen went while what it should show was read
        before = self.highlighted_option.id if self.highlighted_option else None
        place = self.highlighted
        self.set_options(options)
        if before and before in self._id_to_option:
            self.highlighted = self.get_option_index(before)
        elif place is not None:
            self.highlighted = min(place, len(options) - 1)
        if self.highlighted_option is None or self.highlighted_option.disabled:
            self.action_first()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """A list that has become longer begins at its top again where the marked row still shows.

        A window is laid out twice, and rows may come in between, when there is hardly a place for them.
        """
        self.call_after_refresh(self._show_marked)

    def watch_show_vertical_scrollbar(self) -> None:
        """Measure the rows again: beside the bar there is a column less, and some may wrap into another line."""
        self.call_after_refresh(self._measure)

    def _measure(self) -> None:
        self._clear_caches()
        self._update_lines()
        if self.highlighted is not None:
            self.scroll_to_highlight()

    def _show_marked(self) -> None:
        if self.size.height > self._height and self.highlighted is not None:
            self.scroll_to(y=0, animate=False, immediate=True)
            self.scroll_to_highlight()
        self._height = self.size.height

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the marked row into view, the heading it stands under, and what follows the last one."""
        super().scroll_to_highlight(top)
        above = (self.highlighted or 0) - 1
        if above >= 0 and self.options[above].disabled and above in self._index_to_line:
            y = self._index_to_line[above]
            if y < self.scroll_offset.y:
                self.scroll_to(y=y, animate=False, immediate=True)
        if all(option.disabled for option in self.options[above + 2 :]):
            self.scroll_end(animate=False, immediate=True, x_axis=False)  # what is only read after the last row

    def _get_left_gutter_width(self) -> int:
        return len(MARK)

    def render_line(self, y: int) -> Strip:
        line = super().render_line(y)
        first = next((each.style for each in line if each.text and each.style), self.rich_style)
        style = Style(color=first.color, bgcolor=first.bgcolor or self.rich_style.bgcolor)
        gutter = Segment(MARK if self.is_marked(y) else " " * len(MARK), style)
        return Strip([gutter, *line], line.cell_length + len(MARK))

    def is_marked(self, y: int) -> bool:
        """Whether the mark stands before the line at `y`."""
        index = self.row_at(y)
        return index is not None and index == self.highlighted and not self.options[index].disabled

    def row_at(self, y: int) -> int | None:
        """The option whose first line is at `y`."""
        number = self.scroll_offset.y + y
        if number >= len(self._lines):
            return None
        index, line = self._lines[number]
        return index if line == 0 else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.highlighted is not None if action == "open_row" else True

    def action_open_row(self) -> None:
        self.action_select()

    def action_row_down(self) -> None:
        self.action_cursor_down()

    def action_row_up(self) -> None:
        self.action_cursor_up()

    def action_first_row(self) -> None:
        self.action_first()

    def action_last_row(self) -> None:
        self.action_last()


def row(visual: Visual, id: str) -> Option:
    """A row that can be opened."""
    return Option(visual, id=id)


def heading(visual: Visual) -> Option:
    """A row that is only read."""
    return Option(visual, disabled=True)
