"""What time it is for each of the people in a meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...domain.clock_change import place_of
from ...domain.moment import Moment
from ...domain.problem import Problem
from ..journal import Journal
from ..people import zone_of
from .meetings_with import MOST_PEOPLE


@dataclass(frozen=True, slots=True)
class Clock:
    """Somebody's clock: who, in which zone, and what it shows then."""

    name: str
    zone: str
    at: Moment

    @property
    def place(self) -> str:
        return place_of(self.zone)


def zones_of(journal: Journal, people: Iterable[str]) -> dict[str, str]:
    """The zones of those of `people` whose cards have one, the writer left out."""
    own = journal.profile.name.casefold()
    others = [name for name in people if name and name.casefold() != own][:MOST_PEOPLE]
    return {name: zone for name in others if (zone := zone_of(journal, name))}


def clocks_at(zones: dict[str, str], when: Moment) -> tuple[Clock, ...]:
    """What the clocks of `zones`, by name, show at a moment; those that then lie outside the years 1 to 9999 not."""
    shown: list[Clock] = []
    for name, zone in zones.items():
        try:
            shown.append(Clock(name, zone, when.in_zone(zone)))
        except Problem:
            continue
    return tuple(shown)
