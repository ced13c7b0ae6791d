"""Dates as other programs write them. Never relative to today, never guessed: what can be read in two ways is refused.

A date without a time is noon, as everywhere in peerlog.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from ..domain.dates import parse_day
from ..domain.moment import Moment
from ..domain.problem import Problem
from ..domain.text import brief

NOON = time(12)

_CLOCK = r"""
    (?: (?: [T\s,_]+ | \s+at\s+ )
        (?P<hour>\d{1,2}) [:.h] (?P<minute>\d\d) (?: [:.] (?P<second>\d\d) (?: [.,]\d+ )? )?
        \s* (?P<half> [ap]\.?m\.? )?
        \s* (?P<offset> Z | UTC | GMT | [+-]\d\d:?\d\d | [+-]\d\d )?
        (?: \[ (?P<zone> [A-Za-z0-9_+\-/]{1,64} ) \] )?
    )?"""
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})" + _CLOCK, re.VERBOSE | re.IGNORECASE)
_YEAR_LAST = re.compile(
    r"(?P<a>\d{1,2})(?P<mark>[-/.])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4})" + _CLOCK, re.VERBOSE | re.IGNORECASE
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T_-]?(\d\d)(\d\d)(\d\d)?)?(?P<offset>Z)?", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"(?:[a-z]{3,9}\.?,?\s+)?(?P<day>\d{1,2}(?:st|nd|rd|th)?\.?\s+[a-z]{3,9}\.?,?\s+\d{4}"
    r"|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})" + _CLOCK,
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 80
HINT = "Write it as 2026-11-17 or 2026-11-17 19:40."


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it was written: clock time without a zone, and what was said of the zone (None or empty if nothing)."""

    local: datetime
    offset: timedelta | None = None
    zone: str = ""

    def moment(self, zone: str) -> Moment:
        """The moment, with a clock time of unknown zone taken as one in `zone`; raises `Problem`.

        An offset other than UTC's is kept as the writer's own time of day; UTC says nothing about that, and is seen
        in `zone`.
        """
        if self.offset is None:
            return Moment.at_local(self.local, self.zone or zone)
        aware = self.local.replace(tzinfo=timezone(self.offset))
        return Moment.of(aware, self.zone or ("" if self.offset else zone))


def read_written(raw: str, *, month_first: bool | None = None) -> Written:
    """The date that `raw` names; raises `Problem` naming it.

    `month_first` settles 03/04/2026, which is refused while it is None.
    """
    said = " ".join(raw[: _LONGEST + 1].removeprefix("[[").removesuffix("]]").split())
    if len(raw) > _LONGEST:
        raise Problem(f"“{brief(raw)}” is not a date that can be read.", HINT)
    if match := _YEAR_FIRST.fullmatch(said):
        return _written(int(match["y"]), int(match["m"]), int(match["d"]), match, raw)
    if match := _YEAR_LAST.fullmatch(said):
        day, month = _day_and_month(match, month_first, raw)
        return _written(int(match["y"]), month, day, match, raw)
    if match := _COMPACT.fullmatch(said):
        return compact(match, raw)
    if match := _IN_WORDS.fullmatch(said):
        named = parse_day(match["day"].replace(",", " "), date.min)
        return _written(named.year, named.month, named.day, match, raw)
    raise Problem(f"“{brief(raw)}” is not a date that can be read.", HINT)


def is_ambiguous(raw: str) -> bool | None:
    """Whether `raw` is a date such as 03/04/2026; None when it is no date with the year last."""
    match = _YEAR_LAST.fullmatch(" ".join(raw.split()))
    if not match or match["mark"] == ".":
        return None
    return int(match["a"]) <= 12 and int(match["b"]) <= 12 and match["a"] != match["b"]


def has_month_first(raw: str) -> bool:
    """Whether `raw` can only be read with the month first."""
    match = _YEAR_LAST.fullmatch(" ".join(raw.split()))
    return bool(match and match["mark"] != "." and int(match["b"]) > 12)


def compact(match: re.Match[str], raw: str) -> Written:
    """20260301, 202603011930 or 20260301T193000Z."""
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in match.groups()[:6])
    at = time_of(hour, minute, second, raw) if match[4] else NOON
    return Written(datetime.combine(real_day(year, month, day, raw), at), timedelta() if match["offset"] else None)


def _day_and_month(match: re.Match[str], month_first: bool | None, raw: str) -> tuple[int, int]:
    first, second = int(match["a"]), int(match["b"])
    if match["mark"] == "." or first > 12 or first == second:
        return first, second
    if second > 12:
        return second, first
    if month_first is None:
        raise Problem(f"“{brief(raw)}” can be read in two ways: which is the month?", HINT)
    return (second, first) if month_first else (first, second)


def _written(year: int, month: int, day: int, match: re.Match[str], raw: str) -> Written:
    on = real_day(year, month, day, raw)
    if not match["hour"]:
        return Written(datetime.combine(on, NOON))
    hour, half = int(match["hour"]), (match["half"] or "").replace(".", "").casefold()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    at = time_of(hour, int(match["minute"]), int(match["second"] or 0), raw)
    return Written(datetime.combine(on, at), _offset(match["offset"], raw), match["zone"] or "")


def _offset(said: str | None, raw: str) -> timedelta | None:
    if not said:
        return None
    if said.upper() in ("Z", "UTC", "GMT"):
        return timedelta()
    hours, minutes = int(said[1:3]), int(said[3:].lstrip(":") or 0)
    if hours > 23 or minutes > 59:
        raise Problem(f"“{brief(raw)}” has no possible offset from UTC.", HINT)
    return timedelta(hours=hours, minutes=minutes) * (-1 if said[0] == "-" else 1)


def real_day(year: int, month: int, day: int, raw: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Problem(f"There is no “{brief(raw)}” in the calendar.", HINT) from error


def time_of(hour: int, minute: int, second: int, raw: str) -> time:
    try:
        return time(hour, minute, second)
    except ValueError as error:
        raise Problem(f"“{brief(raw)}” has no possible time of day.", HINT) from error
