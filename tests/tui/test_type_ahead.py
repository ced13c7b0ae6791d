"""Enter never overtakes the letters that were typed before it, whatever screen it has priority on."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driving import Stage, on, typed
from textual.widgets import Input

from peerlog.tui.screens.calendar_file import CalendarFileScreen
from peerlog.tui.screens.confirm import ConfirmScreen
from peerlog.tui.screens.filters import FiltersScreen
from peerlog.tui.screens.main import MainScreen


async def test_a_file_gets_its_whole_name(stage: Stage, tmp_path: Path) -> None:
    async with stage.opened() as pilot:
        pilot.app.push_screen(CalendarFileScreen([]))
        await pilot.pause()
        pilot.app.screen.query_one("#calendar-path", Input).value = ""
        await typed(pilot, str(tmp_path / "everything-ahead.ics"), "enter")
        assert [each.name for each in tmp_path.glob("*.ics")] == ["everything-ahead.ics"]


async def test_a_word_that_says_yes_is_read_to_its_end(stage: Stage) -> None:
    said: list[bool | None] = []
    async with stage.opened() as pilot:
        pilot.app.push_screen(ConfirmScreen("Erase it?", "erases it", "leaves it", word="erase"), said.append)
        await pilot.pause()
        await typed(pilot, "erase", "enter")
        assert on(pilot.app, MainScreen)
    assert said == [True]


async def test_days_that_are_typed_filter(stage: Stage) -> None:
    async with stage.opened(tab="journal") as pilot:
        await typed(pilot, "f")
        assert on(pilot.app, FiltersScreen)
        pilot.app.screen.query_one("#since").focus()
        await pilot.pause()
        await typed(pilot, "9 nov", "enter")
        assert on(pilot.app, MainScreen)
        assert pilot.app.screen.query_one("#search-filters").display
