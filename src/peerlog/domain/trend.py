"""How a goal has gone: the levels of its check-ins from 0 to 10, drawn as one small bar each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .entry import Entry

HIGHEST = 10
SHOWN = 8
"""The newest check-ins that a line draws."""

_BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Trend:
    """Days and levels of check-ins, the oldest first."""

    points: tuple[tuple[date, int], ...] = ()

    @property
    def now(self) -> int | None:
        """The latest level; None before the first check-in."""
        return self.points[-1][1] if self.points else None

    @property
    def first(self) -> int | None:
        return self.points[0][1] if self.points else None

    @property
    def bars(self) -> str:
        """The newest levels as bars; 0 is a line on the ground and 10 the whole height, whatever the others are."""
        return "".join(bar(level) for _, level in self.points[-SHOWN:])


def bar(level: int) -> str:
    """One level as a character."""
    bounded = min(max(level, 0), HIGHEST)
    return _BARS[(bounded * (len(_BARS) - 1) * 2 + HIGHEST) // (HIGHEST * 2)]


def trend_of(check_ins: Iterable[Entry]) -> Trend:
    """The trend of these check-ins in the order of their moments; one without a level says nothing about it."""
    said = [(each.when.utc, each.created, each.when.day, level) for each in check_ins if (level := _level(each)) >= 0]
    return Trend(tuple((day, level) for _, _, day, level in sorted(said)))


def _level(check_in: Entry) -> int:
    # Nought is a level too; an empty field is not.
    level = check_in.number("level")
    return -1 if level is None else level
