"""A point in time as somebody experienced it: local time with its offset and zone, written as RFC 9557."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from .problem import Problem
from .text import brief

_ZONE = re.compile(r"[A-Za-z0-9_+\-/]{1,64}")
_WRITTEN = re.compile(
    r"(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?:\.\d+)?(Z|[+-]\d\d:[0-5]\d)"
    r"(?:\[(" + _ZONE.pattern + r")\])?",
    re.ASCII,
)


@lru_cache(maxsize=64)
def zone_named(name: str) -> tzinfo:
    """The zone with this IANA name; raises `Problem` when there is none."""
    if name in ("UTC", "Etc/UTC"):
        return UTC
    from zoneinfo import ZoneInfo

    try:
        if not _ZONE.fullmatch(name):
            raise KeyError(name)
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise Problem(f"There is no time zone called “{brief(name)}”.", "Use a name such as Europe/London.") from error


@dataclass(frozen=True, slots=True, order=False)
class Moment:
    """A local time to the second, its offset from UTC, and the zone it was written in (empty when unknown).

    Any aware datetime may be given. It keeps what its clock shows: fractions of seconds go, and an offset from the
    days before standard time loses its seconds, which RFC 9557 cannot write. Raises `Problem` when the same instant
    in UTC lies outside the years 1 to 9999.
    """

    local: datetime
    zone: str = ""

    def __post_init__(self) -> None:
        offset = self.local.utcoffset()
        if offset is None:
            raise ValueError("a moment needs an offset")
        if self.zone and not _ZONE.fullmatch(self.zone):
            raise Problem(f"“{brief(self.zone)}” cannot be the name of a time zone.")
        if type(self.local.tzinfo) is not timezone or offset.seconds % 60 or offset.microseconds or self.local.fold:
            whole = timezone(timedelta(minutes=int(offset / timedelta(minutes=1))))
            object.__setattr__(self, "local", self.local.replace(tzinfo=whole, fold=0))
        if self.local.microsecond:
            object.__setattr__(self, "local", self.local.replace(microsecond=0))
        if self.local.year in (MINYEAR, MAXYEAR):
            _seen_in(self.local, UTC)

    @classmethod
    def of(cls, when: datetime, zone: str = "") -> Moment:
        """The moment of an aware datetime, seen in `zone` (in its own offset when no zone is given)."""
        return cls(_seen_in(when, zone_named(zone)) if zone else when, zone)

    @classmethod
    def at_local(cls, local: datetime, zone: str) -> Moment:
        """The moment when clocks in `zone` show the naive `local`.

        A time that daylight saving skips moves forward by the gap; one that it repeats is the first.
        """
        aware = local.replace(tzinfo=zone_named(zone))
        return cls.of(_seen_in(aware, UTC), zone)

    @classmethod
    def parse(cls, written: str) -> Moment:
        """Read RFC 9557 (or its subset RFC 3339); raises `Problem` naming what was written."""
        return _parsed(written)

    def __str__(self) -> str:
        suffix = f"[{self.zone}]" if self.zone else ""
        return self.local.isoformat(timespec="seconds") + suffix

    @property
    def day(self) -> date:
        """The calendar day where it was written."""
        return self.local.date()

    @property
    def utc(self) -> datetime:
        return _seen_in(self.local, UTC)

    def in_zone(self, zone: str) -> Moment:
        """The same instant as clocks in `zone` show it."""
        return Moment.of(self.local, zone)


@lru_cache(maxsize=1024)
def _parsed(written: str) -> Moment:
    # The same text is read for an entry's field, its place and its words, one after the other.
    match = _WRITTEN.fullmatch(written)
    if not match:
        raise Problem(
            f"“{brief(written, 60)}” is not a date and time with an offset.",
            "For example 2026-11-17T19:40:00+01:00",
        )
    local, offset, zone = match.groups()
    try:
        return Moment(datetime.fromisoformat(local + ("+00:00" if offset == "Z" else offset)), zone or "")
    except (ValueError, OverflowError) as error:
        raise Problem(f"“{brief(written, 60)}” is not a possible date and time.") from error


def utc_stamp(when: datetime) -> str:
    """An instant as it is kept for bookkeeping: `2026-11-21T21:54:56Z`."""
    return _seen_in(when, UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _seen_in(when: datetime, zone: tzinfo) -> datetime:
    try:
        return when.astimezone(zone)
    except OverflowError as error:
        raise Problem(f"“{when}” lies outside the years 1 to 9999.") from error
