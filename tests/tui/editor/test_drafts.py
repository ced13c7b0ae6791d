"""What is typed is kept as a draft until it is in the journal."""

from __future__ import annotations

from typing import cast

import pytest
from tests.tui.driving import Stage, said, settled, shown, typed
from tests.tui.editor.form import add, count, drafts, newest, text

from peerlog.domain.entry import Draft
from peerlog.domain.text import MOST_BYTES
from peerlog.tui.forms import draft_keeper
from peerlog.tui.screens.confirm import ConfirmScreen
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.main import MainScreen


async def test_a_save_that_fails_keeps_everything_and_says_why(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n")
        text(app).text = "word " * (MOST_BYTES // 4)
        await typed(pilot, "escape")
        assert isinstance(app.screen, EditorScreen)
        assert any("one field holds up to 256 KiB" in each for each in said(app))
        assert len(text(app).text) > MOST_BYTES
        assert count(empty) == 0


async def test_a_draft_is_kept_soon_after_typing(empty: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_keeper, "KEEP_AFTER_SECONDS", 0.01)
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "f3", "A title")
        text(app).text = "Half a thou"
        while not (kept := drafts(empty)) or kept[0].fields["text"] != "Half a thou":
            await settled(pilot)
        (draft,) = kept
        assert draft.fields["title"] == "A title"
        assert draft.entry is None
        await typed(pilot, "escape")
        assert drafts(empty) == []
        assert newest(empty).text == "Half a thou"


def test_at_most_a_second_of_typing_is_ever_at_risk() -> None:
    assert draft_keeper.KEEP_AFTER_SECONDS < 1


async def test_leaving_keeps_the_draft(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n")
        text(app).text = "Unfinished"
        assert await cast("EditorScreen", app.screen).before_lock()
        assert drafts(empty)[0].fields["text"] == "Unfinished"


async def test_going_on_with_a_draft_saves_it(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "ctrl+o")
        assert "New reflection" in shown(app)
        assert text(app).text == "The set in chairing was"
        await typed(pilot, "escape")
        assert newest(stage, "reflection").text == "The set in chairing was"
        assert drafts(stage) == []


async def test_a_change_that_was_begun_goes_on_where_it_was(empty: Stage) -> None:
    entry = add(empty, text="As it is")
    with empty.open() as journal:
        journal.entries.keep_draft(Draft("d", "note", {"text": "As it will be"}, "2026-11-20T10:00:00Z", entry.id, 1))
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "e")
        assert text(app).text == "As it will be"
        assert any("You had begun to change this" in each for each in said(app))
        await typed(pilot, "escape")
        assert (newest(empty).text, newest(empty).version) == ("As it will be", 2)
        assert drafts(empty) == []


async def test_a_draft_of_an_entry_that_has_gone_becomes_a_new_one(empty: Stage) -> None:
    entry = add(empty, text="As it was")
    draft = Draft("d", "note", {"text": "More words"}, "2026-11-20T10:00:00Z", entry.id, 1)
    with empty.open() as journal:
        journal.entries.delete(entry.id)
        journal.entries.keep_draft(draft)
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "ctrl+o", "escape")
        assert newest(empty).text == "More words"
        assert newest(empty).id != entry.id


async def test_throwing_away_asks_first_and_can_be_taken_back(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "Too harsh", "f10")
        assert isinstance(app.screen, ConfirmScreen)
        await typed(pilot, "escape")
        assert text(app).text == "Too harsh"
        await typed(pilot, "f10", "y")
        assert isinstance(app.screen, MainScreen)
        assert drafts(empty) == []
        assert count(empty) == 0
        await typed(pilot, "u")
        assert text(app).text == "Too harsh"
        await typed(pilot, "escape")
        assert newest(empty).text == "Too harsh"


async def test_what_was_not_touched_is_thrown_away_without_asking(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "f10")
        assert isinstance(app.screen, MainScreen)
