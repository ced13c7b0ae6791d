"""What time it is, as something that is handed in and never patched."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol

from ..domain.moment import Moment, utc_stamp


class Clock(Protocol):
    def now(self) -> datetime:
        """The current time, aware of its offset."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class LocalTime:
    """A clock seen from the journal's own time zone."""

    def __init__(self, clock: Clock, zone: str) -> None:
        self._clock = clock
        self.zone = zone

    def moment(self) -> Moment:
        return Moment.of(self._clock.now(), self.zone)

    def today(self) -> date:
        return self.moment().day

    def stamp(self) -> str:
        """Now, as it is kept for bookkeeping."""
        return utc_stamp(self._clock.now())


def local_time() -> LocalTime:
    """The machine's time, for what needs no journal."""
    return LocalTime(SystemClock(), system_zone())


def system_zone() -> str:
    """The machine's IANA time zone, UTC when it cannot be told."""
    import tzlocal

    try:
        return tzlocal.get_localzone_name() or "UTC"
    except Exception as error:  # tzlocal raises several unrelated types for odd machines
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        return "UTC"
