"""Looking for a time: the hours of the next days on everybody's clock, and what is planned then already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...domain.entry import Entry
from ...domain.kinds import MEETING
from ...domain.meeting_time import USUAL_MINUTES, end_of, is_cancelled
from ...domain.moment import Moment
from ...domain.selection import Selection
from ...domain.waking_hours import DayOfHours, hours_ahead
from ..journal import Journal
from .clocks import zones_of


@dataclass(frozen=True, slots=True)
class Plan:
    """`names` and `zones` go with the clocks of every hour, the writer's own first, with an empty name.

    `unknown` are those whose zone no card tells; `planned` are the meetings of these days.
    """

    now: Moment
    minutes: int
    names: tuple[str, ...]
    zones: tuple[str, ...]
    unknown: tuple[str, ...]
    days: tuple[DayOfHours, ...]
    planned: tuple[Entry, ...]

    def taken_by(self, start: Moment) -> Entry | None:
        """A meeting that is planned for some of the time from `start` on."""
        begin, end = start.utc.timestamp(), start.utc.timestamp() + self.minutes * 60
        for meeting in self.planned:
            if meeting.when.utc.timestamp() < end and end_of(meeting).timestamp() > begin:
                return meeting
        return None


def plan(
    journal: Journal, people: Sequence[str], *, minutes: int = USUAL_MINUTES, days: int = 14, leaving_out: str = ""
) -> Plan:
    """The hours ahead for a meeting of so many minutes with `people`; raises `Problem` where it is longer than a day.

    `leaving_out` is the id of the meeting whose own time is being changed.
    """
    now = journal.time.moment()
    zones = zones_of(journal, people)
    own = journal.profile.name.casefold()
    ahead = hours_ahead((journal.time.zone, *zones.values()), now, days=days, minutes=minutes)
    until = ahead[-1].day
    found = journal.entries.page(Selection(kinds=frozenset({MEETING.name}), since=now.day, until=until), limit=200)
    return Plan(
        now=now,
        minutes=minutes,
        names=("", *zones),
        zones=(journal.time.zone, *zones.values()),
        unknown=tuple(name for name in people if name not in zones and name.casefold() != own),
        days=tuple(ahead),
        planned=tuple(each for each in found.entries if not is_cancelled(each) and each.id != leaving_out),
    )
