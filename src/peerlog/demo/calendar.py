"""The half year that the story covers, and how it moves to end where somebody wants it to end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ..domain.moment import Moment

FIRST_DAY = date(2026, 5, 22)
LAST_DAY = date(2026, 11, 20)
"""A Friday. Only what is planned lies later."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The story's calendar, moved by whole weeks so that its last day is `last_day` or up to six days before it."""

    last_day: date = LAST_DAY

    @property
    def shift(self) -> timedelta:
        return timedelta(weeks=(self.last_day - LAST_DAY).days // 7)

    def day(self, written: date, *, planned: bool = False) -> date:
        """A day of the story, moved; what is planned is moved on as `moment` does."""
        return self._on(written + self.shift) if planned else written + self.shift

    def moment(self, clock: datetime, zone: str, *, planned: bool = False) -> Moment:
        """The moment when clocks in `zone` show `clock`, moved.

        What is planned is moved on, a week at a time, until it lies after the day that follows `last_day`: a demo
        made today ends yesterday, and its next meeting is tomorrow at the earliest.
        """
        local = clock + self.shift
        if planned:
            local += self._on(local.date()) - local.date()
        return Moment.at_local(local, zone)

    def _on(self, day: date) -> date:
        while day <= self.last_day + timedelta(days=1):
            day += timedelta(weeks=1)
        return day
