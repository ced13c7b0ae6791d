"""Finding: search as one types, filters in words, and the way back out."""

from __future__ import annotations

from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, Stage, settled, shown, typed
from tests.tui.snapshot import picture
from textual.widgets import Input

from peerlog.domain.entry import Entry
from peerlog.domain.kinds import CHOSEN
from peerlog.domain.selection import Hit, Selection
from peerlog.tui.app import PeerlogApp
from peerlog.tui.filter_words import periods, say_selection
from peerlog.tui.screens.filters import FiltersScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.widgets.choices import Choices
from peerlog.tui.widgets.entry_list import EntryList
from peerlog.tui.widgets.found_words import FOUND, mark_name, words_around
from peerlog.tui.widgets.many_choices import ManyChoices
from peerlog.tui.widgets.search_line import SearchLine, SearchWords
from peerlog.tui.widgets.tag_list import TagList

TODAY = date(2026, 11, 21)


def entries(app: PeerlogApp) -> EntryList:
    return app.screen.query_one(EntryList)


def names(app: PeerlogApp) -> list[str]:
    return [listed.hit.entry.headline for listed in entries(app)._listed.values()]


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


# Filters


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


# What is shown of a match


def entry(**fields: object) -> Entry:
    return Entry("0" * 64, "note", {"when": "2026-11-21T09:00:00Z", **fields}, "", "")  # type: ignore[dict-item]


def marks(content: object) -> list[str]:
    plain, spans = content.plain, content.spans  # type: ignore[attr-defined]
    return [plain[span.start : span.end] for span in spans if span.style == FOUND]


def test_a_match_in_the_title_is_marked_there() -> None:
    content, is_all = mark_name("The set", Hit(entry(title="The set"), "", (), ((4, 7),)))
    assert (marks(content), is_all) == (["set"], True)


def test_a_match_in_the_first_line_of_a_note_without_title_is_marked_there() -> None:
    found = entry(text="Agenda felt too long\nand so on")
    content, is_all = mark_name(found.headline, Hit(found, "Agenda felt too long and so on", ((12, 15),)))
    assert (marks(content), is_all) == (["too"], True)
    content, is_all = mark_name(found.headline, Hit(found, "Agenda felt too long and so on", ((25, 27),)))
    assert (marks(content), is_all) == ([], False)


def test_a_match_in_the_text_is_shown_with_what_stands_around_it() -> None:
    found = entry(title="News", text="First line.\n\nThen the word itself, [/x].")
    assert marks(words_around(Hit(found, "First line.  Then the word itself, [/x].", ((22, 26),)))) == ["word"]


def test_a_match_in_a_field_is_shown_with_its_label() -> None:
    found = Entry("0" * 64, "idea", {"title": "T", "source": "Zoë Sample", "when": "2026-11-21T09:00:00Z"}, "", "")
    content = words_around(Hit(found, "Zoë Sample", ((0, 3),)))
    assert content.plain == "From: Zoë Sample"
    assert marks(content) == ["Zoë"]


def test_a_match_in_a_tag_is_shown_as_a_tag() -> None:
    content = words_around(Hit(entry(title="T", text="Words", tags=("chairing", "sets")), "chairing sets", ((0, 8),)))
    assert content.plain == "#chairing #sets"
    assert marks(content) == ["chairing"]


async def test_the_key_after_enter_is_for_what_was_searched(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "/", "advising", "enter", "d")
        with stage.open() as journal:
            (trashed,) = journal.entries.page(Selection(deleted=True)).entries
        assert trashed.title == "Ask before advising"
