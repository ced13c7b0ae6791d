"""A meeting that runs on the screen."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import Stage, on, settled, shown, typed
from tests.tui.meeting.noted import notes
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.tui.messages import EntryOpened
from peerlog.tui.screens.closing import ClosingScreen
from peerlog.tui.screens.help_card import HelpCardScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.running import RunningScreen
from peerlog.tui.widgets.question_hint import QuestionHint
from peerlog.tui.widgets.running_top import RunningTop


async def test_one_key_runs_it_and_the_agenda_is_gone_through(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.post_message(EntryOpened(meeting.id))
        await settled(pilot)
        await typed(pilot, "r")
        assert on(app, RunningScreen)
        assert "▸ Goals   Reading list   Chairing" in shown(app)
        await typed(pilot, "Sam chairs", "f5")
        assert "✓ Goals   ▸ Reading list   Chairing" in shown(app)
        await typed(pilot, "f5", "f5")
        assert "✓ Goals   ✓ Reading list   ✓ Chairing" in shown(app)
        await typed(pilot, "f6")
        assert "▸ Chairing" in shown(app)
        assert notes(app) == "Sam chairs"
    with stage.open() as journal:
        states = [part.state for part in journal.entries.parts(meeting.id, "agenda-item")]
        assert sorted(states) == ["open", "settled", "settled"]


async def test_an_action_is_one_line_whose_meaning_is_said_and_a_question_is_offered(
    stage: Stage, meeting: Entry
) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.run_meeting(meeting.id)
        await settled(pilot)
        await typed(pilot, "Ada ", "f3", "ada reading list fri")
        assert "→ Ada: Reading list · due Fri 27" in shown(app)
        await typed(pilot, "enter", "speaks")
        assert notes(app) == "Ada speaks"
        assert "1 action" in shown(app)
        await typed(pilot, "f3", "ada", "enter")
        assert "What is to be done is missing." in shown(app)
        await typed(pilot, "escape", "f3")
        assert app.screen.query_one("AskLine LineInput").value == "ada"  # type: ignore[attr-defined]
        await typed(pilot, "escape", "f7", "! a round", "enter")
        assert "A round" in shown(app)
        assert "Ask: " in shown(app)
        await typed(pilot, "f4", "j", "enter")
        assert "Ask: What is it about this that matters to you?" in shown(app)
        await typed(pilot, "f4", "escape", "f9")
        assert on(app, HelpCardScreen)
        await typed(pilot, "escape")
        assert on(app, RunningScreen)
    with stage.open() as journal:
        (action,) = journal.entries.parts(meeting.id, "action")
        assert (action.line("owner"), action.title, action.line("due")) == ("Ada", "Reading list", "2026-11-27")


async def test_enter_waits_for_what_was_typed_before_it_and_a_question_gets_its_hint(
    stage: Stage, meeting: Entry
) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.run_meeting(meeting.id)
        await settled(pilot)
        await typed(pilot, "f7", "? do you like it")
        hint = app.screen.query_one(QuestionHint)
        hint.show_or_hide()
        await pilot.pause()
        assert "A yes or a no would answer this." in " ".join(shown(app).split())
        await typed(pilot, "escape", "f3", "ada lists", "enter")
    with stage.open() as journal:
        assert [part.title for part in journal.entries.parts(meeting.id, "action")] == ["Lists"]


async def test_private_words_are_hidden_at_first_and_never_part_of_it_and_today_leads_back(
    stage: Stage, meeting: Entry
) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.run_meeting(meeting.id)
        await settled(pilot)
        assert "private: hidden" in shown(app)
        await typed(pilot, "f2", "I am tired", "f2", "Ada chairs")
        assert "I am tired" not in shown(app)
        assert notes(app) == "Ada chairs"
        await typed(pilot, "escape")
        with stage.open() as journal:
            assert [part.text for part in journal.entries.parts(meeting.id, "minute")] == ["Ada chairs"]
            assert [note.text for note in journal.entries.linking_to(meeting)] == ["I am tired"]
        assert on(app, MainScreen)
        stage.seconds.passed += 300
        assert "Going on Video with Ada" in " ".join(shown(app).split())
        await typed(pilot, "ctrl+o")
        assert on(app, RunningScreen)
        assert notes(app) == "Ada chairs"
        assert "5 of 60 min" in shown(app)


async def test_it_looks_like_this(stage: Stage, meeting: Entry, screen_snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.run_meeting(meeting.id)
        await settled(pilot)
        stage.seconds.passed += 18 * 60
        app.screen.query_one(RunningTop)._tick()
        await typed(pilot, "f5", "Ada would begin with the reading list.", "f3", "ada reading list fri")
        assert await picture(pilot) == screen_snapshot


async def test_f8_closes_it_and_its_page_says_what_came_of_it(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.post_message(EntryOpened(meeting.id))
        await settled(pilot)
        await typed(pilot, "r", "Ada chairs")
        stage.seconds.passed += 18 * 60
        await typed(pilot, "f8")
        assert on(app, ClosingScreen)
        await typed(pilot, "Swapped lists", "f8")
        assert on(app, PageScreen)
        page = shown(app)
        assert "18 min" in page
        assert page.index("Swapped lists") < page.index("Ada chairs") < page.index("Agenda")
        assert app.countdown.meeting is None
