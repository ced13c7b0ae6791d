"""Finding: search as one types, and the way back out."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, Stage, settled, shown, typed
from tests.tui.searching import entries, names
from tests.tui.snapshot import picture

from peerlog.domain.selection import Selection
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.widgets.search_line import SearchLine, SearchWords


async def test_search_as_one_types(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "/", "chair")
        assert set(names(app)) == {"Agenda felt too long. #chairing", "Chair a meeting well"}
        await typed(pilot, "ing")
        assert names(app) == ["Agenda felt too long. #chairing"]
        await typed(pilot, " nothing")
        assert names(app) == []
        assert "Nothing here has these words." in shown(app)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_what_was_found_is_marked(
    stage: Stage, screen_snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    async with stage.opened(size=size, tab="journal") as pilot:
        await typed(pilot, "/", "cha")
        assert await picture(pilot) == screen_snapshot


@pytest.mark.parametrize("look", ["paper", "no-colour"])
async def test_marks_are_told_apart_by_day_and_without_colours(
    stage: Stage, screen_snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch, look: str
) -> None:
    if look == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    app = stage.app(theme="paper" if look == "paper" else "evening")
    async with stage.opened(app, size=LARGE, tab="journal") as pilot:
        await typed(pilot, "/", "cha")
        await typed(pilot, "down", "down")
        assert await picture(pilot) == screen_snapshot


async def test_the_bottom_line_names_what_the_keys_do_in_the_search(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "/", "chair")
        line = shown(app).splitlines()[-1]
        assert "Enter to what was found" in line
        assert "/ search" not in line
        await typed(pilot, "zzz")
        assert "what was found" not in shown(app).splitlines()[-1]
        await typed(pilot, "enter", "down")
        assert app.screen.query_one(SearchWords).has_focus
        await typed(pilot, *["backspace"] * 3, "enter")
        assert entries(app).has_focus


async def test_to_what_was_found_and_back_out_a_step_at_a_time(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        everything = names(app)
        await typed(pilot, "/", "chair", "down")
        assert entries(app).has_focus
        await typed(pilot, "enter", "escape")
        assert entries(app).has_focus
        assert app.screen.query_one(SearchWords).value == "chair"
        await typed(pilot, "escape")
        assert names(app) == everything
        assert not app.screen.query_one(SearchLine).display
        await typed(pilot, "escape")
        assert isinstance(app.screen, MainScreen)


async def test_escape_in_the_line_takes_back_words_then_filters_then_closes_it(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        everything = names(app)
        app.screen.query_one("JournalSide").narrow(Selection(kinds=frozenset({"goal"})))  # type: ignore[attr-defined]
        await typed(pilot, "/", "chair")
        assert names(app) == ["Chair a meeting well"]
        await typed(pilot, "escape")
        assert len(names(app)) == 3
        assert "goals" in shown(app).splitlines()[2]
        await typed(pilot, "escape")
        assert names(app) == everything
        assert app.screen.query_one(SearchWords).has_focus
        await typed(pilot, "escape")
        assert entries(app).has_focus
        assert not app.screen.query_one(SearchLine).display


async def test_the_latest_words_win(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "/")
        words = app.screen.query_one(SearchWords)
        for value in ("c", "ch", "cha", "zzz", "read", "advising"):
            words.value = value
        await settled(pilot)
        while names(app) != ["Ask before advising"]:
            await settled(pilot)


async def test_a_new_search_begins_at_the_newest(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "G", "/", "day")
        marked = entries(app).marked
        assert marked
        assert marked.headline == "Day 19 of writing"


async def test_the_key_after_enter_is_for_what_was_searched(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "/", "advising", "enter", "d")
        with stage.open() as journal:
            (trashed,) = journal.entries.page(Selection(deleted=True)).entries
        assert trashed.title == "Ask before advising"
