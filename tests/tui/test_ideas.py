"""Ideas: the board, moving on, what could be tried this week."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, Stage, on, said, shown, typed
from tests.tui.snapshot import picture

from peerlog.journal.ideas import ideas_in
from peerlog.journal.journal import Journal
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.ideas import IdeasScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.one_line import OneLineScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.this_week import ThisWeekScreen


def furnish_ideas(journal: Journal) -> None:
    for number, (title, fields) in enumerate(
        {
            "Begin with a minute of silence": {"step": "on Monday, with the small group"},
            "Let Sam open the round": {"state": "trying", "source": "Sam"},
            "Write before reading mail": {"state": "tried", "outcome": "Two good mornings of five"},
            "Ask what people need": {"state": "kept", "outcome": "Shorter agendas"},
            "Standing meetings": {"state": "dropped"},
        }.items()
    ):
        when = f"2026-10-{number + 1:02}T10:00:00+00:00[Europe/Dublin]"
        journal.entries.add("idea", {"title": title, "when": when, **fields})


async def states(app: PeerlogApp) -> dict[str, str]:
    return {idea.headline: idea.state for idea in await app.ask(ideas_in) or []}


def marked(app: PeerlogApp) -> str:
    (line,) = [line for line in shown(app).splitlines() if "▸" in line]
    return line.partition("▸ ")[2].partition("  ")[0]


async def test_columns_where_there_is_room(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    with stage.open() as journal:
        furnish_ideas(journal)
    app = stage.app(theme="paper")
    async with stage.opened(app, size=LARGE) as pilot:
        await typed(pilot, "B")
        assert on(app, IdeasScreen)
        assert await picture(pilot) == screen_snapshot
        assert marked(app) == "Begin with a minute of"
        for key, expected in (("j", "Ask before advising"), ("right", "Let Sam open the round"), ("l", "Write before")):
            await typed(pilot, key)
            assert marked(app).startswith(expected)
        await typed(pilot, "right", "right", "left", "left")
        assert marked(app) == "Let Sam open the round"


async def test_a_list_where_there_is_none_and_it_scrolls_along(empty: Stage) -> None:
    with empty.open() as journal:
        furnish_ideas(journal)
        for number in range(30):
            journal.entries.add("idea", {"title": f"Idea {number}"})
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "B", *["j"] * 31)
        assert marked(app) == "Let Sam open the round"
        await typed(pilot, "j", "j")
        assert marked(app) == "Ask what people need"
        await typed(pilot, *["k"] * 33)
        assert marked(app) == "Begin with a minute of silence"


async def test_moving_on_asks_what_came_of_it(empty: Stage) -> None:
    with empty.open() as journal:
        journal.entries.add("idea", {"title": "Begin with silence"})
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "B", "s", "enter")
        assert await states(app) == {"Begin with silence": "trying"}
        await typed(pilot, "s", "enter")
        assert on(app, OneLineScreen)
        await typed(pilot, "The room was calmer", "enter", "s", "enter", "enter")
        assert on(app, IdeasScreen)
        (idea,) = await app.ask(ideas_in) or []
        assert (idea.state, idea.line("outcome")) == ("kept", "The room was calmer")
        await typed(pilot, "u")
        assert await states(app) == {"Begin with silence": "tried"}
        await typed(pilot, "s", "j", "enter", "escape")
        assert await states(app) == {"Begin with silence": "tried"}
        await typed(pilot, "s", "escape", "escape")
        assert on(app, MainScreen)


async def test_an_idea_has_a_page(empty: Stage) -> None:
    with empty.open() as journal:
        goal = journal.entries.add("goal", {"title": "Chair a meeting well"})
        journal.entries.add("idea", {"title": "Begin with silence", "source": "Sam", "links": [goal.id]})
    app = empty.app()
    async with empty.opened(app, tab="goals") as pilot:
        await typed(pilot, "j", "enter")
        assert on(app, PageScreen)
        for expected in ("to try", "From: Sam", "It serves", "Chair a meeting well"):
            assert expected in shown(app)
        await typed(pilot, "s", "enter", "a", "ask on monday", "enter")
        assert "trying" in shown(app)
        assert "Ask" in shown(app)
        await typed(pilot, "escape")
        assert on(app, MainScreen)


async def test_what_could_i_try_this_week(stage: Stage) -> None:
    with stage.open() as journal:
        furnish_ideas(journal)
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "T")
        assert on(app, ThisWeekScreen)
        assert "on Monday, with the small group" in shown(app)
        await typed(pilot, "enter")
        assert (await states(app))["Begin with a minute of silence"] == "trying"
        await typed(pilot, "T")
        assert "silence  trying" in shown(app)
        await typed(pilot, "enter")
        assert said(app) == ["You are trying that one already."]
        await typed(pilot, "j", "enter")
        assert (await states(app))["Ask before advising"] == "trying"


async def test_before_there_are_ideas(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "T")
        assert said(app) == ["Nothing waits to be tried. B shows your ideas, and n there writes one down."]
        await typed(pilot, "B")
        assert "No ideas yet." in shown(app)
        await typed(pilot, "n", "Begin with silence", "escape")
        assert on(app, IdeasScreen)
        assert marked(app) == "Begin with silence"


async def test_the_mark_goes_to_what_has_just_been_written(empty: Stage) -> None:
    with empty.open() as journal:
        furnish_ideas(journal)
        journal.entries.add("goal", {"title": "Chair a meeting well", "due": "2026-11-27"})
    app = empty.app()
    async with empty.opened(app, tab="goals") as pilot:
        await typed(pilot, "n", "Publish a case", "escape")
        assert app.screen.current_entry.headline == "Publish a case"  # type: ignore[attr-defined]
        await typed(pilot, "B", "n", "Ask Zoë", "escape")
        assert marked(app) == "Ask Zoë"
