"""How much counts for a requirement once nothing counts beyond a cap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..domain.scheme.requirement import Requirement
from .counted import Traits
from .course import Course
from .sieve import Sieve
from .tally import ENTRIES, MINUTES, POINTS, WITHOUT_POINTS, Sums, Tally

Cell = tuple[int, Traits, Sums, frozenset[str]]
"""Number of a span of days, traits, sums, and names of the requirements that they count for."""

_EXACT = {"hours": 1, "points": 60, "entries": 1}
"""Points are added up in sixtieths of a hundredth, so that what follows from minutes is exact."""


class Amounts:
    """What counts for each requirement of `course`, from a tally made for it."""

    def __init__(self, course: Course, tally: Tally) -> None:
        self._course = course
        self._tally = tally
        self._cells: dict[str, list[Cell]] = {each.name: [] for each in course.version.requirements}
        self._capped: Mapping[str, Sequence[Requirement]] = {
            each.name: [part for part in course.requirements if part.of == each.name and part.cap is not None]
            for each in course.version.requirements
        }
        sieve = Sieve(course)
        for span, traits, sums in tally.between(course.period.first, course.period.last):
            fitting = sieve.fitting(traits)
            for name in fitting:
                self._cells[name].append((span, traits, sums, fitting))

    def of(self, requirement: Requirement, first: date, last: date) -> int:
        """Minutes, hundredths of a point or entries from `first` to `last`, without what lies beyond caps within it."""
        exact = _EXACT[requirement.unit]
        return self._amount(requirement, self._between(requirement, first, last), exact) // exact

    def by_value(self, requirement: Requirement, over: str, first: date, last: date) -> dict[str, int]:
        """The amount for each value of `over` that occurs: “types”, “categories”, or a list."""
        exact = _EXACT[requirement.unit]
        found: dict[str, int] = {}
        for _, traits, sums, _ in self._between(requirement, first, last):
            for value in _values(over, traits):
                found[value] = found.get(value, 0) + self._plain(requirement.unit, sums)
        return {value: amount // exact for value, amount in found.items()}

    def _between(self, requirement: Requirement, first: date, last: date) -> list[Cell]:
        spans = self._tally.spans(first, last)
        return [cell for cell in self._cells[requirement.name] if cell[0] in spans]

    def _amount(self, requirement: Requirement, cells: Sequence[Cell], exact: int) -> int:
        """An entry that several caps fit counts under the first of them."""
        capped, unit = self._capped[requirement.name], requirement.unit
        if not capped:
            return sum(self._plain(unit, sums) for _, _, sums, _ in cells)
        under: list[list[Cell]] = [[] for _ in capped]
        total = 0
        for cell in cells:
            place = next((place for place, part in enumerate(capped) if part.name in cell[3]), None)
            if place is None:
                total += self._plain(unit, cell[2])
            else:
                under[place].append(cell)
        for part, its_cells in zip(capped, under, strict=True):
            for first, last in self._course.period.parts(part.each_months):
                spans = self._tally.spans(first, last)
                inside = [cell for cell in its_cells if cell[0] in spans]
                total += min((part.cap or 0) * exact, self._amount(part, inside, exact))
        return total

    def _plain(self, unit: str, sums: Sums) -> int:
        if unit == "hours":
            return sums[MINUTES]
        if unit == "entries":
            return sums[ENTRIES]
        return sums[POINTS] * 60 + sums[WITHOUT_POINTS] * self._course.version.points_per_hour


def _values(over: str, traits: Traits) -> set[str]:
    if over == "types":
        return {traits.type} - {""}
    if over == "categories":
        return set(traits.categories)
    return {mark.value for mark in traits.marks if mark.list == over}
