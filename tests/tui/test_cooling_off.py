"""The day after letting off steam, and notes that erase themselves when the journal is opened."""

from __future__ import annotations

from datetime import timedelta

from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import SMALL, Stage, on, said, settled, shown, typed
from tests.tui.editor.form import add
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.journal.reflecting import beginning
from peerlog.tui.screens.cooled_off import CooledOffScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.models import ModelScreen


def vent(stage: Stage, **fields: object) -> Entry:
    return add(stage, "note", text="The printer. The PRINTER.", vent=True, when="2026-11-20T17:05:00+00:00", **fields)


def found(stage: Stage, entry: Entry) -> Entry | None:
    with stage.open() as journal:
        return journal.entries.find(entry.id)


async def test_today_asks_and_it_may_stay(empty: Stage, screen_snapshot: SnapshotAssertion) -> None:
    entry = vent(empty, erase_on="2026-11-27")
    app = empty.app(theme="paper")
    async with empty.opened(app, size=SMALL) as pilot:
        assert "You let off steam yesterday (4 words)" in shown(app)
        await typed(pilot, "g", "enter")
        assert on(app, CooledOffScreen)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "escape")
        assert "Cooled off?" in shown(app)
        await typed(pilot, "g", "enter", "enter")
        assert on(app, MainScreen)
        assert "Cooled off?" not in shown(app)
        kept = found(empty, entry)
        assert kept
        assert "erase_on" not in kept.fields


async def test_it_may_go_for_good(empty: Stage) -> None:
    entry = vent(empty)
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "g", "enter", "j", "enter", "n")
        assert found(empty, entry)
        await typed(pilot, "enter", "y")
        assert on(app, MainScreen)
        assert said(app)[-1] == "Gone."
        assert found(empty, entry) is None


async def test_it_may_become_a_reflection_without_its_words(empty: Stage) -> None:
    entry = vent(empty)
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "g", "enter", "G", "enter")
        assert on(app, ModelScreen)
        start = beginning(entry)
        assert start == {"about": "letting off steam on 20 November 2026", "links": (entry.id,)}
        await typed(pilot, "escape")
        assert on(app, MainScreen)
        assert "Cooled off?" not in shown(app)


async def test_one_that_is_due_goes_when_the_journal_is_opened(empty: Stage) -> None:
    doomed, later = vent(empty, erase_on="2026-11-22"), vent(empty, erase_on="2026-12-22")
    plain = add(empty, text="Not a vent", erase_on="2026-11-22")
    empty.clock.time += timedelta(days=1)
    app = empty.app()
    async with empty.opened(app) as pilot:
        await settled(pilot)
        assert "A note that let off steam has erased itself, as you chose." in said(app)
        assert found(empty, doomed) is None
        assert found(empty, later)
        assert found(empty, plain)
