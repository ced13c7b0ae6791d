"""Entries added up by what decides for what they count, in one pass and without keeping any."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from ..domain.minutes import MOST
from .counted import Row, Traits
from .course import Course

ENTRIES, MINUTES, POINTS, WITHOUT_POINTS = range(4)
"""Places in a sum: how many, how long, hundredths of a point, and minutes of those that have no points."""

Sums = list[int]


class Tally:
    """Sums for each span of days that no requirement of `courses` cuts in two, and each set of traits."""

    def __init__(self, courses: Sequence[Course]) -> None:
        """Ready for entries; a hundred thousand take about a tenth of a second."""
        self._cuts = _cuts(courses)
        self._spans: list[dict[Traits, Sums]] = [{} for _ in range(len(self._cuts) + 1)]
        self._days: dict[date, tuple[dict[Traits, Sums], list[int]]] = {}
        self._without_length: list[date] = []

    def add(self, items: Iterable[Row]) -> None:
        # One look-up for the day and one for the traits: this loop is where the time goes.
        days = self._days
        without_length = self._without_length
        for _, day, minutes, points, traits, entries in items:
            on_day = days.get(day)
            if on_day is None:
                on_day = days[day] = (self._spans[bisect_right(self._cuts, day)], [0])
            cells, on_this_day = on_day
            if not traits.over_days:
                on_this_day[0] += minutes
            if not minutes:
                without_length.append(day)
            sums = cells.get(traits)
            if sums is None:
                sums = cells[traits] = [0, 0, 0, 0]
            sums[ENTRIES] += entries
            sums[MINUTES] += minutes
            if points is None:
                sums[WITHOUT_POINTS] += minutes
            else:
                sums[POINTS] += points

    def between(self, first: date, last: date) -> Iterator[tuple[int, Traits, Sums]]:
        """Number of the span, traits and sums, for spans from `first` to `last`, which are days that courses cut at."""
        for number in self.spans(first, last):
            for traits, sums in self._spans[number].items():
                yield number, traits, sums

    def spans(self, first: date, last: date) -> range:
        """Numbers of the spans from `first` to `last`."""
        return range(bisect_right(self._cuts, first), bisect_right(self._cuts, last) + 1)

    def days(self, first: date, last: date) -> list[date]:
        """Days with an entry, in order."""
        return sorted(day for day in self._days if first <= day <= last)

    def without_length(self, first: date, last: date) -> int:
        """How many entries there are that nobody has said the length of."""
        return sum(first <= day <= last for day in self._without_length)

    def too_long(self, first: date, last: date) -> list[date]:
        """Days on which entries add up to more than 24 hours, what goes over days left aside."""
        return [day for day in self.days(first, last) if self._days[day][1][0] > MOST]


def count(courses: Sequence[Course], items: Iterable[Row]) -> Tally:
    """All `items`, which may come as a stream, added up for all `courses` together."""
    tally = Tally(courses)
    tally.add(items)
    return tally


def _cuts(courses: Sequence[Course]) -> list[date]:
    """First days of everything that is judged by itself, and the days after last days."""
    found: set[date] = set()
    for course in courses:
        for months in {0, *(each.each_months for each in course.version.requirements)}:
            for first, last in course.period.parts(months):
                found |= {first, last + timedelta(days=1)}
    return sorted(found)
