"""Narrowing the journal by kind, time and tag."""

from __future__ import annotations

from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import Stage, settled, shown, typed
from tests.tui.searching import names
from tests.tui.snapshot import picture
from textual.widgets import Input

from peerlog.domain.kinds import CHOSEN
from peerlog.domain.selection import Selection
from peerlog.tui.reading.filter_words import periods, say_selection
from peerlog.tui.screens.filters import FiltersScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.widgets.choices import Choices
from peerlog.tui.widgets.many_choices import ManyChoices
from peerlog.tui.widgets.tag_list import TagList

TODAY = date(2026, 11, 21)


async def test_filters_by_kind_period_and_tag(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "f")
        assert isinstance(app.screen, FiltersScreen)
        await typed(pilot, " ", "tab", "right", "right")
        assert app.screen.query_one("#since", Input).value == "2026-11-01"
        assert app.screen.query_one("#until", Input).value == "2026-11-30"
        await typed(pilot, "tab", "tab", "tab", "chair", "down", " ")
        assert app.screen.query_one(TagList).chosen == {"chairing"}
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "enter")
        assert names(app) == ["Agenda felt too long. #chairing"]
        assert "notes · #chairing · this month" in shown(app)
        await typed(pilot, "f", "f5")
        assert len(names(app)) > 10


async def test_escape_leaves_the_filter_as_it_was(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "f", "g", " ", "enter")
        assert len(names(app)) == 3
        await typed(pilot, "f", " ", "tab", "right", "escape")
        assert isinstance(app.screen, MainScreen)
        assert len(names(app)) == 3
        await typed(pilot, "f")
        assert app.screen.query_one(ManyChoices).chosen == {"goal"}
        app.screen.query_one("#since", Input).value = "no day at all"
        await typed(pilot, "escape")
        assert isinstance(app.screen, MainScreen)
        assert "goals" in shown(app).splitlines()[2]


async def test_enter_shows_what_fits_from_every_row(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        for downs in range(6):
            await typed(pilot, "f", *["down"] * downs, "enter")
            assert isinstance(app.screen, MainScreen), downs


async def test_down_and_up_go_through_all_rows(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "f")
        rows = ["kinds", "period", "since", "until", "tag-letters", "tags"]
        for row in rows:
            assert app.focused is app.screen.query_one(f"#{row}")
            await typed(pilot, "down")
        for row in reversed(rows[:-1]):
            await typed(pilot, "up")
            assert app.focused is app.screen.query_one(f"#{row}")


async def test_all_kinds_are_seen_in_the_smallest_terminal(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, size=(60, 16), tab="journal") as pilot:
        await typed(pilot, "f")
        assert all(f"{kind}s" in shown(app) for kind in CHOSEN)


async def test_letters_of_a_tag_and_enter_take_the_tag(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "f", *["down"] * 4, "zz", "enter")
        assert "No tag has these letters." in shown(app)
        await typed(pilot, "ctrl+u", "chair", "enter")
        assert names(app) == ["Agenda felt too long. #chairing"]


async def test_the_stretch_of_time_that_is_set_bears_its_name(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "f", "down", "right", "enter")
        assert "Video with Ada" not in names(app), "next Monday is not this week"
        await typed(pilot, "f")
        assert app.screen.query_one(Choices).value == "this week"
        app.screen.query_one("#since", Input).value = "yesterday"
        await settled(pilot)
        assert app.screen.query_one(Choices).value == ""


async def test_a_day_that_is_none_is_said_when_its_field_is_left(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "f", "down", "down", "31 feb")
        assert "no 31 feb" not in shown(app)
        await typed(pilot, "down")
        assert "There is no 31 feb in the calendar." in shown(app)
        await typed(pilot, "up", "ctrl+u")
        assert "no 31 feb" not in shown(app)


async def test_days_are_typed_as_people_say_them(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "f")
        app.screen.query_one("#since", Input).value = "9 nov"
        app.screen.query_one("#until", Input).value = "10 nov"
        await settled(pilot)
        assert "Mon 9 Nov to Tue 10 Nov" in shown(app)
        await typed(pilot, "enter")
        assert names(app) == ["Day 10 of writing", "Day 9 of writing"]
        assert "9 Nov to 10 Nov" in shown(app)
        await typed(pilot, "f")
        assert app.screen.query_one("#since", Input).value == "2026-11-09"


@pytest.mark.parametrize(
    ("since", "until", "why"),
    [
        ("31 feb", "", "There is no 31 feb in the calendar."),
        ("today", "yesterday", "The last day comes before the first."),
    ],
)
async def test_days_that_make_no_sense_keep_the_window_open(stage: Stage, since: str, until: str, why: str) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "f")
        app.screen.query_one("#since", Input).value = since
        app.screen.query_one("#until", Input).value = until
        await typed(pilot, "enter")
        assert isinstance(app.screen, FiltersScreen)
        assert why in shown(app)
        await typed(pilot, "escape")
        assert isinstance(app.screen, MainScreen)


async def test_kinds_and_words_can_be_clicked(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "f")
        await pilot.click(ManyChoices, offset=(26, 0))
        assert app.screen.query_one(ManyChoices).chosen == {"goal"}
        await pilot.click(Choices, offset=(3, 0))
        await settled(pilot)
        assert app.screen.query_one(Choices).value == "this week"
        await pilot.click(Choices, offset=(3, 0))
        await settled(pilot)
        assert app.screen.query_one("#since", Input).value == ""


async def test_nothing_fits_and_escape_shows_everything_again(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        app.screen.query_one("JournalSide").narrow(Selection(kinds=frozenset({"page"})))  # type: ignore[attr-defined]
        await settled(pilot)
        assert "Nothing fits these filters." in shown(app)
        assert "pages" in shown(app)
        await typed(pilot, "escape")
        assert len(names(app)) > 10


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (Selection(), ""),
        (Selection(kinds=frozenset({"goal"})), "goals"),
        (Selection(kinds=frozenset({"idea", "note"}), tags=frozenset({"b", "a"})), "notes · ideas · #a · #b"),
        (Selection(since=date(2026, 10, 1)), "since 1 Oct"),
        (Selection(since=date(2026, 11, 16), until=date(2026, 11, 22)), "this week"),
        (Selection(since=date(2026, 11, 1), until=date(2026, 11, 30)), "this month"),
        (Selection(since=date(2026, 1, 1), until=date(2026, 12, 31)), "this year"),
        (Selection(since=date(2026, 11, 16)), "since 16 Nov"),
        (Selection(until=date(2025, 12, 31)), "until 31 Dec 2025"),
        (Selection(since=date(2026, 11, 2), until=date(2026, 11, 2)), "on 2 Nov"),
        (Selection(since=date(2025, 11, 2), until=date(2026, 11, 2)), "2 Nov 2025 to 2 Nov"),
    ],
)
def test_filters_in_words(selection: Selection, said: str) -> None:
    assert say_selection(selection, TODAY) == said


def test_weeks_begin_where_the_settings_say() -> None:
    assert periods(TODAY)["this week"] == (date(2026, 11, 16), date(2026, 11, 22))
    assert periods(TODAY, sunday_first=True)["this week"] == (date(2026, 11, 15), date(2026, 11, 21))
    assert periods(date(2026, 11, 15), sunday_first=True)["this week"] == (date(2026, 11, 15), date(2026, 11, 21))
