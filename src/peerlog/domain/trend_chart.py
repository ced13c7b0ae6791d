"""A trend over time as a few lines of text: the level of each day from the first check-in to the last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .dates import MONTHS
from .trend import HIGHEST, Trend

_ROWS = 5
_LEVELS_A_ROW = HIGHEST // _ROWS
_MARGIN = "   "
_LAST = 4
"""Columns for the latest level, which would be a sliver otherwise."""


def draw_trend(trend: Trend, width: int, today: date, target: str = "") -> list[str]:
    """The chart, at most `width` cells wide, with its two dates; nothing while fewer than two days have check-ins.

    A level holds until the next check-in, the latest one for a few columns. Each row is two levels high, a half-filled
    one stands for the odd level. A `target` that is a level from 0 to 10 is marked at its height.
    """
    days = sorted({day for day, _ in trend.points})
    if len(days) < 2:
        return []
    goal = int(target) if target.isdecimal() and len(target) < 3 and int(target) <= HIGHEST else None
    mark = f" ◂ {goal}" if goal is not None else ""
    columns = max(8, width - len(_MARGIN) - 1 - len(mark))
    levels = [*_levels(trend, days[0], days[-1], columns - _LAST), *[trend.points[-1][1]] * _LAST]
    lines = []
    for row in range(_ROWS, 0, -1):
        ground = (row - 1) * _LEVELS_A_ROW
        scale = f"{HIGHEST:>2} ┤" if row == _ROWS else f"{_MARGIN}│"
        cells = "".join("█" if level >= ground + _LEVELS_A_ROW else "▄" if level > ground else " " for level in levels)
        is_there = goal is not None and ground < max(goal, 1) <= ground + _LEVELS_A_ROW
        lines.append(f"{scale}{cells}{mark if is_there else ''}".rstrip())
    first, last = _said(days[0], today), _said(days[-1], today)
    dates = f"{first}{last.rjust(max(columns - len(first), len(last) + 1))}"
    return [*lines, f" 0 └{'─' * columns}", f"{_MARGIN} {dates}"]


def _levels(trend: Trend, first: date, last: date, columns: int) -> Iterator[int]:
    """The level of each column: that of the day at its right edge, so that the last one stands for the last day."""
    days = (last - first).days + 1
    points = iter(trend.points)
    upcoming = next(points, None)
    level = 0
    for column in range(1, columns + 1):
        day = first + timedelta(days=max(0, -(-column * days // columns) - 1))
        while upcoming and upcoming[0] <= day:
            level = upcoming[1]
            upcoming = next(points, None)
        yield level


def _said(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1][:3].capitalize()}{year}"
