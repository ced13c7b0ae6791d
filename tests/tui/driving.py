"""Driving the app in tests: a journal to open, a clock that stands still, and what the screen shows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.prebuilt import PASSPHRASE
from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled, WorkerState

from peerlog.domain.entry import Draft
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock
from peerlog.settings import Settings
from peerlog.tui.app import PeerlogApp
from peerlog.tui.life.door import go_in
from peerlog.tui.life.idle import Idle

_NAMED = {"enter", "escape", "tab", "up", "down", "left", "right", "home", "end", "backspace", "delete"} | {
    f"f{number}" for number in range(1, 13)
}
SMALL, LARGE = (80, 24), (120, 40)


class StillClock:
    """Saturday 21 November 2026, 09:12 in Dublin, until somebody moves it."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 21, 9, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time


@dataclass
class Seconds:
    """The seconds that count down to the lock, moved by hand."""

    passed: float = 0.0

    def __call__(self) -> float:
        return self.passed


@dataclass
class Stage:
    """Everything an app in a test is made of."""

    home: Home
    settings_folder: Path
    clock: StillClock = field(default_factory=StillClock)
    seconds: Seconds = field(default_factory=Seconds)

    def app(self, **settings: Any) -> PeerlogApp:
        """An app on this journal. Backups are off unless asked for."""
        chosen = Settings(**{"backups": False, **settings})
        idle = Idle(chosen.lock_after_minutes, self.seconds)
        return PeerlogApp(self.home, chosen, self.settings_folder, clock=self.clock, idle=idle)

    def open(self) -> Journal:
        """The journal, as another process would open it."""
        return unlock(self.home, PASSPHRASE, clock=self.clock)

    @asynccontextmanager
    async def opened(
        self, app: PeerlogApp | None = None, size: tuple[int, int] = SMALL, tab: str = "today"
    ) -> AsyncIterator[Pilot[object]]:
        """Run the app with the journal open at a tab."""
        app = app or self.app()
        app.tab = tab
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            await app.session.open(self.open)
            app.follow(lambda: go_in(app))
            await settled(pilot)
            yield pilot


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until nothing is on its way any more."""
    await pilot.pause()
    app = pilot.app
    assert isinstance(app, PeerlogApp)
    while app.type_ahead.busy and app.is_running:
        await pilot.pause()
    waiting = True
    while waiting:
        if any(worker.state is WorkerState.PENDING for worker in app.workers):
            await asyncio.sleep(0)  # one that has not begun cannot be waited for
            continue
        with suppress(WorkerCancelled):  # by another one that does the same for what was typed later
            await app.workers.wait_for_complete()
            waiting = False
    await pilot.pause()


async def eventually(pilot: Pilot[Any], holds: Callable[[], object]) -> None:
    """Wait until something holds that comes with one of the next frames."""
    async with asyncio.timeout(5):
        while not holds():
            await pilot.pause()


async def typed(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys as fast as they come, as somebody who types ahead: texts letter by letter, other keys by name."""
    for key in keys:
        if len(key) > 1 and (key in _NAMED or "+" in key):
            pilot.app.post_message(events.Key(key, None))
        else:
            for letter in key:
                pilot.app.post_message(events.Key(_character_to_key(letter), letter))
    await settled(pilot)


def on(app: App[Any], screen: type[Screen[Any]]) -> bool:
    """Whether this is the screen one is on."""
    return isinstance(app.screen, screen)


def shown(app: PeerlogApp) -> str:
    """What the screen shows, line by line."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def said(app: PeerlogApp) -> list[str]:
    """The notifications that stand on the screen."""
    return [notification.message for notification in app._notifications]


def furnish(journal: Journal) -> None:
    """A little of everything, around the day of `StillClock`."""
    add = journal.entries.add
    add("note", {"text": "Agenda felt too long. #chairing", "when": "2026-11-21T09:00:00+00:00[Europe/Dublin]"})
    add("idea", {"title": "Ask before advising", "text": "Count to ten first.", "when": _at("2026-11-18T12:05")})
    add(
        "goal",
        {
            "title": "Chair a meeting well",
            "baseline": "4",
            "target": "7",
            "due": "2026-11-27",
            "why": "Others take the lead from it",
            "text": "Six meetings; three people asked after each.",
            "when": _at("2026-09-01T10:00"),
        },
    )
    add("goal", {"title": "Publish one case study", "due": "2027-03-01", "when": _at("2026-09-02T10:00")})
    add("goal", {"title": "Read twenty papers", "state": "met", "when": _at("2026-03-02T10:00")})
    add("meeting", {"title": "Video with Ada", "people": "Ada", "channel": "video", "when": _at("2026-11-23T09:30")})
    add("meeting", {"people": "Zoë, 李明", "channel": "coffee", "when": _at("2026-11-29T15:00")})
    add("meeting", {"title": "Corner [/x] [@click=app.quit]hi[/]", "people": "Noor", "when": _at("2026-11-02T15:00")})
    add("reflection", {"title": "First visit to the other site", "text": "It rained.", "when": _at("2025-11-21T15:00")})
    for day in (1, 2, 5, 9, 10, 15, 19):
        add("note", {"text": f"Day {day} of writing", "when": _at(f"2026-11-{day:02}T15:00")})
    journal.entries.keep_draft(Draft("d1", "reflection", {"text": "The set in chairing was"}, "2026-11-20T10:00:00Z"))


def _at(local: str) -> str:
    offset = "+01:00" if "2026-03-29" <= local[:10] < "2026-10-25" else "+00:00"
    return f"{local}:00{offset}[Europe/Dublin]"
