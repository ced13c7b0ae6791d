"""A meeting that runs goes on: over a lock, a killed program, idleness and a closed screen."""

from __future__ import annotations

import pytest
from tests.prebuilt import PASSPHRASE
from tests.tui.driving import Stage, on, said, settled, shown, typed
from tests.tui.meeting.noted import notes

from peerlog.domain.closing import Closing
from peerlog.domain.entry import Entry
from peerlog.errors import Refused
from peerlog.journal.meeting.closing import close_meeting
from peerlog.tui.forms.draft_keeper import KEEP_AFTER_SECONDS
from peerlog.tui.meetings.meeting_clock import FORGOTTEN_SECONDS, MeetingClock
from peerlog.tui.messages import EntryOpened
from peerlog.tui.screens.covered import CoveredScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.running import RunningScreen
from peerlog.tui.screens.unlock import UnlockScreen
from peerlog.tui.widgets.running_top import RunningTop
from peerlog.tui.widgets.secret_input import SecretInput
from peerlog.tui.widgets.text_editor import TextEditor


async def test_what_is_typed_outlives_a_killed_program(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.run_meeting(meeting.id)
        await settled(pilot)
        await typed(pilot, "half a sent", "f2", "for me")
        await pilot.pause(KEEP_AFTER_SECONDS + 0.2)
        with stage.open() as journal:  # as another program would find it, had this one been killed now
            kept = {draft.kind: draft.fields["text"] for draft in journal.entries.drafts()}
            assert (kept["minute"], kept["note"]) == ("half a sent", "for me")
            journal.entries.drop_draft("d1")
    # The app goes without any goodbye of this screen; another one finds the meeting going on.
    again = stage.app()
    async with stage.opened(again) as pilot:
        await typed(pilot, "ctrl+o")
        if not on(again, RunningScreen):  # the private words were kept last
            await typed(pilot, "escape")
            again.run_meeting(meeting.id)
            await settled(pilot)
        assert notes(again) == "half a sent"


async def test_locking_by_hand_keeps_everything_and_it_goes_on_counting(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.run_meeting(meeting.id)
        await settled(pilot)
        await typed(pilot, "Ada chairs", "ctrl+l")
        assert on(app, UnlockScreen)
        stage.seconds.passed += 120
        app.screen.query_one(SecretInput).value = PASSPHRASE
        await typed(pilot, "enter")
        assert on(app, MainScreen)
        await typed(pilot, "ctrl+o")
        assert notes(app) == "Ada chairs"
        assert "2 of 60 min" in shown(app)


async def test_idleness_hides_it_and_never_locks(stage: Stage, meeting: Entry) -> None:
    app = stage.app(lock_after_minutes=1)
    async with stage.opened(app) as pilot:
        app.run_meeting(meeting.id)
        await settled(pilot)
        await typed(pilot, "Ada chairs")
        stage.seconds.passed += 40
        app._count_down()
        await pilot.pause()
        assert "hides in 20 s" in shown(app)
        stage.seconds.passed += 30
        app._count_down()
        app._count_down()
        await settled(pilot)
        assert on(app, CoveredScreen)
        assert "Ada" not in shown(app)
        assert app.session.is_open
        await typed(pilot, "x")
        assert on(app, RunningScreen)
        assert notes(app) == "Ada chairs"
        await typed(pilot, "escape")  # on any other screen too, while it goes on
        stage.seconds.passed += 70
        app._count_down()
        await settled(pilot)
        assert on(app, CoveredScreen)
        await typed(pilot, "x")
        stage.seconds.passed += FORGOTTEN_SECONDS + 1  # nobody has closed it: nothing keeps the journal open
        app._count_down()
        await settled(pilot)
        assert on(app, UnlockScreen)


async def test_the_time_is_painted_once_a_minute(stage: Stage, meeting: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.run_meeting(meeting.id)
        await settled(pilot)
        top = app.screen.query_one(RunningTop)
        painted: list[object] = []
        monkeypatch.setattr(top._title, "update", painted.append)
        for _ in range(3600):
            stage.seconds.passed += 1
            top._tick()
        assert [str(each).partition(" · ")[2] for each in painted] == [f"{n} of 60 min" for n in range(1, 61)]


@pytest.mark.parametrize("passed", [0.0, 59.0, 3599.0])
def test_the_clock_is_exact(passed: float) -> None:
    time = 1000.0
    clock = MeetingClock("id", passed, lambda: time)
    for _ in range(14_400):
        time += 0.25
    assert abs(clock.seconds - passed - 3600) < 1
    assert clock.say(None) == f"{int((passed + 3600) // 60)} min"
    assert clock.say(45) == f"{int((passed + 3600) // 60)} of 45 min"


async def test_stopping_saves_and_does_not_close(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.post_message(EntryOpened(meeting.id))
        await settled(pilot)
        await typed(pilot, "r", "Ada chairs", "f10")
        assert on(app, PageScreen)
        assert app.countdown.meeting is None
    with stage.open() as journal:
        assert journal.entries.get(meeting.id).state == ""
        assert len(journal.entries.parts(meeting.id, "minute")) == 1
        assert [draft.id for draft in journal.entries.drafts()] == ["d1"]


async def test_closed_by_a_command_meanwhile_its_last_words_are_saved(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.watching.look()
        app.run_meeting(meeting.id)
        await settled(pilot)
        await app.watching.look()
        await typed(pilot, "Ada chairs")
        with stage.open() as journal:
            close_meeting(journal, meeting.id, Closing(summary="from elsewhere"))
        await app.watching.look()
        await settled(pilot)
        assert on(app, MainScreen)
        assert any("closed elsewhere" in each for each in said(app))
    with stage.open() as journal:
        assert [part.text for part in journal.entries.parts(meeting.id, "minute")] == ["Ada chairs"]
        assert [draft.id for draft in journal.entries.drafts()] == ["d1"]


async def test_what_cannot_be_saved_stays_on_the_screen(
    stage: Stage, meeting: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = stage.app()

    def full(*_: object, **__: object) -> None:
        raise Refused("There is no space left on the disk; nothing was saved.", "Free some space and save again.")

    async with stage.opened(app) as pilot:
        app.run_meeting(meeting.id)
        await settled(pilot)
        await typed(pilot, "Ada chairs")
        monkeypatch.setattr("peerlog.journal.entries.Entries.add", full)
        for key in ("escape", "f8", "f10"):
            await typed(pilot, key)
            assert on(app, RunningScreen)
            assert notes(app) == "Ada chairs"
        assert any("no space left" in each for each in said(app))


async def test_a_draft_of_a_meeting_that_is_gone_is_a_text_like_any_other(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.run_meeting(meeting.id)
        await settled(pilot)
        await typed(pilot, "Ada chairs", "escape")
        with stage.open() as journal:
            journal.entries.delete(meeting.id)
        await typed(pilot, "ctrl+o")
        assert app.screen.query_one("#editor-text", TextEditor).text == "Ada chairs"
