"""Each kind is written in a form with its own fields."""

from __future__ import annotations

from typing import cast

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, Stage, said, settled, shown, typed
from tests.tui.editor.form import add, count, edited, field, meta, newest, text
from tests.tui.snapshot import picture
from textual.widgets import Input

from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.links import LinkScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.new_page import TemplateScreen
from peerlog.tui.widgets.choices import Choices
from peerlog.tui.widgets.entry_list import EntryList
from peerlog.tui.widgets.linked_entries import LinkedEntries

FILLED: dict[str, tuple[dict[str, str], dict[str, object]]] = {
    "reflection": ({"about": "the set on Tuesday"}, {"about": "the set on Tuesday"}),
    "goal": (
        {"why": "time", "measure": "ends on time", "baseline": "4", "target": "7", "state": "agreed", "due": "15 dec"},
        {
            "why": "time",
            "measure": "ends on time",
            "baseline": "4",
            "target": "7",
            "state": "agreed",
            "due": "2026-12-15",
        },
    ),
    "meeting": (
        {"people": "Zoë, 李明", "channel": "video", "place": "https://example.org", "purpose": "solve"},
        {"people": ("Zoë", "李明"), "channel": "video", "place": "https://example.org", "purpose": "solve"},
    ),
    "idea": (
        {"source": "Sam", "step": "count to ten", "state": "trying", "outcome": "it helps"},
        {"source": "Sam", "step": "count to ten", "state": "trying", "outcome": "it helps"},
    ),
}


@pytest.mark.parametrize("kind", FILLED)
async def test_each_kind_has_its_own_fields(empty: Stage, kind: str) -> None:
    filled, kept = FILLED[kind]
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        app.write(kind)
        await settled(pilot)
        assert f"New {kind}" in shown(app)
        for name, value in filled.items():
            cast("Input | Choices", field(app, name)).value = value
        text(app).text = "Some words"
        await typed(pilot, "escape")
        written = newest(empty, kind)
        assert {name: value for name, value in written.fields.items() if name in filled} == kept
        assert written.text == "Some words"


async def test_a_page_asks_for_its_template_and_then_for_its_fields(
    empty: Stage, screen_snapshot: SnapshotAssertion
) -> None:
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "N", "p")
        assert isinstance(app.screen, TemplateScreen)
        await typed(pilot, "development", "enter")
        assert "New page · Development plan" in shown(app)
        await typed(pilot, "I can chair a meeting.")
        cast("Input", field(app, "page_helpers")).value = "Sam, Kim"
        cast("Input", field(app, "page_review_on")).value = "1 mar"
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "escape")
        written = newest(empty, "page")
        assert written.fields["template"] == "pdp"
        assert written.fields["page_now"] == "I can chair a meeting."
        assert written.fields["page_helpers"] == ("Kim", "Sam")
        assert written.fields["page_review_on"] == "2027-03-01"


async def test_no_template_no_page(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "N", "p", "escape")
        assert isinstance(app.screen, MainScreen)
        assert count(empty) == 0


async def test_choices_go_along_with_the_arrow_keys_and_letters_do_nothing(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="goals") as pilot:
        await typed(pilot, "n", "shift+tab", "shift+tab")
        state = field(app, "state")
        assert state.has_focus
        assert cast("Choices", state).value == "active"
        await typed(pilot, "q", "1", "right", "right", "right", "q", "up", "down")
        assert state.has_focus
        assert isinstance(app.screen, EditorScreen)
        assert cast("Choices", state).value == "let-go"
        await typed(pilot, "left", "left", "left", "left", "left")
        assert cast("Choices", state).value == "proposed"
        await typed(pilot, "backspace")
        assert cast("Choices", state).value == ""
        text(app).text = "A goal without a state"
        await typed(pilot, "escape")
        assert "state" not in newest(empty, "goal").fields


async def test_up_and_down_go_from_field_to_field(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="goals") as pilot:
        await typed(pilot, "n", "f3")
        assert meta(app, "title").has_focus
        field(app, "theme").focus()
        await typed(pilot, "down")
        assert field(app, "question").has_focus
        await typed(pilot, "up", "up")
        assert meta(app, "minutes").has_focus


async def test_letting_off_steam(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "The printer!", "f4")
        assert "letting off steam" in shown(app)
        assert "never copied" in shown(app)
        await typed(pilot, "f4")
        assert "letting off steam, gone tomorrow" in shown(app)
        await typed(pilot, "f4")
        assert "gone on Sat 28" in shown(app)
        await typed(pilot, "f4")
        assert "never copied" not in shown(app)
        await typed(pilot, "f4", "escape")
        assert newest(empty).fields["vent"] is True
        assert "erase_on" not in newest(empty).fields
        assert "It stays until you erase it. F4 while writing" in said(app)[-1]


async def test_letting_off_steam_for_a_day(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "The printer!", "f4", "f4", "escape")
        assert newest(empty).fields["erase_on"] == "2026-11-22"
        assert said(app)[-1] == "Off your chest. It erases itself tomorrow."
        screen = await edited(empty, app, newest(empty))
        await settled(pilot)
        assert "letting off steam, gone tomorrow" in shown(app)
        text(app).text = "The printer again!"
        await screen.action_save_and_close()
        assert newest(empty).fields["erase_on"] == "2026-11-22"


async def test_only_a_note_lets_off_steam(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="goals") as pilot:
        await typed(pilot, "n", "f4")
        assert "never copied" not in shown(app)


async def test_a_link_is_some_words_and_enter(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "n", "More on this", "f6")
        assert isinstance(app.screen, LinkScreen)
        await typed(pilot, "advising")
        entries = app.screen.query_one(EntryList)
        while entries.option_count != 2:
            await settled(pilot)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "enter", "f6", "escape")
        assert "Links to  Ask before advising" in shown(app)
        await typed(pilot, "escape")
        written = newest(stage)
        with stage.open() as journal:
            assert [each.title for each in journal.entries.linked_from(written)] == ["Ask before advising"]
        screen = await edited(stage, app, written)
        await settled(pilot)
        screen.query_one(LinkedEntries).focus()
        await typed(pilot, "delete", "escape")
        assert newest(stage).members("links") == ()


async def test_what_is_longer_than_its_field_can_be_read(empty: Stage, screen_snapshot: SnapshotAssertion) -> None:
    goal = add(
        empty,
        "goal",
        title="Chair a meeting well",
        why="Nine people give up an evening a month, and a third of it goes on who speaks next",
        baseline="4",
        due="2026-12-08",
        tags=("chairing", "friends", "listening"),
    )
    app = empty.app(theme="paper")
    async with empty.opened(app) as pilot:
        await edited(empty, app, goal)
        await settled(pilot)
        assert "Nine people give up an evening" in shown(app)
        assert "2026-11-21 09:12" in shown(app)
        assert "chairing" in shown(app)
        assert await picture(pilot) == screen_snapshot


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_what_is_wrong_with_a_field_leaves_it_room(empty: Stage, size: tuple[int, int]) -> None:
    app = empty.app()
    async with empty.opened(app, size=size, tab="goals") as pilot:
        await typed(pilot, "n", "A goal", "shift+tab", "31 feb", "escape")
        due = field(app, "due")
        assert due.has_focus
        assert due.size.width > 40
        assert "There is no 31 feb in the calendar." in shown(app)
        await typed(pilot, *["backspace"] * 6, "30 nov", "escape")
        assert newest(empty, "goal").fields["due"] == "2026-11-30"


async def test_coming_back_to_a_field_keeps_what_stands_in_it(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "Words", "f3", "Title", "f3", "f3", "d", "escape")
        assert newest(empty).title == "Titled"


async def test_enter_goes_from_field_to_field(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(
            pilot, "N", "p", "visit", "enter", "Leeds", "enter", "2026-11-17", "enter", "f3", "A day out", "enter"
        )
        assert app.focused is meta(app, "tags")
        await typed(pilot, "escape")
        fields = newest(empty, "page").fields
        assert (fields["title"], fields["page_place"], fields["page_day"]) == ("A day out", "Leeds", "2026-11-17")
