"""Locking by hand and by itself: drafts are kept, then nothing of the journal is left."""

from __future__ import annotations

import asyncio
import gc
import heapq
from typing import Any
from weakref import WeakSet

import pytest
from tests.prebuilt import PASSPHRASE
from tests.tui.driving import Stage, on, said, settled, shown, typed
from textual._context import visible_screen_stack
from textual.screen import Screen
from textual.widgets import TextArea

from peerlog.domain.selection import Selection
from peerlog.errors import Refused
from peerlog.tui.app import PeerlogApp
from peerlog.tui.meetings.meeting_clock import FORGOTTEN_SECONDS
from peerlog.tui.screens.covered import CoveredScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.unlock import UnlockScreen
from peerlog.tui.widgets.secret_input import SecretInput

SENTINEL = "heliotrope armadillo"


async def test_locking_keeps_the_draft_and_drops_the_keys(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "n", SENTINEL)
        await typed(pilot, "ctrl+l")
        assert on(app, UnlockScreen)
        assert not app.session.is_open
        assert "Your journal is locked." in shown(app)
        with stage.open() as journal:
            assert journal.entries.drafts()[0].fields["text"] == SENTINEL


async def test_nothing_that_was_written_stays_in_a_widget(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "2", "n", SENTINEL)
        widgets = WeakSet(node for screen in app.screen_stack for node in screen.walk_children(with_self=True))
        assert len(widgets) > 20
        app.copy_to_clipboard(SENTINEL)
        app.tell(SENTINEL)
        await pilot.pause()
        await typed(pilot, "ctrl+l")
        assert app.clipboard == ""
        assert said(app) == []
        assert SENTINEL not in shown(app)
        visible_screen_stack.set([])  # the pilot draws in the context of this test, which remembers what was drawn
        forget_cancelled_timers()
        gc.collect()
        assert list(widgets) == []


def forget_cancelled_timers() -> None:
    """Do now what asyncio does when their time has come: let go of them, and of the widget they were begun by."""
    loop: Any = asyncio.get_running_loop()
    loop._scheduled = [handle for handle in loop._scheduled if not handle.cancelled()]
    heapq.heapify(loop._scheduled)


async def test_one_is_back_on_the_same_tab_with_the_draft_offered(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "3", "n", SENTINEL)
        await typed(pilot, "ctrl+l")
        app.screen.query_one(SecretInput).value = PASSPHRASE
        await typed(pilot, "enter")
        assert on(app, MainScreen)
        assert app.tab == "goals"
        assert f"Unfinished: {SENTINEL}" in shown(app)
        await typed(pilot, "ctrl+o")
        assert app.screen.query_one("#editor-text", TextArea).text == SENTINEL


async def test_nothing_is_offered_to_somebody_who_was_not_writing(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="goals") as pilot:
        await typed(pilot, "ctrl+l")
        app.screen.query_one(SecretInput).value = PASSPHRASE
        await typed(pilot, "enter")
        assert "Unfinished" not in shown(app)


async def test_it_locks_by_itself_after_a_last_half_minute_that_is_counted(stage: Stage) -> None:
    app = stage.app(lock_after_minutes=1)
    async with stage.opened(app) as pilot:
        stage.seconds.passed = 29
        app._count_down()
        await pilot.pause()
        assert "locks in" not in shown(app)
        stage.seconds.passed = 40
        app._count_down()
        await pilot.pause()
        assert "locks in 20 s" in shown(app)
        stage.seconds.passed = 61
        app._count_down()
        await settled(pilot)
        assert on(app, UnlockScreen)
        assert not app.session.is_open


class Talking(Screen[None]):
    holds_lock = True


async def test_a_screen_that_holds_the_lock_is_hidden_instead_but_not_for_hours(stage: Stage) -> None:
    app = stage.app(lock_after_minutes=1)
    async with stage.opened(app) as pilot:
        await app.push_screen(Talking())
        stage.seconds.passed = 61
        app._count_down()
        await settled(pilot)
        assert on(app, CoveredScreen)
        await pilot.click(offset=(10, 10))
        await pilot.pause()
        assert on(app, Talking)
        stage.seconds.passed += 61
        app._count_down()
        await settled(pilot)
        assert on(app, CoveredScreen)
        stage.seconds.passed += FORGOTTEN_SECONDS
        app._count_down()
        await settled(pilot)
        assert on(app, UnlockScreen)


@pytest.mark.parametrize("touch", ["key", "mouse"])
async def test_any_key_and_any_click_begin_the_count_anew(stage: Stage, touch: str) -> None:
    app = stage.app(lock_after_minutes=1)
    async with stage.opened(app) as pilot:
        stage.seconds.passed = 55
        app._count_down()
        await pilot.pause()
        assert "locks in 5 s" in shown(app)
        if touch == "key":
            await typed(pilot, "f12")
        else:
            await pilot.click(offset=(40, 20))
        await pilot.pause()
        assert "locks in" not in shown(app)
        stage.seconds.passed = 70
        app._count_down()
        await settled(pilot)
        assert app.session.is_open


async def test_zero_never_locks(stage: Stage) -> None:
    app = stage.app(lock_after_minutes=0)
    async with stage.opened(app) as pilot:
        stage.seconds.passed = 10**6
        app._count_down()
        await settled(pilot)
        assert app.session.is_open


async def test_it_stays_open_while_unsaved_text_cannot_be_kept(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    app = stage.app()

    def full(*_: object) -> None:
        raise Refused("There is no space left on the disk; nothing was saved.", "Free some space and save again.")

    async with stage.opened(app) as pilot:
        await typed(pilot, "n", SENTINEL)
        monkeypatch.setattr("peerlog.journal.entries.Entries.keep_draft", full)
        for key in ("ctrl+l", "ctrl+q"):
            await typed(pilot, key)
            assert app.session.is_open
            assert app.is_running
            assert app.screen.query_one("#editor-text", TextArea).text == SENTINEL
        assert any("could not be kept" in message for message in said(app))


async def test_quitting_keeps_the_draft(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "n", SENTINEL)
        await typed(pilot, "ctrl+q")
        await pilot.pause()
    assert app.return_code == 0
    with stage.open() as journal:
        assert journal.entries.drafts()[0].fields["text"] == SENTINEL


async def test_q_quits_where_nothing_is_typed_and_is_a_letter_where_something_is(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "n", "q")
        assert app.screen.query_one("#editor-text", TextArea).text == "q"
        await typed(pilot, "escape")
        assert app.is_running
        await typed(pilot, "q")
    assert not app.session.is_open
    with stage.open() as journal:
        assert journal.entries.page(Selection()).entries[0].text == "q" or journal.entries.count(Selection()) > 0


async def test_keys_of_the_journal_do_nothing_at_the_door(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "ctrl+l")
        await typed(pilot, "ctrl+p", "ctrl+o", "ctrl+l", "f5")
        assert on(app, UnlockScreen)
        assert len(app.screen_stack) == 1


async def test_a_change_by_another_process_is_shown(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.watching.look()
        with stage.open() as journal:
            journal.entries.add("note", {"text": "From the command line"})
        assert "From the command line" not in shown(app)
        await app.watching.look()
        await settled(pilot)
        assert "From the command line" in shown(app)


async def test_the_days_backup_is_made_once_it_is_open(stage: Stage) -> None:
    app = stage.app(backups=True)
    async with stage.opened(app):
        assert len(list((stage.home.vault / "backups").iterdir())) == 1


async def test_a_backup_that_fails_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object) -> None:
        raise Refused("The backup could not be written.", "Is the disk full?")

    monkeypatch.setattr("peerlog.journal.safekeeping.upkeep.automatic_backup", fails)
    app: PeerlogApp = stage.app(backups=True)
    async with stage.opened(app):
        assert said(app) == ["The backup could not be written.\nIs the disk full?"]
