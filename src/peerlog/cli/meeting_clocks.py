"""What time a meeting is for the others, said on standard error, where it is no part of the result."""

from __future__ import annotations

from ..domain.clock_change import say_change_in
from ..domain.entry import Entry
from ..domain.kinds.meeting import WRITTEN
from ..domain.meeting_time import USUAL_MINUTES
from ..domain.waking_hours import SLEEPS, WAKES, is_awake
from ..journal.journal import Journal
from ..journal.meeting.clocks import clocks_at, zones_of
from . import terminal
from .meetings import said_when


def say_clocks(journal: Journal, meeting: Entry, typed: str) -> None:
    """Say how the time that was `typed` is understood, what the others' clocks show then, and what is odd about it."""
    change = say_change_in(typed, journal.time.moment(), ahead=True) if typed else ""
    if change:
        terminal.say(change)
    if meeting.line("channel") in WRITTEN:
        return
    clocks = clocks_at(zones_of(journal, meeting.members("people")), meeting.when)
    if clocks:
        others = ", ".join(f"{clock.at.local:%a %H:%M} for {clock.name} ({clock.place})" for clock in clocks)
        terminal.say(f"{said_when(journal, meeting.when)} for you, {others}.")
    early = [clock.name for clock in clocks if not is_awake(clock.at, meeting.minutes or USUAL_MINUTES)]
    if early:
        terminal.say(
            f"That is outside {WAKES} to {SLEEPS} for {' and '.join(early)}. “peerlog meeting times” finds others."
        )
