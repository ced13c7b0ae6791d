"""The year in one picture."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import Stage, said, settled, shown, typed
from tests.tui.journal.rows import names
from tests.tui.snapshot import picture

from peerlog.tui.reading.year_grid import column_of, columns, day_at, level, row_of, summary
from peerlog.tui.screens.heatmap import HeatmapScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.widgets.heatmap import Heatmap


async def test_the_year(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "y")
        assert isinstance(app.screen, HeatmapScreen)
        assert "in 2026" in shown(app)
        assert "Today  1 entry" in shown(app)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "[")
        assert "1 entry on 1 day in 2025" in shown(app)
        await pilot.press("pageup")
        await settled(pilot)
        assert "Nothing written in 2024" in shown(app)
        await typed(pilot, "]")
        await pilot.press("pagedown")
        await typed(pilot, "up", "h", "right", "left", "l", "up")
        assert "Thursday 19  1 entry" in shown(app)
        await typed(pilot, "enter")
        assert isinstance(app.screen, MainScreen)
        assert names(app) == ["Day 19 of writing"]
        assert "on 19 Nov" in shown(app)
        await typed(pilot, "escape")
        assert len(names(app)) > 5


async def test_a_day_without_a_word_says_so_and_the_year_stays(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "y", "left")
        assert "Sat 14 Nov  nothing written" in shown(app)
        await typed(pilot, "enter")
        assert isinstance(app.screen, HeatmapScreen)
        assert said(app) == ["Nothing was written on Saturday 14 November 2026."]


async def test_a_day_is_clicked_and_clicked_again(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "y")
        day = date(2026, 11, 10)
        place = (4 + column_of(day, sunday_first=False), 1 + row_of(day, sunday_first=False))
        await pilot.click(Heatmap, offset=place)
        await settled(pilot)
        assert "Tue 10 Nov  1 entry" in shown(app)
        await pilot.click(Heatmap, offset=place)
        await settled(pilot)
        assert names(app) == ["Day 10 of writing"]


@pytest.mark.parametrize("year", [1999, 2000, 2023, 2024, 2026, 2028])
@pytest.mark.parametrize("sunday_first", [False, True])
def test_every_day_of_a_year_has_one_cell(year: int, sunday_first: bool) -> None:
    cells = [
        day_at(year, column, row, sunday_first=sunday_first)
        for column in range(columns(year, sunday_first=sunday_first))
        for row in range(7)
    ]
    days = [day for day in cells if day]
    assert days == [date(year, 1, 1) + timedelta(days=n) for n in range(len(days))]
    assert days[-1] == date(year, 12, 31)


@pytest.mark.parametrize(("count", "most", "dark"), [(0, 0, 0), (0, 9, 0), (1, 1, 1), (1, 9, 1), (9, 9, 3), (2, 2, 2)])
def test_how_dark_a_day_is(count: int, most: int, dark: int) -> None:
    assert level(count, most) == dark


def test_a_year_in_words() -> None:
    assert summary({date(2026, 1, 1): 1}, 2026) == "1 entry on 1 day in 2026"
    assert summary({date(2026, 1, 1): 1200, date(2026, 1, 2): 1}, 2026) == "1,201 entries on 2 days in 2026"
