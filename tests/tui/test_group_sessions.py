"""A group's session on the screen, from choosing a protocol to the meeting that it leaves, on a clock moved by hand."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, Stage, eventually, on, said, settled, shown, typed
from tests.tui.group_sessions import STEPS, begun, laid_out, line_with, passing
from tests.tui.snapshot import picture
from textual.widgets import Input, TextArea

from peerlog.journal.group_sessions import is_session
from peerlog.settings import load_settings
from peerlog.tui.life.door import go_in
from peerlog.tui.screens.confirm import ConfirmScreen
from peerlog.tui.screens.group_session import GroupSessionScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.widgets.question_hint import QuestionHint


async def test_a_set_of_five_from_choosing_it_to_its_meeting(empty: Stage) -> None:
    app = empty.app(lock_after_minutes=0)
    async with laid_out(empty, app) as pilot:
        assert app.screen.query_one("#setup-turns", Input).value == "Kim, Sam"
        assert "It takes 90 minutes." in shown(app)
        assert "chair Ada" in line_with(app, "Turn of Sam")
        await typed(pilot, "f5")
        assert on(app, GroupSessionScreen)
        assert "Kim   speaks" in shown(app)
        passing(empty, app, 900)
        await typed(pilot, *["f5"] * 6)
        assert "turn 1 of 2" in shown(app)
        assert f"step 7 of {STEPS}" in line_with(app, "The issue")
        await typed(pilot, "shift+tab", "What am I not asking?", "tab", "Ask Ada first.")
        passing(empty, app, 2400)
        await typed(pilot, *["f5"] * 6)
        assert "turn 2 of 2" in shown(app)
        assert "Ask Ada first." not in shown(app)
        await typed(pilot, "f3", "sam reading list fri", "enter", "Sleep on it.")
        passing(empty, app, 2100)
        await typed(pilot, *["f5"] * 6, "Good questions today.")
        assert f"step {STEPS} of {STEPS} · 90 of 90 min" in shown(app)
        passing(empty, app, 300)
        await typed(pilot, "f5")
        assert "1 h 35 · Kim, Sam, Ada, Bo and Cy" in shown(app)
        await typed(pilot, "ctrl+u", "The first set", "enter")
        assert not any(isinstance(screen, GroupSessionScreen) for screen in app.screen_stack)
        assert "The first set" in shown(app)
        meetings = await app.ask(lambda journal: journal.entries.of_kind("meeting"))
        assert meetings is not None
        (meeting,) = meetings
        parts = await app.ask(lambda journal: journal.entries.parts(meeting.id))
        drafts = await app.ask(lambda journal: journal.entries.drafts())
    assert (meeting.title, meeting.state, meeting.minutes) == ("The first set", "held", 95)
    assert meeting.line("protocol") == "Action Learning set"
    assert meeting.members("people") == ("Ada", "Bo", "Cy", "Sam")
    assert meeting.text == "Good questions today."
    assert parts is not None
    turns = sorted((part for part in parts if part.kind == "turn"), key=lambda turn: turn.line("position"))
    assert [(turn.line("presenter"), turn.line("chair"), turn.title, turn.text) for turn in turns] == [
        ("Kim", "Sam", "What am I not asking?", "Ask Ada first."),
        ("Sam", "Ada", "", "Sleep on it."),
    ]
    assert [(part.line("owner"), part.title) for part in parts if part.kind == "action"] == [("Sam", "Reading list")]
    assert drafts == []


@pytest.mark.parametrize(("size", "theme"), [(SMALL, "evening"), (LARGE, "paper")], ids=["small", "large"])
async def test_what_it_looks_like(
    empty: Stage, screen_snapshot: SnapshotAssertion, size: tuple[int, int], theme: str
) -> None:
    app = empty.app(lock_after_minutes=0, theme=theme)
    async with begun(empty, app, size) as pilot:
        await typed(pilot, *["f5"] * 7, "f7")
        passing(empty, app, 125)
        await typed(pilot, "The agenda is not the meeting.", "f3", "sam reading list fri", "enter")
        await typed(pilot, "shift+tab", "Do you think I should leave?")
        await eventually(pilot, lambda: app.screen.query_one("#session-hint").display)
        passing(empty, app, 0)
        assert await picture(pilot) == screen_snapshot


async def test_the_clock_pauses_goes_back_and_takes_a_minute_more(empty: Stage) -> None:
    app = empty.app(lock_after_minutes=0)
    async with begun(empty, app) as pilot:
        screen = app.screen
        assert isinstance(screen, GroupSessionScreen)

        def left() -> str:
            return str(screen.query_one("#stage-left").value)  # type: ignore[attr-defined]

        assert left() == "2:00"
        passing(empty, app, 30.4)
        assert left() == "1:30"
        await typed(pilot, "f2")
        passing(empty, app, 600)
        assert left() == "1:30"
        assert "paused" in shown(app)
        await typed(pilot, "f2", "f9")
        assert left() == "2:30"
        passing(empty, app, 230)
        assert left() == "+1:20"
        await typed(pilot, "f9")
        assert left() == "1:00"
        await typed(pilot, "f5")
        assert left() == "2:00"
        passing(empty, app, 5)
        await typed(pilot, "f6")
        assert left() == "1:00"
        await typed(pilot, "f8")
        assert "4 min" in shown(app)
        await typed(pilot, "escape", "f12")
        await eventually(pilot, lambda: "How to ask" in shown(app))
        assert "How to ask so that the other thinks further." in shown(app)
        await typed(pilot, "escape")
        passing(empty, app, 1)
        assert "paused" not in shown(app)
        await typed(pilot, "f3", "sam", "enter")
        assert "What is to be done is missing." in shown(app)
        await typed(pilot, " call bo")
        await typed(pilot, "enter")
        assert "· Sam: Call bo" in shown(app)
        await typed(pilot, "First words.", "f4")
        await eventually(pilot, lambda: "To begin with" in shown(app))
        await typed(pilot, "enter")
        words, question, *_ = screen.session.notes.splitlines()
        assert (words, question[-1]) == ("First words.", "?")


async def test_nothing_typed_is_lost_by_a_lock(empty: Stage) -> None:
    app = empty.app(lock_after_minutes=0)
    async with begun(empty, app) as pilot:
        await typed(pilot, *["f5"] * 6)
        passing(empty, app, 61)
        await typed(pilot, "Half a sent", "f3", "sam bring the")
        await typed(pilot, "ctrl+l")
        await settled(pilot)
        assert not app.session.is_open
        await app.session.open(empty.open)
        app.follow(lambda: go_in(app))
        await settled(pilot)
        await typed(pilot, "ctrl+o")
        await eventually(pilot, lambda: on(app, GroupSessionScreen))
        screen = app.screen
        assert isinstance(screen, GroupSessionScreen)
        assert "paused: F2 goes on · step 7 of 19" in shown(app)
        assert screen.query_one("#session-text", TextArea).text == "Half a sent"
        assert screen.session.notes == "sam bring the"
        await typed(pilot, "f2", "ence.")
        passing(empty, app, 60)
        assert "2 of 90 min" in shown(app)
        assert "Half a sentence." in shown(app)


async def test_leaving_waits_on_today_and_throwing_away_can_be_taken_back(empty: Stage) -> None:
    app = empty.app(lock_after_minutes=0)
    async with begun(empty, app) as pilot:
        await typed(pilot, "We began late.", "f3", "escape")
        assert on(app, GroupSessionScreen)
        await typed(pilot, "escape")
        assert on(app, MainScreen)
        await eventually(pilot, lambda: "Unfinished" in shown(app))
        assert "Action Learning set" in line_with(app, "Unfinished")
        await typed(pilot, "ctrl+o")
        await eventually(pilot, lambda: on(app, GroupSessionScreen))
        await typed(pilot, "f10")
        await eventually(pilot, lambda: on(app, ConfirmScreen))
        await typed(pilot, "y")
        await eventually(pilot, lambda: on(app, MainScreen))
        await eventually(pilot, lambda: "Unfinished" not in shown(app))
        await typed(pilot, "u")
        await eventually(pilot, lambda: on(app, GroupSessionScreen))
        assert "We began late." in shown(app)
        await typed(pilot, "escape")
        drafts = await app.ask(lambda journal: journal.entries.drafts())
        assert drafts is not None
        assert [is_session(draft) for draft in drafts] == [True]


async def test_hints_go_by_one_key_and_stay_away(empty: Stage) -> None:
    app = empty.app(lock_after_minutes=0)
    async with begun(empty, app) as pilot:
        await typed(pilot, *["f5"] * 6, "shift+tab", "Do you mind?")
        hint = app.screen.query_one("#session-hint", QuestionHint)
        await eventually(pilot, lambda: hint.display)
        await typed(pilot, "ctrl+t")
        assert "A yes or a no" not in shown(app)
        assert said(app) == ["Hints about questions are left out."]
        assert not load_settings(empty.settings_folder).question_hints
        await typed(pilot, "ctrl+t")
        assert "A yes or a no" in shown(app)
        await typed(pilot, "ctrl+u", "What do you mind?")
        assert "A yes or a no" not in shown(app)


async def test_while_the_clock_runs_idleness_hides_and_never_locks(empty: Stage) -> None:
    app = empty.app(lock_after_minutes=5)
    async with begun(empty, app) as pilot:
        screen = app.screen
        assert isinstance(screen, GroupSessionScreen)
        empty.seconds.passed += 301
        app.countdown.look()
        await settled(pilot)
        assert app.session.is_open
        assert "Any key brings it back." in shown(app)
        await typed(pilot, "x")
        assert on(app, GroupSessionScreen)
        assert screen.session.notes == ""
        await typed(pilot, "f2")
        assert not screen.holds_lock
        await typed(pilot, "f2")
        empty.seconds.passed += 4 * 60 * 60
        assert not screen.holds_lock
        app.countdown.look()
        await settled(pilot)
        assert not app.session.is_open
