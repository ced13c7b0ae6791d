"""A group's session laid out and begun, on a clock moved by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.tui.driving import SMALL, Stage, settled, shown, typed
from textual.pilot import Pilot

from peerlog.journal.group_sessions import begin
from peerlog.journal.practice_files import group_protocols
from peerlog.tui.app import PeerlogApp
from peerlog.tui.widgets.session_stage import SessionStage

STEPS = 5 + 1 + 2 * 6 + 1
"""Of an Action Learning set of five with two turns."""


def passing(stage: Stage, app: PeerlogApp, seconds: float) -> None:
    """Let time go by on the clock of the session, and show it."""
    stage.seconds.passed += seconds
    app.screen.query_one(SessionStage).tick()


@asynccontextmanager
async def laid_out(stage: Stage, app: PeerlogApp, size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[object]]:
    """An Action Learning set of five that has not begun."""
    async with stage.opened(app, size=size) as pilot:
        await app.run_action("run_protocol")
        await settled(pilot)
        await typed(pilot, "enter", "Sam, Ada, Bo, Cy")
        yield pilot


@asynccontextmanager
async def begun(stage: Stage, app: PeerlogApp, size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[object]]:
    """An Action Learning set of five that has just begun."""
    async with stage.opened(app, size=size) as pilot:
        protocol = group_protocols()[0]["action_learning"]
        five = ("Kim", "Sam", "Ada", "Bo", "Cy")
        session = await app.ask(lambda journal: begin(journal, protocol, five, five[:2], 90))
        assert session is not None
        app.run_session(session)
        await settled(pilot)
        yield pilot


def line_with(app: PeerlogApp, words: str) -> str:
    return next(line for line in shown(app).splitlines() if words in line)
