"""A list of entries that holds some pages of many, and says when others are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from .entry_list import EntryList

_NEAR = 10
"""So many rows before an end of the list, the next page is asked for."""


class PagedList(EntryList):
    """Whoever owns it reads further pages when it posts `EndInSight` or `Jumped`."""

    @dataclass
    class EndInSight(Message):
        """One is near the last row (`older`), or near the first."""

        older: bool

    @dataclass
    class Jumped(Message):
        """Somebody wants to go far back (`older`), or to the newest entry of all, perhaps beyond what is here."""

        older: bool

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
            self.post_message(self.EndInSight(older=True))
        elif index < _NEAR:
            self.post_message(self.EndInSight(older=False))

    def action_first_row(self) -> None:
        self.post_message(self.Jumped(older=False))

    def action_last_row(self) -> None:
        self.post_message(self.Jumped(older=True))
