"""When a meeting begins, ends and is over."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from .dates import parse_moment
from .entry import Entry
from .kinds.meeting import WRITTEN
from .moment import Moment
from .problem import Problem
from .text import brief

USUAL_MINUTES = 60
"""How long a meeting is taken to be that does not say so."""

_END_OF_TIME = datetime.max.replace(microsecond=0, tzinfo=UTC)
_CLOCK_ALONE = re.compile(r"\d{1,2}(?:[:.h]\d\d)? ?(?:am|pm)?", re.IGNORECASE)


def end_of(meeting: Entry) -> datetime:
    """The end, in UTC; a meeting by writing has no length of its own."""
    minutes = meeting.minutes or (0 if meeting.line("channel") in WRITTEN else USUAL_MINUTES)
    length = timedelta(minutes=minutes)
    return meeting.when.utc + min(length, _END_OF_TIME - meeting.when.utc)


def is_cancelled(meeting: Entry) -> bool:
    return meeting.state == "cancelled"


def is_over(meeting: Entry, now: Moment) -> bool:
    """Whether nothing more will be said in it: held, cancelled, or its time has passed."""
    return meeting.state in ("held", "cancelled") or end_of(meeting) <= now.utc


def took_place(meeting: Entry, now: Moment) -> bool:
    """Whether it was held, or its time has passed and nobody cancelled it."""
    return is_over(meeting, now) and not is_cancelled(meeting)


def minutes_until(start: Moment, until: str) -> int:
    """The minutes from `start` to `until`, an hour of the same day or a date and time; raises `Problem`.

    Counted in real time, so a meeting across a change of the clocks has the length it takes.
    """
    said = until.strip()
    if _CLOCK_ALONE.fullmatch(said):
        clock = said if re.search(r"[:.hm]", said, re.IGNORECASE) else f"{said}:00"
        said = f"{start.day.isoformat()} {clock}"
    end = parse_moment(said, start, ahead=True)
    minutes = int((end.utc - start.utc) / timedelta(minutes=1))
    if minutes < 1:
        raise Problem(
            f"That meeting would end before it starts: it begins at {start.local:%H:%M} and ends at {brief(until)}.",
            "Give a later end, or with the day: “2026-11-24 00:30”.",
        )
    if minutes > 24 * 60:
        raise Problem("That meeting would take longer than a day.", "Make one meeting a day of it.")
    return minutes
