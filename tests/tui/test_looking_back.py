"""A month or a year at a glance."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import Stage, on, shown, typed
from tests.tui.snapshot import picture

from peerlog.tui.screens.looking_back import LookingBackScreen
from peerlog.tui.screens.main import MainScreen


async def test_from_month_to_year_and_back(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "L")
        assert on(app, LookingBackScreen)
        assert "November 2026" in shown(app)
        assert "Zoë" not in shown(app)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "left")
        assert "October 2026" in shown(app)
        assert "Nothing in this time." in shown(app)
        await typed(pilot, "y")
        assert "Jan Feb Mar" in shown(app)
        await typed(pilot, "[")
        assert "2025" in shown(app)
        await typed(pilot, "]", "y")
        assert "October 2026" in shown(app)
        await typed(pilot, "j", "k", "L", "escape")
        assert on(app, MainScreen)
