"""A year of writing drawn in blocks: a column a week, a row a weekday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from ...domain.dates import DAYS, MONTHS
from ..reading.year_grid import MARKS, column_of, columns, day_at, level

_LABEL = 4


class Heatmap(Widget, can_focus=False):
    """Shows one year with one day marked; posts `DayClicked`."""

    DEFAULT_CSS = """
    Heatmap { height: 8; width: auto; }
    """
    ALLOW_SELECT = False

    @dataclass
    class DayClicked(Message):
        day: date

    def __init__(self) -> None:
        super().__init__()
        self._days: Mapping[date, int] = {}
        self._marked = date(2000, 1, 1)
        self._sunday_first = False

    def show(self, days: Mapping[date, int], marked: date, *, sunday_first: bool) -> None:
        """Show the year of `marked`; `days` holds how much was written on each of its days."""
        self._days, self._marked, self._sunday_first = days, marked, sunday_first
        self.refresh(layout=True)

    @property
    def _step(self) -> int:
        """Cells a week takes: two where there is room for them."""
        return 2 if self.app.size.width >= _LABEL + 2 * 54 + 4 else 1

    def get_content_width(self, container: object, viewport: object) -> int:
        return _LABEL + 54 * self._step

    def render(self) -> RenderResult:
        lines = [self._months(), *(self._weekday(row) for row in range(7))]
        return Content("\n").join(lines)

    def _months(self) -> Content:
        line = [" "] * (_LABEL + 54 * self._step + 3)
        for number, name in enumerate(MONTHS, 1):
            at = _LABEL + self._step * column_of(date(self._marked.year, number, 1), sunday_first=self._sunday_first)
            line[at : at + 3] = name[:3].capitalize()
        return Content("".join(line).rstrip()).stylize("$quiet")

    def _weekday(self, row: int) -> Content:
        name = DAYS[(row - 1) % 7 if self._sunday_first else row][:3].capitalize()
        parts: list[Content | tuple[str, str]] = [(name.ljust(_LABEL), "$quiet")]
        parts += [
            self._cell(column, row) for column in range(columns(self._marked.year, sunday_first=self._sunday_first))
        ]
        return Content.assemble(*parts)

    def _cell(self, column: int, row: int) -> Content:
        day = day_at(self._marked.year, column, row, sunday_first=self._sunday_first)
        if day is None:
            return Content(" " * self._step)
        dark = level(self._days.get(day, 0), max(self._days.values(), default=0))
        style = "reverse bold $foreground" if day == self._marked else "$accent" if dark else "$quiet"
        return Content.assemble((MARKS[dark], style), " " * (self._step - 1))

    def on_click(self, event: events.Click) -> None:
        day = day_at(self._marked.year, (event.x - _LABEL) // self._step, event.y - 1, sunday_first=self._sunday_first)
        if day is not None and event.x >= _LABEL and 1 <= event.y <= 7:
            self.post_message(self.DayClicked(day))
