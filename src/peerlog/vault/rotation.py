"""Which automatic backups stay: the newest of each of the last days, weeks and months that have one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

DAYS, WEEKS, MONTHS = 7, 4, 12

_PERIODS: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (DAYS, lambda made: (made.year, made.month, made.day)),
    (WEEKS, lambda made: tuple(made.isocalendar())[:2]),
    (MONTHS, lambda made: (made.year, made.month)),
)


def kept(made: Iterable[datetime]) -> set[datetime]:
    """Of backups made at these times (all in one zone), those to keep; the newest is always among them."""
    newest_first = sorted(made, reverse=True)
    keep: set[datetime] = set()
    for most, period_of in _PERIODS:
        newest: dict[tuple[int, ...], datetime] = {}
        for each in newest_first:
            newest.setdefault(period_of(each), each)
        keep.update(list(newest.values())[:most])
    return keep
