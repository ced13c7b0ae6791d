"""Goals on tab 3 and on their pages: trends, check-ins, milestones, actions, where they can go, what serves them."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, Stage, on, said, settled, shown, typed
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.journal.goal import goals
from peerlog.journal.journal import Journal
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.models import ModelScreen
from peerlog.tui.screens.moves import MovesScreen
from peerlog.tui.screens.narrowing import NarrowingScreen
from peerlog.tui.screens.one_line import OneLineScreen
from peerlog.tui.screens.page import PageScreen


def the_goal(journal: Journal) -> Entry:
    return next(goal for goal in goals.goals_in(journal) if goal.title == "Chair a meeting well")


def furnish_goal(journal: Journal) -> None:
    """Check-ins since September, milestones, actions, and what serves it."""
    goal, add = the_goal(journal), journal.entries.add
    for day, line in (
        ("09-05", "4 too quiet"),
        ("10-04", "3 two people spoke"),
        ("11-02", "6"),
        ("11-16", "7 in time"),
    ):
        kept = goals.check_in(journal, goal.id, line)
        journal.entries.change(kept.id, {"when": f"2026-{day}T18:00:00+00:00[Europe/Dublin]"})
    goals.add_milestone(journal, goal.id, "ask two people by 24 nov")
    done = goals.add_milestone(journal, goal.id, "half a meeting")
    journal.entries.change(done.id, {"done_on": "2026-10-30"})
    add("action", {"title": "Book the room", "parent": goal.id, "due": "2026-11-24"})
    add("action", {"title": "Send the agenda", "parent": goal.id, "owner": "Sam"})
    add("idea", {"title": "Begin with silence", "links": [goal.id], "when": "2026-11-01T10:00:00+00:00[Europe/Dublin]"})


async def read(app: PeerlogApp) -> Entry:
    found = await app.ask(the_goal)
    assert found is not None
    return found


async def test_a_goal_has_its_trend_its_next_day_and_its_ideas_beneath_it(
    stage: Stage, screen_snapshot: SnapshotAssertion
) -> None:
    with stage.open() as journal:
        furnish_goal(journal)
    app = stage.app()
    async with stage.opened(app, tab="goals") as pilot:
        lines = [" ".join(line.split()) for line in shown(app).splitlines()]
        assert "▸ Due Tue 24 Chair a meeting well next: Ask two people 4 → 7 ▄▃▅▆" in lines
        assert lines[lines.index("▸ Due Tue 24 Chair a meeting well next: Ask two people 4 → 7 ▄▃▅▆") + 1] == (
            "· Begin with silence to try"
        )
        await typed(pilot, "enter")
        assert on(app, PageScreen)
        assert await picture(pilot) == screen_snapshot


async def test_check_in_on_the_page_and_on_the_tab(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="goals") as pilot:
        await typed(pilot, "i", "6 two spoke", "enter")
        assert on(app, MainScreen)
        assert "4 → 7  ▅" in shown(app)
        await typed(pilot, "enter", "i", "11", "enter")
        assert on(app, OneLineScreen)
        assert "11 is more than 10" in shown(app)
        await typed(pilot, "backspace", "backspace", "7")
        assert "→ ▆ 7" in shown(app)
        assert "Last time 6" in shown(app)
        await typed(pilot, "enter")
        assert on(app, PageScreen)
        trend = await app.ask(lambda journal: goals.trend(journal, the_goal(journal).id))
        assert trend is not None
        assert [level for _, level in trend.points] == [6, 7]
        await typed(pilot, "i", "5", "escape")
        assert on(app, PageScreen)


async def test_milestones_and_actions_in_a_line_each_and_ticked_off(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="goals") as pilot:
        await typed(pilot, "enter", "M", "first draft by 4 dec")
        assert "→ First draft · by Fri 4 Dec" in shown(app)
        await typed(pilot, "enter", "a", "ada slides fri")
        assert "→ Slides · Ada · by Friday 27" in shown(app)
        await typed(pilot, "enter")
        assert "Milestones   0 of 1 reached" in shown(app)
        assert "Actions   1 open, 0 done" in shown(app)
        await typed(pilot, " ")
        assert "Milestones   1 of 1 reached" in shown(app)
        assert "✓ First draft" in shown(app)
        parts = await app.ask(lambda journal: journal.entries.parts(the_goal(journal).id))
        assert parts is not None
        assert {part.kind: part.title for part in parts} == {"milestone": "First draft", "action": "Slides"}
        await typed(pilot, "a", "enter")
        assert on(app, OneLineScreen)
        assert "What is to be done is missing." in shown(app)


async def test_only_the_states_that_it_can_go_to_are_offered_and_it_can_be_taken_back(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="goals") as pilot:
        await typed(pilot, "s")
        assert on(app, MovesScreen)
        assert "I am there" in shown(app)
        assert "we both want this" not in shown(app)
        await typed(pilot, "enter")
        assert (await read(app)).state == "met"
        assert said(app) == ["“Chair a meeting well”: met. u takes that back."]
        assert "i check in" not in shown(app)
        await typed(pilot, "u")
        assert (await read(app)).state == "active"
        await typed(pilot, "enter", "s", "j", "enter")
        assert "let go · 4 → 7" in shown(app)
        assert "i check in" not in shown(app)


async def test_what_serves_a_goal(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="goals") as pilot:
        await typed(pilot, "enter", "l", "advising", "enter")
        assert "Ask before advising" in shown(app)
        await typed(pilot, "I", "Ask three people", "escape")
        assert on(app, PageScreen)
        goal = await read(app)
        serving = await app.ask(lambda journal: journal.entries.linking_to(goal))
        assert serving is not None
        assert {each.headline for each in serving} == {"Ask before advising", "Ask three people"}
        assert all(each.state == "to-try" for each in serving)
        # What serves it already is not offered again, nor the goal itself.
        await typed(pilot, "l", "advising")
        assert "Nothing here has these words." in shown(app)
        await typed(pilot, "escape", "r")
        assert on(app, ModelScreen)


async def test_from_a_theme_to_a_goal(empty: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = empty.app()
    async with empty.opened(app, tab="goals") as pilot:
        await typed(pilot, "N", "chairing", "enter", "Sam", "enter", "enter", "people who speak")
        assert on(app, NarrowingScreen)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "enter", "4", "enter", "7", "enter", "some day", "enter")
        assert "not a date" in shown(app)
        await typed(pilot, *["backspace"] * 8, "in 3 months")
        assert "→ Sun 21 Feb 2027" in shown(app)
        await typed(pilot, "enter", "enter", "ask two by fri", "enter")
        assert "So what is the goal, in one line?" in shown(app)
        assert "People who speak" in shown(app)
        await typed(pilot, "up", "enter", "enter")
        assert on(app, PageScreen)
        assert said(app) == ["It is proposed. Once you have both said yes, s moves it on."]
        (goal,) = await app.ask(goals.goals_in) or []
        assert (goal.title, goal.state, goal.line("due")) == ("People who speak", "proposed", "2027-02-21")
        assert "Ask two" in shown(app)
        assert await app.ask(lambda journal: journal.entries.drafts()) == []
        await typed(pilot, "escape")
        assert "Proposed" in shown(app)


async def test_questions_may_stay_open_and_be_left(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="goals") as pilot:
        await typed(pilot, "N", "ctrl+s")
        assert "Every question is still open." in shown(app)
        await typed(pilot, "escape")
        assert on(app, MainScreen)
        assert await app.ask(lambda journal: journal.entries.drafts()) == []
        await typed(pilot, "N", "chairing", "escape")
        assert said(app) == ["What you have answered waits on Today."]
        (draft,) = await app.ask(lambda journal: journal.entries.drafts()) or []
        assert draft.fields["theme"] == "chairing"
        await typed(pilot, "N", "reading", "ctrl+s")
        (goal,) = await app.ask(goals.goals_in) or []
        assert (goal.title, goal.state) == ("Reading", "active")


async def test_locking_keeps_what_was_answered(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="goals") as pilot:
        await typed(pilot, "N", "chairing", "ctrl+l")
        assert not app.session.is_open
    with empty.open() as journal:
        assert [draft.fields["theme"] for draft in journal.entries.drafts()] == ["chairing"]


async def test_thousands_of_actions_and_very_long_words_are_shown_and_can_be_moved_in(empty: Stage) -> None:
    with empty.open() as journal, journal.private.write():
        fields = dict.fromkeys(("theme", "question", "why", "measure", "baseline", "target"), "wörd " * 90)
        goal = journal.entries.add("goal", {"title": "Lång " * 40, "text": "line\n" * 200, "people": "Sam", **fields})
        for number in range(5000):
            journal.entries.add("action", {"title": f"Action {number}", "parent": goal.id})
    app = empty.app()
    async with empty.opened(app, tab="goals") as pilot:
        assert "Lång Lång" in shown(app)
        await typed(pilot, "enter")
        assert on(app, PageScreen)
        assert any("▸" in line and "Action" in line for line in shown(app).splitlines())
        await typed(pilot, "G")
        assert "and 4,940 more" in shown(app) or "Action 49" in shown(app)
        await typed(pilot, "i", "7", "enter", "g")
        assert "Check-ins" in shown(app)


async def test_a_goal_without_anything(empty: Stage) -> None:
    with empty.open() as journal:
        journal.entries.add("goal", {"state": "proposed"})
    app = empty.app()
    async with empty.opened(app, tab="goals", size=LARGE) as pilot:
        await typed(pilot, "enter")
        assert "goal without words" in shown(app)
        assert "says where it stands today" in shown(app)
        await typed(pilot, "d")
        await settled(pilot)
        assert on(app, MainScreen)
        assert "No goals yet." in shown(app)
