"""Writing: one key, the words, Esc. What is typed is understood, and what is not is said beside it."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, Stage, said, shown, typed
from tests.tui.editor.form import count, drafts, meta, newest, text
from tests.tui.snapshot import picture

from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.main import MainScreen


async def test_a_note_is_one_key_the_words_and_esc(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "Ask before advising.", "escape")
        assert isinstance(app.screen, MainScreen)
        written = newest(empty)
        assert (written.kind, written.text, written.version) == ("note", "Ask before advising.", 1)
        assert written.when.utc == empty.clock.now()
        assert written.when.zone == "Europe/Dublin"
        assert drafts(empty) == []


async def test_an_empty_note_is_simply_closed(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "escape")
        assert isinstance(app.screen, MainScreen)
        assert said(app) == []
        await typed(pilot, "n", "a", "backspace", "escape")
        assert isinstance(app.screen, MainScreen)
    assert count(empty) == 0
    assert drafts(empty) == []


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_an_empty_page_to_write_on(
    empty: Stage, screen_snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    async with empty.opened(size=size) as pilot:
        await typed(pilot, "n")
        assert await picture(pilot) == screen_snapshot


async def test_title_tags_date_and_minutes_are_one_line_away(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "It ran over. #sets", "f3", "The set", "tab", "chairing", "tab", "yesterday 19:40")
        await typed(pilot, "tab", "1h30", "f3")
        assert text(app).has_focus
        assert "→ Yesterday, 19:40 · 1 h 30" in shown(app)
        await typed(pilot, "escape")
        written = newest(empty)
        assert written.title == "The set"
        assert written.tags == ("chairing", "sets")
        assert str(written.when) == "2026-11-20T19:40:00+00:00[Europe/Dublin]"
        assert written.minutes == 90


async def test_what_cannot_be_understood_is_said_beside_the_field_and_nothing_is_lost(
    empty: Stage, screen_snapshot: SnapshotAssertion
) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "My words", "f3", "tab", "tab", "31 feb", "tab", "ages", "f3")
        assert "There is no 31 feb in the calendar." in shown(app)
        assert "“ages” is not a length of time." in shown(app)
        await typed(pilot, "escape")
        assert isinstance(app.screen, EditorScreen)
        assert meta(app, "when").has_focus
        assert text(app).text == "My words"
        assert await picture(pilot) == screen_snapshot
        meta(app, "when").value = "20 nov"
        meta(app, "minutes").value = ""
        await typed(pilot, "escape")
        assert isinstance(app.screen, MainScreen)
        assert str(newest(empty).when).startswith("2026-11-20T12:00")
