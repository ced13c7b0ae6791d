"""An agreement's page: what can be done with it by keys, parting, and how the time is shared."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.agreements import kept, running
from tests.tui.driving import LARGE, Stage, on, settled, shown, typed
from tests.tui.snapshot import picture
from textual.widgets import Input

from peerlog.domain.entry import Entry
from peerlog.journal.agreements import agreements
from peerlog.journal.journal import Journal
from peerlog.journal.partnership import meetings_under
from peerlog.tui.messages import EntryOpened
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.give_and_take import GiveAndTakeScreen
from peerlog.tui.screens.guided_questions import GuidedQuestionsScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.share_of_time import ShareOfTimeScreen
from peerlog.tui.screens.statement import StatementScreen
from peerlog.tui.screens.versions import VersionsScreen


@pytest.mark.parametrize("size", [(80, 24), LARGE], ids=["small", "large"])
async def test_its_page(stage: Stage, screen_snapshot: SnapshotAssertion, size: tuple[int, int]) -> None:
    running(stage)
    app = stage.app(theme="evening" if size != LARGE else "paper")
    async with stage.opened(app, size=size) as pilot:
        app.action_show_agreement()
        assert await picture(pilot) == screen_snapshot


async def test_it_is_moved_on_by_keys_and_each_can_be_taken_back(stage: Stage) -> None:
    id_ = running(stage)
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.action_show_agreement()
        await settled(pilot)
        assert "Look at your agreement with Sam together?" in shown(app)
        await typed(pilot, "L")
        assert "review" not in (await kept(app)).fields
        await typed(pilot, "p", "yesterday", "enter")
        assert "lies ahead" in shown(app)
        for _ in "yesterday":
            await typed(pilot, "backspace")
        await typed(pilot, "in 3 weeks", "enter")
        assert ((await kept(app)).state, (await kept(app)).line("resume")) == ("paused", "2026-12-12")
        assert "Paused until 12 December 2026" in shown(app)
        await typed(pilot, "u")
        assert (await kept(app)).state == "active"
        await typed(pilot, "r")
        assert (await kept(app)).line("ends") == "2027-05-01"
        await typed(pilot, "v")
        assert on(app, VersionsScreen)
        await typed(pilot, "escape", "s")
        assert (await kept(app)).state == "active"
        assert (await kept(app)).id == id_


async def test_a_clause_is_put_in_other_words_on_its_page(stage: Stage) -> None:
    running(stage)
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.action_show_agreement()
        await settled(pilot)
        await typed(pilot, "j", "enter", " Or less.", "escape")
        found = await kept(app)
        assert found.line("clause_time").endswith("talks included. Or less.")
        assert found.version == 3
        await typed(pilot, "enter", "escape")
        assert (await kept(app)).version == 3


async def test_parting_looks_back_and_leads_to_a_statement(stage: Stage) -> None:
    running(stage)
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.action_show_agreement()
        await settled(pilot)
        await typed(pilot, "E", "To chair better.", "f5", "f5", "Courage", "f4", "f5", "f5", "Thank you, Sam.", "f5")
        found = await kept(app)
        assert (found.state, found.line("ends")) == ("ended", "2026-11-21")
        assert found.line("closing") == (
            "## What we wanted\n\nTo chair better.\n\n## What each takes along\n\nCourage\n\n"
            "## Thanks\n\nThank you, Sam."
        )
        await typed(pilot, "S")
        assert on(app, StatementScreen)
        assert "2 h 35" in shown(app)
        assert "Courage" not in shown(app)
        assert shown(app).splitlines()[-1].startswith(" Esc back")


async def test_leaving_the_look_back_ends_nothing_and_loses_nothing(stage: Stage) -> None:
    running(stage)
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.action_show_agreement()
        await settled(pilot)
        await typed(pilot, "E", "Half a thought", "escape")
        assert (await kept(app)).state == "active"
        drafts = await app.ask(lambda journal: journal.entries.drafts()) or ()
        assert any("Half a thought" in str(draft.fields.get("closing")) for draft in drafts)


async def test_something_is_not_working_stays_private_and_makes_an_item_only_when_asked(stage: Stage) -> None:
    id_ = running(stage)
    with stage.open() as journal:
        when = "2026-12-01T09:30:00+00:00[Europe/Dublin]"
        meeting = journal.entries.add("meeting", {"people": "Sam", "state": "planned", "when": when}).id
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.action_show_agreement()
        await settled(pilot)
        await typed(pilot, "h")
        assert on(app, GuidedQuestionsScreen)
        assert "Only you can see this" in shown(app)
        await typed(pilot, "They come late.", "f5", "f5", "f5", "f5", "f5", "Noor, at the library", "f5")
        assert "Noor, at the library" in shown(app)

        def written(journal: Journal) -> tuple[list[Entry], list[Entry], str]:
            notes = journal.entries.linking_to(journal.entries.get(id_))
            return notes, journal.entries.parts(meeting), journal.entries.get(id_).line("signposts")

        (note,), items, signposts = await app.ask(written) or ([], [], "")
        assert (note.kind, note.line("model"), note.line("stage_what")) == ("reflection", "trouble", "They come late.")
        assert (items, signposts) == ([], "Noor, at the library")
        assert note.title == "Something to think over"
        await typed(pilot, "enter")
        assert on(app, EditorScreen)
        await typed(pilot, "escape")
        assert (await app.ask(written) or ([], [], ""))[1] == []
        await typed(pilot, "h", *["f5"] * 6, "enter", "Shall we begin on time?", "escape")
        (item,) = (await app.ask(written) or ([], [], ""))[1]
        assert (item.kind, item.text) == ("agenda-item", "Shall we begin on time?")


async def test_how_the_time_is_shared_shows_me_first(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    running(stage)
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.action_show_agreement()
        await settled(pilot)
        await typed(pilot, "b")
        assert on(app, ShareOfTimeScreen)
        assert "Sam" not in shown(app)
        await typed(pilot, "t", "4", "5", "3", "2", "enter")
        assert "Your give and take" in shown(app)
        await typed(pilot, "o")
        assert "Sam" in shown(app)
        assert await picture(pilot) == screen_snapshot
    with stage.open() as journal:
        (pulse,) = journal.entries.of_kind("pulse")
        assert [pulse.number(name) for name in ("heard", "useful", "gave", "got", "energy")] == [4, 5, 3, 2, None]


async def test_a_meeting_s_page_asks_too_and_without_an_answer_nothing_is_kept(stage: Stage) -> None:
    running(stage)
    app = stage.app()
    async with stage.opened(app) as pilot:
        meeting = await app.ask(lambda journal: meetings_under(journal, agreements(journal)[0])[0].id)
        assert meeting is not None
        app.post_message(EntryOpened(meeting))
        await settled(pilot)
        await typed(pilot, "t", "enter")
        assert on(app, PageScreen)
        assert await app.ask(lambda journal: journal.entries.of_kind("pulse")) == []
        await typed(pilot, "t", "down", "down", "5", "enter")
        (pulse,) = await app.ask(lambda journal: journal.entries.parts(meeting, "pulse")) or []
        assert (pulse.number("gave"), pulse.number("heard")) == (5, None)


async def test_hostile_words_are_only_words(stage: Stage) -> None:
    hostile = "[/x] [@click=app.quit]hi[/]"
    with stage.open() as journal:
        fields = {"people": hostile, "focus": hostile, "text": hostile, "closing": hostile, "state": "ended"}
        journal.entries.add("agreement", fields)
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.action_show_agreement()
        await settled(pilot)
        assert "[@click=app.quit]" in shown(app)
        for key in ("b", "escape", "S"):
            await typed(pilot, key)
        assert "[/x]" in shown(app)
        await typed(pilot, "escape")
        app.make_agreement(hostile)
        await settled(pilot)
        assert hostile in app.screen.query_one("#guide-people", Input).value


async def test_leaving_give_and_take_keeps_what_was_answered_and_f10_throws_it_away(stage: Stage) -> None:
    parent = running(stage)
    app = stage.app()
    async with stage.opened(app) as pilot:
        for keys in (("4", "escape"), ("f10",), ("2", "5", "f10"), ("escape",)):
            app.push_screen(GiveAndTakeScreen(parent))
            await settled(pilot)
            await typed(pilot, *keys)
        kept = await app.ask(lambda journal: journal.entries.parts(parent, "pulse"))
        assert [each.number("heard") for each in kept or ()] == [4]
