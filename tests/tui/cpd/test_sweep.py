"""Going through what could count, and how few keys that takes."""

from __future__ import annotations

from datetime import date

from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import Stage, on, said, shown, typed
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.journal.cpd.activities import was_looked_at
from peerlog.journal.cpd.counted_entries import activities
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.cpd.own_terms import paste_list
from peerlog.journal.cpd.still_missing import still_missing
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.filling_in import FillingInScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.sweep import SweepScreen

MARCH = "2026-03-01T09:00:00Z"


async def counted(app: PeerlogApp) -> list[Entry]:
    return await app.ask(lambda journal: list(activities(journal))) or []


async def test_sixty_candidates_take_at_most_a_hundred_and_fifty_keys(empty: Stage) -> None:
    """Forty count; half of these say how long they took, and the body wants one of its four themes of each."""
    with empty.open() as journal:
        kept = keep_to(journal, "gosc", {"own_day": date(2025, 6, 1)})
        paste_list(journal, kept, "themes", ["Talking", "Safety", "Knowing", "Keeping"])
        with journal.writing():
            for number in range(60):
                minutes = {"minutes": 30} if number % 2 else {}
                journal.entries.add("note", {"title": f"Course {number}", "when": MARCH, **minutes})
    app, keys = empty.app(), 0
    async with empty.opened(app, tab="cpd") as pilot:

        async def press(*pressed: str) -> None:
            nonlocal keys
            keys += len(pressed)
            await typed(pilot, *pressed)

        await press("s")
        assert "1 of 60" in shown(app)
        await press(*"yy-" * 20)
        assert on(app, FillingInScreen)
        assert isinstance(app.screen, FillingInScreen)
        typing = 0
        pressed: list[str] = []
        for _, missing in app.screen.steps:
            pressed += ["4", "5", "enter"] if missing.sort == "minutes" else ["2"]
            typing += 2 if missing.sort == "minutes" else 0
        await press(*pressed)
        keys -= typing
        assert on(app, MainScreen)
        found = await counted(app)
        assert len(found) == 40
        assert {each.minutes for each in found} == {30, 45}
        assert {each.members("marks") for each in found} == {("gosc.themes=Safety",)}
    assert keys <= 150


async def test_how_long_is_asked_only_where_somebody_asks_for_time(empty: Stage) -> None:
    with empty.open() as journal:
        keep_to(journal, "swe")
        journal.entries.add("reflection", {"title": "The visit", "text": "I asked first.", "when": MARCH})
    app = empty.app()
    async with empty.opened(app, tab="cpd") as pilot:
        await typed(pilot, "s", "y")
        assert on(app, MainScreen)
        (told,) = said(app)
        assert told == "1 counts. Your record asks for a few words about those that go into it: r on tab 5."
    with empty.open() as journal:
        keep_to(journal, "cilip")
        (counting,) = activities(journal)
        assert "minutes" in {one.sort for one in still_missing(journal, [counting])[counting.id]}


async def test_a_long_text_is_read_on_with_the_keys_of_every_list(empty: Stage) -> None:
    with empty.open() as journal:
        text = "\n\n".join(f"Paragraph {number}." for number in range(40))
        journal.entries.add("note", {"title": "Long", "text": text})
    app = empty.app()
    async with empty.opened(app, tab="cpd") as pilot:
        await typed(pilot, "s")
        assert "Paragraph 9." not in shown(app)
        await typed(pilot, "j", "down", "j")
        assert "Paragraph 9." in shown(app)
        await typed(pilot, "k", "up", "k")
        assert "Paragraph 0." in shown(app)


async def test_one_at_a_time(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "s", "y", " ")
        assert isinstance(app.screen, SweepScreen)
        sweep = app.screen
        assert "3 of 10" in shown(app)
        assert await picture(pilot) == screen_snapshot
        third = sweep.current_entry
        await typed(pilot, "-", "u")
        assert sweep.current_entry == third
        assert third
        assert await app.ask(lambda journal: was_looked_at(journal, third.id)) is False
        await typed(pilot, "c", "20", "enter")
        assert "4 of 10" in shown(app)
        await typed(pilot, "escape")
        assert "2 count, 8 for later." in said(app)
        await typed(pilot, "half an hour", "enter")
        assert "is not a length of time" in " ".join(shown(app).split())
        await typed(pilot, "escape")
        assert on(app, MainScreen)
        assert sorted(each.minutes or 0 for each in await counted(app)) == [0, 20]


async def test_nothing_is_left_to_look_at(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="cpd") as pilot:
        await typed(pilot, "s")
        assert on(app, MainScreen)
        assert said(app) == ["Everything that could count has been looked at."]
