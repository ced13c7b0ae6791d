"""An entry's place in time, which is its row id.

Minutes of the writer's calendar, whose day 1 is 1 January of year 1, times 1,000, plus a counter.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from ..domain.moment import Moment
from .space import Space

PER_MINUTE = 1000


def first_of_minute(when: Moment) -> int:
    """The smallest position in the minute that clocks showed where `when` was written."""
    local = when.local
    return (local.toordinal() * 1440 + local.hour * 60 + local.minute) * PER_MINUTE


def first_of_day(day: date) -> int:
    """The smallest position of a calendar day."""
    return first_of_minute(Moment.of(datetime.combine(day, time(), UTC)))


def free_position(space: Space, when: Moment) -> int:
    """The next free position in the minute of `when`, or in the first later minute that has one."""
    start = first_of_minute(when)
    while True:
        end = start + PER_MINUTE
        row = space.row("SELECT max(pos) FROM entry WHERE pos >= ? AND pos < ?", (start, end))
        last = row[0] if row else None
        if last is None:
            return start
        if last + 1 < end:
            return int(last) + 1
        start = end
