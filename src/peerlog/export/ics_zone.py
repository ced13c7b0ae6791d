"""A time zone as a calendar file carries it: the changes of its clocks around the meetings, one by one (RFC 5545).

icalendar makes such components too, but dates a change by the clock after it where the standard wants the one before.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from ..domain.moment import zone_named

if TYPE_CHECKING:
    from icalendar import Component, Timezone

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


def timezone_component(zone: str, first: date, last: date) -> Timezone:
    """The zone's VTIMEZONE for the years of `first` to `last` and one more on either side."""
    from icalendar import Timezone

    start = datetime(max(first.year - 1, 2), 1, 1, tzinfo=UTC)
    end = datetime(min(last.year + 2, 9999), 1, 1, tzinfo=UTC)
    component = Timezone()
    component.add("tzid", zone)
    before = _offset(start, zone)
    component.add_component(_observance(start, zone, before, before))
    for change in _changes(start, end, zone):
        after = _offset(change, zone)
        component.add_component(_observance(change, zone, before, after))
        before = after
    return component


def _observance(at: datetime, zone: str, before: timedelta, after: timedelta) -> Component:
    from icalendar import TimezoneDaylight, TimezoneStandard

    local = at.astimezone(zone_named(zone))
    component = TimezoneDaylight() if local.dst() else TimezoneStandard()
    component.add("dtstart", (at + before).replace(tzinfo=None))
    component.add("tzoffsetfrom", before)
    component.add("tzoffsetto", after)
    component.add("tzname", local.tzname() or zone)
    return component


def _changes(start: datetime, end: datetime, zone: str) -> Iterator[datetime]:
    """The moments in UTC at which the offset becomes another one."""
    day = start
    while day < end:
        if _offset(day, zone) != _offset(day + _DAY, zone):
            low, high = day, day + _DAY
            while high - low > _SECOND:
                middle = low + (high - low) / 2
                middle = middle.replace(microsecond=0)
                low, high = (middle, high) if _offset(middle, zone) == _offset(low, zone) else (low, middle)
            yield high
        day += _DAY


def _offset(at: datetime, zone: str) -> timedelta:
    return at.astimezone(zone_named(zone)).utcoffset() or timedelta()
