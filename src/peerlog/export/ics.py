"""Meetings, and actions that have a day, as an iCalendar file (RFC 5545) for other calendars.

By default it says that there is a meeting and when, and nothing else: calendars are often shared, and synced to places
that their owners do not think of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from .. import __version__
from ..domain.entry import Entry
from ..domain.kinds import ACTION
from ..domain.meeting_time import end_of, is_cancelled
from ..domain.moment import Moment
from ..domain.text import clean_line
from .ics_zone import timezone_component

if TYPE_CHECKING:
    from icalendar import Calendar, Component

EXTRAS = ("title", "place", "people")
"""What a file may say besides; the text of an entry never leaves in one."""

_LAST = date.max - timedelta(days=1)
_UTC_NAMES = frozenset({"UTC", "Etc/UTC"})
_TASK_STATES = {"open": "NEEDS-ACTION", "done": "COMPLETED", "dropped": "CANCELLED"}


def calendar_text(entries: Sequence[Entry], extras: Collection[str] = ()) -> str:
    """One calendar of meetings and of actions that have a day, with line ends as the standard wants them.

    An entry keeps its UID in every file, and a later version has a higher SEQUENCE, so that calendars replace the
    earlier one.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//peerlog//peerlog {__version__}//EN")
    calendar.add("version", "2.0")
    _add_zones(calendar, [entry for entry in entries if entry.kind != ACTION.name])
    for entry in entries:
        calendar.add_component(_task(entry, extras) if entry.kind == ACTION.name else _event(entry, extras))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def uid_of(entry: Entry) -> str:
    """A name that stays the same for ever and that nobody without the entry's id can trace to it."""
    digest = sha256(b"peerlog/calendar/v1\0" + bytes.fromhex(entry.id)).hexdigest()
    return f"{digest[:40]}@peerlog"


def _event(meeting: Entry, extras: Collection[str]) -> Component:
    from icalendar import Event

    event = Event()
    _begin(event, meeting)
    event.add("dtstart", _time(meeting.when))
    length = end_of(meeting) - meeting.when.utc
    if length:
        event.add("duration", length)
    event.add("summary", _summary(meeting, extras))
    event.add("status", "CANCELLED" if is_cancelled(meeting) else "CONFIRMED")
    if "place" in extras and meeting.line("place"):
        event.add("location", clean_line(meeting.line("place")))
    if "people" in extras and meeting.members("people"):
        event.add("description", clean_line(f"With {', '.join(meeting.members('people'))}"))
    return event


def _task(action: Entry, extras: Collection[str]) -> Component:
    from icalendar import Todo

    task = Todo()
    _begin(task, action)
    task.add("due", date.fromisoformat(action.line("due")))
    owner = action.line("owner") if "people" in extras else ""
    title = clean_line(action.title) if "title" in extras else ""
    task.add("summary", ": ".join(part for part in (owner, title or "Something to do") if part))
    task.add("status", _TASK_STATES.get(action.state, "NEEDS-ACTION"))
    return task


def _begin(component: Component, entry: Entry) -> None:
    component.add("uid", uid_of(entry))
    component.add("dtstamp", datetime.fromisoformat(entry.saved))
    component.add("sequence", entry.version - 1)
    component.add("class", "PRIVATE")


def _summary(meeting: Entry, extras: Collection[str]) -> str:
    if "title" in extras and meeting.title:
        return clean_line(meeting.title)
    if "people" in extras and meeting.members("people"):
        return clean_line(f"Meeting with {', '.join(meeting.members('people'))}")
    return "Meeting"


def _time(when: Moment) -> datetime:
    """Local time with its zone; in UTC where no zone is known, or where the local time alone means another moment."""
    from zoneinfo import ZoneInfo

    if not _has_own_zone(when):
        return when.utc
    return when.local.replace(tzinfo=ZoneInfo(when.zone))


def _has_own_zone(when: Moment) -> bool:
    if not when.zone or when.zone in _UTC_NAMES:
        return False
    return Moment.at_local(when.local.replace(tzinfo=None), when.zone).utc == when.utc


def _add_zones(calendar: Calendar, meetings: Iterable[Entry]) -> None:
    days: dict[str, list[date]] = {}
    for meeting in meetings:
        if _has_own_zone(meeting.when):
            days.setdefault(meeting.when.zone, []).append(meeting.when.utc.astimezone(UTC).date())
    for zone in sorted(days):
        calendar.add_component(
            timezone_component(zone, min(days[zone]), min(max(days[zone]), _LAST) + timedelta(days=1))
        )
