"""A meeting that runs in the app: what its clock costs while nobody types, and how soon a letter is on the screen."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bench import terminal
from bench.clocks import Busy
from bench.forms import MINIMAL
from bench.ours import PASSPHRASE, ZONE, Ours, made
from peerlog.domain.moment import Moment
from peerlog.journal.journal import Journal
from peerlog.journal.meeting.agenda import add_item

_IDLE_SECONDS = 30
_RUNS = "F8 close"
"""Words that are on the screen once a meeting runs."""


@dataclass(frozen=True, slots=True)
class MeetingTimes:
    """Per cent of one core while nobody types, and milliseconds from a key to its letter, ours and a minimal app's."""

    idle: float
    minimal_idle: float
    echo: float
    minimal_echo: float


def build(folder: Path) -> Ours:
    """A journal with one meeting that is about to begin, made when it is not there yet."""
    return made(folder, "meeting", _fill)


def _fill(journal: Journal) -> None:
    soon = Moment.of(journal.time.moment().local + timedelta(minutes=30), ZONE)
    fields = {"title": "Video with Sam", "people": "Sam", "when": soon, "minutes": 60, "purpose": "explore"}
    meeting = journal.entries.add("meeting", fields)
    for line in ("goals", "? reading list", "chairing"):
        add_item(journal, meeting, line)


def meeting_times(ours: Ours, marker: str) -> MeetingTimes:
    """Let the meeting run, leave it alone, then type into its notes."""
    environ = {name: value for name, value in ours.environ.items() if not name.startswith("PEERLOG_PASSPHRASE")}
    screen = _running(environ, marker)
    idle = _idle(screen)
    echo = terminal.echo(screen)
    screen.end()
    minimal = terminal.Screen([sys.executable, "-c", MINIMAL], environ)
    minimal.wait_for("Passphrase")
    minimal.drain()
    minimal_idle = _idle(minimal)
    minimal_echo = terminal.echo(minimal)
    minimal.end()
    return MeetingTimes(idle, minimal_idle, echo, minimal_echo)


def _running(environ: Mapping[str, str], marker: str) -> terminal.Screen:
    screen = terminal.Screen([sys.executable, "-m", "peerlog"], environ)
    screen.wait_for(marker)
    screen.drain(0.5)
    for keys, shown in ((PASSPHRASE + "\r", "Video with Sam"), ("\r", "Agenda"), ("r", _RUNS)):
        screen.type(keys)
        screen.wait_for(shown)
        screen.drain(0.5)
    return screen


def _idle(screen: terminal.Screen) -> float:
    """Per cent of one core, of the process itself."""
    screen.drain()
    busy, start = Busy(screen.pid), time.perf_counter()
    while time.perf_counter() - start < _IDLE_SECONDS:
        screen.drain(0.2)  # shorter than a cursor blinks, or it would never end
    return busy.share * 100
