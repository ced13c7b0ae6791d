"""Keeping an entry up to a day in the app, and deciding when the day has come."""

from __future__ import annotations

from datetime import timedelta

from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import SMALL, Stage, on, said, shown, typed
from tests.tui.editor.form import add
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.journal.cpd.own_days import keep_entry_until
from peerlog.tui.screens.kept_list import KeptChoiceScreen, KeptListScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.one_line import OneLineScreen


def reflection(stage: Stage) -> Entry:
    return add(stage, "reflection", title="A hard talk", text="What I would do otherwise")


async def test_a_day_is_set_and_stands_on_the_entry(empty: Stage) -> None:
    reflection(empty)
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "H")
        assert on(app, OneLineScreen)
        await typed(pilot, "last year", "enter")
        assert on(app, OneLineScreen), "it is no day"
        await typed(pilot, *["backspace"] * 9, "6 months")
        assert "→ until 21 May 2027" in shown(app)
        await typed(pilot, "enter")
        assert said(app)[-1] == "Kept until 21 May 2027; then you are asked."
        await typed(pilot, "enter")
        assert "kept until 21 May 2027, then you are asked" in shown(app)
        await typed(pilot, "H", *["backspace"] * 10, "enter")
        assert "kept until" not in shown(app).replace("Kept until", "")


async def test_today_asks_and_it_is_kept_longer_or_forgotten(empty: Stage, screen_snapshot: SnapshotAssertion) -> None:
    entry = reflection(empty)
    with empty.open() as journal:
        keep_entry_until(journal, entry.id, journal.time.today())
    empty.clock.time += timedelta(days=1)
    app = empty.app()
    async with empty.opened(app, size=SMALL) as pilot:
        assert "1 thing has reached the day you set" in shown(app)
        await typed(pilot, "g", "enter")
        assert on(app, KeptListScreen)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "enter")
        assert on(app, KeptChoiceScreen)
        await typed(pilot, "j", "enter", "tomorrow", "enter")
        assert on(app, MainScreen)
        assert "reached the day" not in shown(app)
    empty.clock.time += timedelta(days=2)
    app = empty.app()
    async with empty.opened(app, size=SMALL) as pilot:
        await typed(pilot, "g", "enter", "enter", "G", "enter")
        assert "Forget “A hard talk” for good?" in shown(app)
        await typed(pilot, "y")
        assert said(app)[-1] == "Gone."
    with empty.open() as journal:
        assert journal.entries.find(entry.id) is None


async def test_without_any_such_day_it_says_so(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "ctrl+p", "kept until", "enter")
        assert "Nothing has a day up to which it is kept." in said(app)[-1]
