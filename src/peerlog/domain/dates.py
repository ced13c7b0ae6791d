"""Dates as people type them, read against the day it is: `yesterday`, `fri`, `-3d`, `17 Nov 19:40`, ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from .moment import Moment
from .months import months_after
from .problem import Problem
from .text import brief

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
EXAMPLES = "For example yesterday, fri, -3d, 17 Nov, 2026-11-17 or 2026-11-17 19:40."
DAYS_WRITTEN = "For example yesterday, fri, -3d, 17 Nov or 2026-11-17."
"""Examples for where a day is wanted and no time of day."""

_LONGEST = 120
_FARTHEST = 9999
"""The most days, weeks, months or years from today: more is a slip of the finger."""
_EXACT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:(Z)|([+-]\d\d):?(\d\d))(\[[^\]]+\])?", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?:^|(?<=\d)T|[ ,]+)(?:at )?(?:(\d{1,2})[:.h](\d\d)(?::(\d\d))? ?(am|pm)?|(\d{1,2}) ?(am|pm))$", re.IGNORECASE
)
_WEEKDAY = re.compile(r"(?:on )?(?:(last|next) )?([a-z]{2,9})")
_DAY_NAMED = re.compile(r"([a-z]{3,9})\.?,? ((\d{1,2})(?:st|nd|rd|th)?( .+)?)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?(?:,?\s+(\d{4}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_AGO = re.compile(r"-(\d+)\s*([dwmy])|(\d+)\s+(day|week|month|year)s?\s+ago")
_AHEAD = re.compile(r"\+(\d+)\s*([dwmy])|in\s+(\d+)\s+(day|week|month|year)s?")


def parse_day(written: str, today: date, *, ahead: bool = False) -> date:
    """The day that `written` names; with `ahead`, a bare weekday or day and month lies in the future, else in the past.

    A weekday is never today, and `last` and `next` before it settle the direction. Raises `Problem` naming what was
    written, also for days that do not exist, such as 31 February.
    """
    said = _one_line(written).casefold()
    if said in ("today", "now", ""):
        return today
    if said in ("yesterday", "tomorrow"):
        return _shift(today, 1 if said == "tomorrow" else -1, "d", written)
    for pattern, sign in ((_AGO, -1), (_AHEAD, 1)):
        if match := pattern.fullmatch(said):
            number, unit = match[1] or match[3], (match[2] or match[4])[0]
            return _shift(today, sign * int(number), unit, written)
    if match := _ISO.fullmatch(said) or _COMPACT.fullmatch(said):
        return _real(int(match[1]), int(match[2]), int(match[3]), written)
    if (match := _WEEKDAY.fullmatch(said)) and (weekday := _weekday(match[2])):
        distance = _to_weekday(weekday - 1, today, match[1] == "next" if match[1] else ahead)
        return _shift(today, distance, "d", written)
    if (match := _DAY_NAMED.fullmatch(said)) and (weekday := _weekday(match[1])):
        if not match[4]:
            return _week_around(weekday - 1, int(match[3]), today, written)
        found = parse_day(match[2], today, ahead=ahead)
        if found.weekday() != weekday - 1:
            raise Problem(
                f"“{brief(written)}” does not fit: that is a {DAYS[found.weekday()].capitalize()}.", DAYS_WRITTEN
            )
        return found
    if match := _DAY_MONTH.fullmatch(said):
        day, month, year = match[1], _month(match[2]), match[3]
    elif match := _MONTH_DAY.fullmatch(said):
        day, month, year = match[2], _month(match[1]), match[3]
    else:
        raise Problem(f"“{brief(written)}” is not a date that I can read.", DAYS_WRITTEN)
    if not month:
        raise Problem(f"“{brief(written)}” names no month that I know.", DAYS_WRITTEN)
    if year:
        return _real(int(year), month, int(day), written)
    return _near_year(month, int(day), today, ahead, written)


def parse_moment(written: str, now: Moment, *, ahead: bool = False) -> Moment:
    """The moment that `written` names: ISO 8601 with offset, or a day with or without a time in the zone of `now`.

    `ahead` is as for `parse_day`. A day without a time is the current time when it is today, else
    noon. Raises `Problem`.
    """
    said = _one_line(written)
    if exact := _EXACT.fullmatch(said):
        day_part, time_part, utc, hours, minutes, zone = exact.groups()
        return Moment.parse(f"{day_part}T{time_part}{'Z' if utc else f'{hours}:{minutes}'}{zone or ''}")
    clock = _CLOCK.search(said)
    try:
        day = parse_day(said[: clock.start()] if clock else said, now.day, ahead=ahead)
    except Problem as problem:
        hint = EXAMPLES if problem.hint == DAYS_WRITTEN else problem.hint
        raise Problem(problem.message, hint) from problem
    if clock:
        at = _time(clock, written)
    elif day == now.day:
        return now
    else:
        at = time(12)
    if not now.zone:
        return Moment(datetime.combine(day, at, now.local.tzinfo))
    return Moment.at_local(datetime.combine(day, at), now.zone)


def say_day(day: date, today: date) -> str:
    """A day as the screen says it: relative within a week, absolute beyond (SCREENS)."""
    distance = (day - today).days
    named = {0: "Today", -1: "Yesterday", 1: "Tomorrow"}.get(distance)
    if named:
        return named
    weekday = DAYS[day.weekday()].capitalize()
    if -7 < distance < 7:
        return f"{weekday} {day.day}"
    month = MONTHS[day.month - 1][:3].capitalize()
    year = "" if day.year == today.year else f" {day.year}"
    return f"{weekday[:3]} {day.day} {month}{year}"


def written_out(day: date) -> str:
    """A day in full, `21 November 2026`, for what others read and what is kept."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def written_short(day: date) -> str:
    """`21 Nov 2026`, for where a day in full has no room."""
    return f"{day.day} {MONTHS[day.month - 1][:3].capitalize()} {day.year}"


def _time(clock: re.Match[str], written: str) -> time:
    hour, minute, second, half = int(clock[1] or clock[5]), int(clock[2] or 0), int(clock[3] or 0), clock[4] or clock[6]
    try:
        if half and not 1 <= hour <= 12:
            raise ValueError(hour)
        if half:
            hour = hour % 12 + (12 if half.casefold() == "pm" else 0)
        return time(hour, minute, second)
    except ValueError as error:
        raise Problem(f"“{brief(written)}” has no possible time of day.", EXAMPLES) from error


def _one_line(written: str) -> str:
    said = " ".join(written.split())
    if len(said) > _LONGEST:
        raise Problem(f"“{brief(written)}” is too long for a date.", EXAMPLES)
    return said


def _real(year: int, month: int, day: int, written: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Problem(f"There is no {brief(written)} in the calendar.", DAYS_WRITTEN) from error


def _weekday(said: str) -> int:
    return next((number for number, name in enumerate(DAYS, 1) if name.startswith(said)), 0)


def _month(said: str) -> int:
    return next((number for number, name in enumerate(MONTHS, 1) if name.startswith(said)), 0)


def _to_weekday(weekday: int, today: date, ahead: bool) -> int:
    if ahead:
        return (weekday - today.weekday() - 1) % 7 + 1
    return -((today.weekday() - weekday - 1) % 7 + 1)


def _week_around(weekday: int, day: int, today: date, written: str) -> date:
    """The day of this name and number less than a week away, as `say_day` writes it."""
    for distance in sorted(range(-6, 7), key=abs):
        candidate = _shift(today, distance, "d", written)
        if (candidate.weekday(), candidate.day) == (weekday, day):
            return candidate
    raise Problem(f"“{brief(written)}” is not within a week of today.", "Add the month, such as Thu 19 November.")


def _near_year(month: int, day: int, today: date, ahead: bool, written: str) -> date:
    leap_safe = range(today.year, today.year + 9) if ahead else range(today.year, today.year - 9, -1)
    for year in leap_safe:
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if candidate >= today if ahead else candidate <= today:
            return candidate
    _real(2000, month, day, written)
    raise Problem(f"“{brief(written)}” is too far away.", DAYS_WRITTEN)


def _shift(today: date, number: int, unit: str, written: str) -> date:
    try:
        if abs(number) > _FARTHEST:
            raise OverflowError(number)
        if unit in "dw":
            return today + timedelta(days=number * (7 if unit == "w" else 1))
        return months_after(today, number * (12 if unit == "y" else 1))
    except (ValueError, OverflowError) as error:
        raise Problem(f"“{brief(written)}” is too far away.", DAYS_WRITTEN) from error
