"""How long nobody has touched a key, counting the time that the machine was asleep."""

from __future__ import annotations

import time
from collections.abc import Callable

WARNING_SECONDS = 30


def awake_or_asleep() -> float:
    """Seconds on a clock that goes on while the machine sleeps, where there is one."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        number = getattr(time, name, None)
        if number is not None and hasattr(time, "clock_gettime"):
            return time.clock_gettime(number)
    return time.monotonic()


class Idle:
    """Counts down to the lock; `minutes` is how long to wait, 0 never locks. `now` says seconds on its clock."""

    def __init__(self, minutes: int, now: Callable[[], float] = awake_or_asleep) -> None:
        self.minutes = minutes
        self.now = now
        self._touched = now()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self.now()

    def left(self) -> float | None:
        """Seconds until the lock, negative when it is due, None when nothing is counted."""
        if not self.minutes:
            return None
        return self.minutes * 60 - (self.now() - self._touched)
