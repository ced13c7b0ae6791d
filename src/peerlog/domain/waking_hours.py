"""Hours at which everybody is awake, wherever they are: from 7 to 22 on each one's own clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from .clock_change import instants_of
from .moment import Moment
from .problem import Problem

WAKES, SLEEPS = 7, 22
"""Hours of the local clock between which somebody is asked for their time."""


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour at which a meeting could begin. `clocks` are what everybody's clock shows then, the first one's first.

    `awake` says for each of them whether all of the meeting lies between `WAKES` and `SLEEPS`. `again` marks the
    second of two hours that the first one's clock shows twice.
    """

    clocks: tuple[Moment, ...]
    awake: tuple[bool, ...]
    again: bool = False

    @property
    def suits_all(self) -> bool:
        return all(self.awake)


@dataclass(frozen=True, slots=True)
class DayOfHours:
    """A day of the first one's calendar: its hours that are still to come, and those that its clock skips."""

    day: date
    hours: tuple[Hour, ...]
    skipped: tuple[time, ...]

    @property
    def suiting(self) -> tuple[Hour, ...]:
        return tuple(hour for hour in self.hours if hour.suits_all)


def is_awake(start: Moment, minutes: int) -> bool:
    """Whether `minutes` from `start` lie between `WAKES` and `SLEEPS` of one day, on the clock of its zone."""
    end = _later(start, minutes)
    return start.local.hour >= WAKES and end.day == start.day and end.local.time() <= time(SLEEPS)


def hours_ahead(zones: Sequence[str], now: Moment, *, days: int = 14, minutes: int = 60) -> list[DayOfHours]:
    """The whole hours of the next `days`, today among them, of the first zone's calendar, as all `zones` have them.

    Raises `Problem` for a zone that does not exist, and for a meeting longer than everybody's day.
    """
    if not 1 <= minutes <= (SLEEPS - WAKES) * 60:
        raise Problem(f"A time between {WAKES} and {SLEEPS} is looked for; {minutes} minutes do not fit into that.")
    own, *others = zones
    first = now.in_zone(own).day
    return [_day(first + timedelta(days=ahead), own, others, now, minutes) for ahead in range(days)]


def _day(day: date, own: str, others: Sequence[str], now: Moment, minutes: int) -> DayOfHours:
    hours: list[Hour] = []
    skipped: list[time] = []
    for clock in (time(hour) for hour in range(24)):
        found = instants_of(datetime.combine(day, clock), own)
        if not found:
            skipped.append(clock)
        for count, start in enumerate(found):
            if start.utc > now.utc:
                clocks = (start, *(start.in_zone(zone) for zone in others))
                hours.append(Hour(clocks, tuple(is_awake(each, minutes) for each in clocks), again=count > 0))
    return DayOfHours(day, tuple(hours), tuple(skipped))


def _later(start: Moment, minutes: int) -> Moment:
    end = start.utc + timedelta(minutes=minutes)
    return Moment.of(end, start.zone) if start.zone else Moment(end.astimezone(start.local.tzinfo))
