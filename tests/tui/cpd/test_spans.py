"""Work over a span of days: how long it was and from when on, in the window where something counts."""

from __future__ import annotations

from datetime import date

from tests.tui.cpd.test_counting import counted
from tests.tui.driving import Stage, on, shown, typed

from peerlog.domain.entry import Entry
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.cpd.spans import first_day_of
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.adding_activity import AddingActivityScreen
from peerlog.tui.screens.counting import CountingScreen
from peerlog.tui.screens.main import MainScreen


def words(app: PeerlogApp) -> str:
    return " ".join(shown(app).split())


async def first_day(app: PeerlogApp, activity: Entry) -> date | None:
    return await app.ask(lambda journal: first_day_of(journal, activity))


async def test_practice_hours_over_months_are_added(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to(journal, "nmc", {"own_day": date(2027, 3, 31)})
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "5", "n")
        assert on(app, AddingActivityScreen)
        assert "From" not in shown(app)
        assert "last day" not in shown(app)
        await typed(pilot, *"Shifts at the surgery", "down", *"2026-06-30", "down", "450h")
        assert "→ 450 h" in shown(app)
        assert "All of it counts on its last day." in words(app)
        await typed(pilot, "tab", "2026-07-05", "enter")
        assert "It cannot begin on 5 July 2026" in words(app)
        await typed(pilot, *["backspace"] * 10, "2026-01-05")
        assert "→ 5 January 2026, 177 days" in words(app)
        await typed(pilot, "enter")
        assert on(app, MainScreen)
        (activity,) = await counted(app)
        assert (activity.minutes, activity.line("type")) == (27_000, "practice_hours")
        assert (activity.when.day, await first_day(app, activity)) == (date(2026, 6, 30), date(2026, 1, 5))
        assert "450 h of 450 h" in words(app)


async def test_an_entry_counts_for_a_span_and_it_is_taken_back(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to(journal, "nmc", {"own_day": date(2027, 3, 31)})
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "c", "30h", "enter")
        assert "not between one minute and 24 hours. A span of work counts as practice hours" in words(app)
        assert on(app, CountingScreen)
        await typed(pilot, "tab", " ", "practice hours", "enter")
        app.screen.query_one("#count-first").focus()
        await typed(pilot, "2 nov", "enter")
        (activity,) = await counted(app)
        assert (activity.minutes, await first_day(app, activity)) == (1800, date(2026, 11, 2))
        await typed(pilot, "c")
        assert "2026-11-02" in shown(app)
        await typed(pilot, "tab", *["backspace"] * 10, "enter")
        assert await first_day(app, activity) is None
        await typed(pilot, "u")
        assert await first_day(app, activity) == date(2026, 11, 2)


async def test_where_no_body_asks_it_is_not_asked(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "c", "30h", "tab", " ", "practice hours", "enter")
        assert not app.screen.query_one("#count-since").display
        await typed(pilot, "enter")
        (activity,) = await counted(app)
        assert activity.minutes == 1800
