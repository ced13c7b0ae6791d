"""What time a meeting is for the others, said on standard error, where it is no part of the result."""

from __future__ import annotations

from ..domain.clock_change import say_change
from ..domain.dates import parse_moment
from ..domain.entry import Entry
from ..domain.kinds.meeting import WRITTEN
from ..domain.meeting_time import USUAL_MINUTES
from ..domain.moment import Moment
from ..domain.waking_hours import SLEEPS, WAKES, is_awake
from ..journal.clocks import clocks_at, zones_of
from ..journal.journal import Journal
from . import terminal
from .meetings import said_when


def say_clocks(journal: Journal, meeting: Entry, typed: str) -> None:
    """Say how the time that was `typed` is understood, what the others' clocks show then, and what is odd about it."""
    if change := _change(journal, typed):
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


def _change(journal: Journal, typed: str) -> str:
    """What is to be said of an hour that the journal's own clock skips or shows twice."""
    zone = journal.time.zone
    if not typed.strip():
        return ""
    now = journal.time.moment()
    # Read as on a clock that never changes, to see what was typed.
    plain = parse_moment(typed, Moment(now.local), ahead=True)
    here = parse_moment(typed, now, ahead=True)
    if here.zone != zone or here == now:
        return ""
    return say_change(plain.local.replace(tzinfo=None), zone)
