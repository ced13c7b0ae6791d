"""Entries, newest first, under the days they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content
from textual.widgets.option_list import Option

from ...domain.dates import say_day
from ...domain.entry import Entry
from ..reading.listing import Listed
from .entry_line import entry_line
from .headed_rows import HeadedRows
from .rows import heading, row


class EntryList(HeadedRows):
    """Rows of entries, each day a heading."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._listed: dict[str, Listed] = {}
        self._last_day: date | None = None

    def show_entries(self, listed: Iterable[Listed], today: date) -> None:
        """Set the rows anew; the one that is marked stays so and stays where it is on the screen."""
        before, place, above = self.marked, self.highlighted, self._lines_above()
        self._listed.clear()
        self._last_day = None
        self.show(self._options_for(listed, today))
        if place is None:
            self._mark_newest_past(today)
        elif before is None or before.id not in self._listed:
            self._mark_near(place)
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
        """Begin at the newest entry when rows are shown next."""
        self.highlighted = None

    def mark(self, entry_id: str) -> bool:
        """Go to an entry; whether it is here."""
        if entry_id not in self._listed or entry_id not in self._id_to_option:
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

    def _mark_newest_past(self, today: date) -> None:
        """Begin at what was written last, and not at what is planned."""
        past = next((id_ for id_, listed in self._listed.items() if listed.when.day <= today), None)
        if past:
            self.mark(past)

    def _mark_near(self, place: int) -> None:
        """Go to the row that has taken a place, or the last one before it."""
        rows = [number for number, option in enumerate(self.options) if not option.disabled]
        if rows:
            self.highlighted = next((number for number in rows if number >= place), rows[-1])

    def _lines_above(self) -> int | None:
        """How many lines the marked row is below the top of what is shown."""
        if self.highlighted is None or self.highlighted not in self._index_to_line:
            return None
        above = self._index_to_line[self.highlighted] - self.scroll_offset.y
        return above if 0 <= above < self.size.height else None

    def action_cursor_up(self) -> None:
        """Stay at the first row instead of going round, and show the day it is under."""
        if self.highlighted is None or any(not option.disabled for option in self.options[: self.highlighted]):
            super().action_cursor_up()
        else:
            self.scroll_home(animate=False)

    def action_cursor_down(self) -> None:
        """Stay at the last row instead of going round."""
        if self.highlighted is None or self.highlighted < self.option_count - 1:
            super().action_cursor_down()
