"""The entries of the journal, newest first, under the days they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from ...domain.dates import say_day
from ...domain.entry import Entry
from ..listing import Listed
from .entry_line import entry_line
from .headed_rows import HeadedRows
from .rows import heading, row

_NEAR = 10
"""So many rows before an end of the list, the next page is asked for."""


class EntryList(HeadedRows):
    """Rows of entries. Says when the end of what it holds comes into sight, so that more can be read."""

    @dataclass
    class EndInSight(Message):
        """One is near the last row (`older`), or near the first."""

        entry_list: EntryList
        older: bool

    @dataclass
    class FarBack(Message):
        """Somebody wants to go to the oldest entries, further than what is here."""

        entry_list: EntryList

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._listed: dict[str, Listed] = {}
        self._last_day: date | None = None

    def show_entries(self, listed: Iterable[Listed], today: date) -> None:
        """Set the rows anew; the one that is marked stays so and stays where it is on the screen."""
        above = self._lines_above()
        self._listed.clear()
        self._last_day = None
        self.show(self._options_for(listed, today))
        if above is not None and self.highlighted is not None and self.highlighted in self._index_to_line:
            self.scroll_to(y=self._index_to_line[self.highlighted] - above, animate=False, immediate=True)

    def append_entries(self, listed: Iterable[Listed], today: date) -> None:
        """Add older entries at the end."""
        self.add_options(self._options_for(listed, today))

    @property
    def marked(self) -> Entry | None:
        """The entry one is on."""
        option = self.highlighted_option
        listed = self._listed.get(option.id or "") if option else None
        return listed.hit.entry if listed else None

    def forget_place(self) -> None:
        """Begin at the first row when rows are shown next."""
        self.highlighted = None

    def mark(self, entry_id: str) -> bool:
        """Go to an entry; whether it is here."""
        if entry_id not in self._listed:
            return False
        self.highlighted = self.get_option_index(entry_id)
        return True

    def _options_for(self, listed: Iterable[Listed], today: date) -> list[Option]:
        options: list[Option] = []
        for each in listed:
            if each.id in self._listed:
                continue
            if each.when.day != self._last_day:
                self._last_day = each.when.day
                options.append(heading(Content(say_day(each.when.day, today)).stylize("bold")))
            self._listed[each.id] = each
            options.append(row(entry_line(each), each.id))
        return options

    def _lines_above(self) -> int | None:
        """How many lines the marked row is below the top of what is shown."""
        if self.highlighted is None or self.highlighted not in self._index_to_line:
            return None
        above = self._index_to_line[self.highlighted] - self.scroll_offset.y
        return above if 0 <= above < self.size.height else None

    def watch_highlighted(self, highlighted: int | None) -> None:
        super().watch_highlighted(highlighted)
        if highlighted is not None:
            self._look_ahead(highlighted)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if old_value != new_value and self._lines:
            middle = min(len(self._lines) - 1, round(new_value) + self.size.height // 2)
            self._look_ahead(self._lines[max(0, middle)][0])

    def _look_ahead(self, index: int) -> None:
        if index >= self.option_count - _NEAR:
            self.post_message(self.EndInSight(self, older=True))
        elif index < _NEAR:
            self.post_message(self.EndInSight(self, older=False))

    def action_cursor_down(self) -> None:
        """Stay at the last row instead of going round: below it lies what has not been read yet."""
        if self.highlighted is None or self.highlighted < self.option_count - 1:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        if self.highlighted is None or any(not option.disabled for option in self.options[: self.highlighted]):
            super().action_cursor_up()
        else:
            self.scroll_home(animate=False)

    def action_last_row(self) -> None:
        self.post_message(self.FarBack(self))
