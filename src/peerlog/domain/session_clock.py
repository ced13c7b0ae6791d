"""A session's course in time: which step is on, and how long each has taken, by a steady clock that is handed in.

`now` is always seconds on that clock, of which only differences count. Kept are whole milliseconds between readings of
it, so nothing adds up to an error, however often somebody pauses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

MINUTE = 60_000
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class SessionClock:
    """`allotted` and `used` are milliseconds for each step; `used` leaves out what has run since `since`.

    `at` is the step that is on, from 0; once all are through it is their number. `since` is the millisecond from which
    it runs, None while it rests. `skipped` are the steps that were left out.
    """

    allotted: tuple[int, ...]
    used: tuple[int, ...]
    at: int = 0
    since: int | None = None
    skipped: frozenset[int] = frozenset()

    @property
    def is_running(self) -> bool:
        return self.since is not None

    @property
    def is_through(self) -> bool:
        return self.at == len(self.allotted)


def lay_out(minutes: Sequence[int]) -> SessionClock:
    """A clock at rest before its first step; `minutes` are those of each step."""
    return SessionClock(tuple(each * MINUTE for each in minutes), (0,) * len(minutes))


def used_in(clock: SessionClock, step: int, now: float) -> int:
    """The milliseconds that a step has taken."""
    running = _since(clock, now) if step == clock.at else 0
    return clock.used[step] + running


def used_in_all(clock: SessionClock, now: float) -> int:
    """The milliseconds of all steps together."""
    return sum(clock.used) + (0 if clock.is_through else _since(clock, now))


def left(clock: SessionClock, now: float) -> int:
    """The milliseconds that the present step has left, negative when it is over time; 0 once all are through."""
    return 0 if clock.is_through else clock.allotted[clock.at] - used_in(clock, clock.at, now)


def pause(clock: SessionClock, now: float) -> SessionClock:
    """At rest, with everything up to now counted."""
    if clock.since is None:
        return clock
    used = list(clock.used)
    used[clock.at] += _since(clock, now)
    return replace(clock, used=tuple(used), since=None)


def resume(clock: SessionClock, now: float) -> SessionClock:
    """Running, unless all steps are through."""
    return clock if clock.is_running or clock.is_through else replace(clock, since=_ms(now))


def go_on(clock: SessionClock, now: float) -> SessionClock:
    """To the next step. What ran runs on; after the last step it rests."""
    return clock if clock.is_through else _move(clock, clock.at + 1, now)


def skip(clock: SessionClock, now: float) -> SessionClock:
    """To the next step, noting that the present one was left out."""
    return clock if clock.is_through else replace(go_on(clock, now), skipped=clock.skipped | {clock.at})


def back(clock: SessionClock, now: float) -> SessionClock:
    """To the step before, which goes on from the time it had taken; it is no longer left out."""
    if not clock.at:
        return clock
    return replace(_move(clock, clock.at - 1, now), skipped=clock.skipped - {clock.at - 1})


def extend(clock: SessionClock, now: float) -> SessionClock:
    """One minute more for the present step: on top of what is left, or from now where it is over time."""
    if clock.is_through:
        return clock
    allotted = list(clock.allotted)
    allotted[clock.at] += MINUTE + max(0, -left(clock, now))
    return replace(clock, allotted=tuple(allotted))


def say_left(milliseconds: int) -> str:
    """`12:40`, whole seconds that are not over yet; `+1:20` over time."""
    over = milliseconds < 0
    seconds = -milliseconds // 1000 if over else -(-milliseconds // 1000)
    return f"{'+' if over and seconds else ''}{seconds // 60}:{seconds % 60:02}"


def until_it_says_else(clock: SessionClock, now: float) -> float | None:
    """Seconds until `say_left` says something else; None while the clock rests."""
    return (left(clock, now) % 1000 or 1000) / 1000 if clock.is_running else None


def _move(clock: SessionClock, to: int, now: float) -> SessionClock:
    moved = replace(pause(clock, now), at=to)
    return resume(moved, now) if clock.is_running else moved


def _since(clock: SessionClock, now: float) -> int:
    return 0 if clock.since is None else max(0, _ms(now) - clock.since)


def _ms(now: float) -> int:
    return round(now * 1000)
