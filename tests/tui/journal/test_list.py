"""Tab 2: the list, and moving in it."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, Stage, settled, shown, typed
from tests.tui.journal.rows import entries, names, write
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.domain.moment import Moment
from peerlog.domain.selection import Hit
from peerlog.tui.messages import JournalChanged
from peerlog.tui.reading.listing import Listed, ListedPage
from peerlog.tui.reading.loaded_pages import MOST_ROWS, LoadedPages
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.widgets.journal_pane import JournalPane


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_the_list(stage: Stage, screen_snapshot: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with stage.opened(size=size, tab="journal") as pilot:
        assert await picture(pilot) == screen_snapshot


async def test_the_newest_come_first_under_their_days(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal"):
        lines = [line.strip(" ▸▁▂▃▄▅▆▇█") for line in shown(app).splitlines()]
        at = lines.index("Today")
        assert lines[at + 1].split() == ["09:00", "note", "Agenda", "felt", "too", "long.", "#chairing"]
        assert lines[at + 2] == "Thursday 19"
        assert names(app) == sorted(names(app), key=names(app).index)
        whens = [listed.when.utc for listed in entries(app)._listed.values()]
        assert whens == sorted(whens, reverse=True)


async def test_an_empty_journal_says_what_to_do(empty: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        assert "n begins a note" in shown(app)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "e", "d", "v", "w")
        assert isinstance(app.screen, MainScreen)


async def test_moving_by_letters_and_arrows(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        written_last = entries(app).marked
        assert written_last
        assert written_last.headline == "Agenda felt too long. #chairing"
        await typed(pilot, "g")
        first = entries(app).marked
        assert first
        assert first.when.day > stage.clock.now().date()
        await typed(pilot, "j", "down", "k", "up", "up")
        assert entries(app).marked == first
        await typed(pilot, "G")
        last = entries(app).marked
        assert last
        assert last.headline == "First visit to the other site"
        await typed(pilot, "j")
        assert entries(app).marked == last
        await typed(pilot, "g")
        assert entries(app).marked == first
        await typed(pilot, "end", "home")
        await pilot.press("pagedown", "pageup")
        assert entries(app).marked == first


async def test_pages_are_read_as_one_goes_and_never_more_than_some_hundred_are_held(empty: Stage) -> None:
    write(empty, *(f"Entry {number}" for number in range(620)))
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        assert len(names(app)) == 50
        entries(app).highlighted = entries(app).option_count - 1
        await settled(pilot)
        assert len(names(app)) == 100
        await typed(pilot, "G")
        await typed(pilot, "G")
        marked = entries(app).marked
        assert marked
        assert marked.headline == "Entry 619"
        assert len(names(app)) <= MOST_ROWS
        assert names(app)[-1] == "Entry 619"
        assert names(app)[0] != "Entry 0"
        entries(app).highlighted = 1
        await settled(pilot)
        assert len(names(app)) <= MOST_ROWS
        assert names(app)[-1] != "Entry 619"
        await typed(pilot, "g")
        assert names(app)[0] == "Entry 0"
        assert len(names(app)) <= MOST_ROWS
        assert names(app) == [f"Entry {number}" for number in range(len(names(app)))]


def page(start: int, count: int, end: int | None) -> ListedPage:
    """A page of entries numbered downwards from `start`."""
    when = Moment.parse("2026-11-21T09:00:00Z")
    rows = tuple(
        Listed(Hit(Entry(f"{number:064x}", "note", {"when": str(when)}, "", "")), when)
        for number in range(start, start - count, -1)
    )
    return ListedPage(rows, start, end, when.day)


def test_a_window_of_pages_remembers_where_those_began_that_fell_out() -> None:
    pages = LoadedPages([page(1000, 400, 600)])
    assert not pages.add_older([page(600, 100, 500)])
    assert pages.add_older([page(500, 300, 200)])
    assert (pages.start, pages.end, pages.newer_starts, pages.count) == (600, 200, [1000], 400)
    pages.add_newer([page(1000, 400, 600)])
    assert (pages.start, pages.end, pages.newer_starts, pages.count) == (1000, 500, [], 500)


async def test_one_stays_on_the_same_entry_when_others_are_added(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "j", "j")
        before = entries(app).marked
        write(stage, "Written in another window")
        app.post_message(JournalChanged())
        await settled(pilot)
        assert "Written in another window" in names(app)
        assert entries(app).marked == before


async def test_something_other_than_a_note_is_two_keys_away(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "N", "i")
        assert "New idea" in shown(app)


async def test_a_reflection_begins_with_the_choice_of_the_questions_that_lead_it(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "N", "r", "gibbs", "enter")
        assert "New reflection · Gibbs" in shown(app)


async def test_today_opens_an_entry_in_the_journal_and_esc_goes_back(stage: Stage) -> None:
    app = stage.app()
    (entry,) = write(stage, "Look at this one")
    async with stage.opened(app) as pilot:
        await app.screen.open_entry(entry.id)  # type: ignore[attr-defined]
        await settled(pilot)
        assert app.screen.query_one(JournalPane).current_entry == entry
        marked = entries(app).marked
        assert marked == entry


async def test_the_first_day_comes_into_sight_with_its_first_entry(stage: Stage) -> None:
    app = stage.app()
    write(stage, *(f"Line {number}" for number in range(40)))
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "G", "g")
        assert entries(app).scroll_offset.y == 0


async def test_the_list_goes_to_what_has_just_been_written(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "G", "n", "Fresh words", "escape")
        marked = entries(app).marked
        assert marked
        assert marked.text == "Fresh words"
