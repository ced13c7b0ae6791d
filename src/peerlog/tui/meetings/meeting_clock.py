"""How long a meeting has been going on."""

from __future__ import annotations

from collections.abc import Callable

FORGOTTEN_SECONDS = 6 * 60 * 60
"""A meeting that nobody has closed for so long does not keep the journal from locking any more."""


class MeetingClock:
    """Counts the seconds of one meeting on a clock that never jumps. It holds no words, so it outlives a lock."""

    def __init__(self, meeting_id: str, passed: float, now: Callable[[], float]) -> None:
        """`passed` are the seconds since the meeting began, `now` says seconds on any clock that goes on."""
        self.meeting_id = meeting_id
        self._now = now
        self._began = now() - passed

    @property
    def seconds(self) -> float:
        return self._now() - self._began

    @property
    def is_forgotten(self) -> bool:
        return self.seconds > FORGOTTEN_SECONDS

    def say(self, planned: int | None) -> str:
        """`18 of 60 min`; without an end `18 min`. Whole minutes that are over."""
        minutes = int(self.seconds // 60)
        return f"{minutes} of {planned} min" if planned else f"{minutes} min"
