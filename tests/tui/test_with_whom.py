"""Every screen says with whom it is shared, and what is written goes where the form says."""

from __future__ import annotations

from typing import cast

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.journal.sharing import SAM, meet, written_by_them
from tests.tui.driving import LARGE, Stage, on, said, settled, shown, typed
from tests.tui.editor.form import drafts, text
from tests.tui.snapshot import picture
from textual.pilot import Pilot

from peerlog.domain.entry import PRIVATE, Draft, Entry
from peerlog.domain.selection import Selection
from peerlog.tui.app import PeerlogApp
from peerlog.tui.messages import EntryOpened, WritingBegun
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.links import LinkScreen
from peerlog.tui.screens.read import ReadScreen
from peerlog.tui.screens.running import RunningScreen


def share(stage: Stage, kind: str = "note", **fields: object) -> Entry:
    """Something shared with Sam."""
    with stage.open() as journal:
        if SAM not in journal.spaces:
            meet(journal)
        return journal.entries.add(kind, fields, space=SAM)


async def _who_can_see(pilot: Pilot[object], step: str) -> str:
    await typed(pilot, step, "w")
    return said(cast("PeerlogApp", pilot.app))[-1]


def texts_with_sam(stage: Stage) -> list[str]:
    with stage.open() as journal:
        return [entry.text for entry in journal.entries.page(Selection(space=SAM)).entries]


@pytest.fixture
def shared(stage: Stage) -> Stage:
    """A furnished journal with a meeting that Sam sees."""
    share(stage, "meeting", title="Video with Sam", people=["Sam"], when="2026-11-20T18:30:00+00:00", state="planned")
    return stage


async def test_the_list_and_the_reader_say_it(shared: Stage, screen_snapshot: SnapshotAssertion) -> None:
    share(shared, "reflection", title="The set in chairing", text="What we both saw.", when="2026-11-21T09:00:00+00:00")
    app = shared.app()
    async with shared.opened(app, LARGE, tab="journal") as pilot:
        assert await picture(pilot) == screen_snapshot
        line = next(line for line in shown(app).splitlines() if "09:00 reflection" in line)
        assert "WITH SAM" in line


async def test_what_is_begun_with_sam_is_saved_there(shared: Stage) -> None:
    app = shared.app()
    async with shared.opened(app) as pilot:
        app.post_message(WritingBegun("note", space=SAM))
        await settled(pilot)
        assert "WITH SAM" in shown(app).splitlines()[0]
        assert "PRIVATE" not in shown(app)
        await typed(pilot, "For both", "f4")
        assert "never copied" not in shown(app)
        assert await app.screen.before_lock()  # type: ignore[attr-defined]
        assert [draft.with_whom for draft in drafts(shared) if draft.kind == "note"] == ["Sam"]
        await typed(pilot, "escape")
        assert "For both" in texts_with_sam(shared)
        assert not [draft for draft in drafts(shared) if draft.kind == "note"]


async def test_a_draft_goes_on_where_it_was_begun(shared: Stage) -> None:
    with shared.open() as journal:
        journal.entries.keep_draft(Draft("d", "idea", {"text": "Half"}, "2026-11-21T09:00:00Z", space=SAM))
    app = shared.app()
    async with shared.opened(app) as pilot:
        await typed(pilot, "ctrl+o")
        assert "WITH SAM" in shown(app).splitlines()[0]
        text(app).text = "Whole"
        await typed(pilot, "escape")
        assert "Whole" in texts_with_sam(shared)


async def test_a_part_is_written_where_the_whole_is_and_a_link_stays_inside(shared: Stage) -> None:
    request = share(shared, "request", title="Read this")
    app = shared.app()
    async with shared.opened(app) as pilot:
        app.post_message(WritingBegun("comment", {"parent": request.id}))
        await settled(pilot)
        assert on(app, EditorScreen)
        assert "WITH SAM" in shown(app).splitlines()[0]
        await typed(pilot, "f6")
        assert isinstance(app.screen, LinkScreen)
        assert "Video with Sam" in shown(app)
        assert "Ask before advising" not in shown(app)
        await typed(pilot, "escape", "Good", "escape")
    with shared.open() as journal:
        assert [each.space for each in journal.entries.parts(request.id)] == [SAM]


async def test_a_page_says_it_and_what_on_it_is_private(shared: Stage) -> None:
    goal = share(shared, "goal", title="Chair well", state="active")
    with shared.open() as journal:
        journal.entries.add("action", {"title": "For both", "parent": goal.id})
        journal.entries.add("action", {"title": "For me", "parent": goal.id}, space=PRIVATE)
    app = shared.app()
    async with shared.opened(app, LARGE) as pilot:
        app.post_message(EntryOpened(goal.id))
        await settled(pilot)
        lines = shown(app).splitlines()
        assert "WITH SAM" in lines[0]
        rows = [line.split("│")[0] for line in lines]
        assert "PRIVATE" in next(row for row in rows if "For me" in row)
        assert not {"PRIVATE", "WITH"} & set(next(row for row in rows if "For both" in row).split())
        asked = [await _who_can_see(pilot, step) for step in ("home", "j")]
        assert {answer.partition(".")[0] for answer in asked} == {"Only you", "You and Sam"}


async def test_a_running_meeting_says_who_reads_which_side(shared: Stage, screen_snapshot: SnapshotAssertion) -> None:
    with shared.open() as journal:
        meeting = journal.entries.page(Selection(space=SAM)).entries[0]
    app = shared.app()
    async with shared.opened(app) as pilot:
        app.push_screen(RunningScreen(meeting.id))
        await settled(pilot)
        await typed(pilot, "for both", "f2", "for me")
        assert "WITH SAM · leaves at your next exchange" in shown(app)
        assert "PRIVATE" in shown(app)
        assert await picture(pilot) == screen_snapshot
        assert await app.screen.before_lock()  # type: ignore[attr-defined]
        spaces = {draft.kind: draft.space for draft in drafts(shared)}
        assert (spaces["minute"], spaces["note"]) == (SAM, PRIVATE)


async def test_the_list_is_narrowed_to_what_one_shares(shared: Stage) -> None:
    app = shared.app()
    async with shared.opened(app, tab="journal") as pilot:
        await typed(pilot, "f")
        assert "private    Sam" in shown(app)
        app.screen.query_one("#whom").focus()
        await typed(pilot, "right", "right", "enter")
        assert "with Sam" in shown(app)
        assert "Video with Sam" in shown(app)
        assert "Ask before advising" not in shown(app)


async def test_sam_s_words_are_not_begun_to_be_changed(shared: Stage) -> None:
    note = share(shared, "note", text="As Sam has it")
    with shared.open() as journal:
        written_by_them(journal, note)
    app = shared.app()
    async with shared.opened(app) as pilot:
        app.push_screen(EditorScreen(entry=note))
        await settled(pilot)
        assert on(app, ReadScreen)
        assert "Only Sam changes these words." in shown(app)


async def test_comments_stand_on_the_page_of_a_goal(shared: Stage) -> None:
    goal = share(shared, "goal", text="Chair a meeting well")
    comment = share(shared, "comment", text="Thirty minutes would do.", parent=goal.id)
    with shared.open() as journal:
        written_by_them(journal, comment)
    app = shared.app()
    async with shared.opened(app) as pilot:
        app.post_message(EntryOpened(goal.id))
        await settled(pilot)
        assert "Comments" in shown(app)
        assert "Thirty minutes would do." in shown(app)
