"""The page of a meeting, and the pages of help."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, Stage, on, settled, shown, typed
from tests.tui.snapshot import picture

from peerlog.domain.closing import Closing
from peerlog.domain.entry import Entry
from peerlog.journal.meeting.closing import close_meeting
from peerlog.tui.messages import EntryOpened
from peerlog.tui.screens.help_card import HelpCardScreen, unwrapped
from peerlog.tui.screens.page import PageScreen


async def test_it_is_opened_from_the_tab_and_takes_lines(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app, tab="together") as pilot:
        await typed(pilot, "enter")
        assert on(app, PageScreen)
        assert "Monday 23 November, 09:30 · 1 h" in shown(app)
        await typed(pilot, "i", "! a round of one minute", "enter", "a", "ada book the room fri", "enter")
        page = shown(app)
        assert page.index("Agenda") < page.index("A round of one minute") < page.index("Ada: Book the room")
        assert on(app, PageScreen)
        await typed(pilot, "a", "half", "escape", "escape")
        assert not on(app, PageScreen)


async def test_afterwards_what_came_of_it_leads(
    stage: Stage, meeting: Entry, screen_snapshot: SnapshotAssertion
) -> None:
    with stage.open() as journal:
        journal.entries.add("minute", {"text": "We swapped lists.\nAda chairs next.", "parent": meeting.id})
        journal.entries.add("minute", {"text": "Kim asked well.", "by": "Ada", "parent": meeting.id})
        journal.entries.add("note", {"text": "I was tired", "links": [meeting.id]})
        close_meeting(
            journal,
            meeting.id,
            Closing(
                summary="Begin with the reading list, end on time.",
                insights="Ask before advising.",
                decisions=("Meet every fortnight",),
                actions=("ada reading list fri", "book the room"),
                thanks="For the list",
                quotable=True,
                pulse={"heard": 5, "energy": 4},
            ),
        )
    app = stage.app()
    async with stage.opened(app, size=LARGE) as pilot:
        app.post_message(EntryOpened(meeting.id))
        await settled(pilot)
        assert await picture(pilot) == screen_snapshot


async def test_hostile_words_are_words(stage: Stage, meeting: Entry) -> None:
    hostile = "[/x] [@click=app.quit]hi[/]"
    with stage.open() as journal:
        for kind in ("minute", "decision", "thanks", "turn", "pulse", "agenda-item", "action"):
            journal.entries.add(kind, {"text": hostile, "parent": meeting.id})
        journal.entries.change(meeting.id, {"summary": hostile, "title": hostile, "place": hostile, "scope": hostile})
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.post_message(EntryOpened(meeting.id))
        await settled(pilot)
        assert hostile in shown(app)
        await typed(pilot, "r", "f8")
        assert hostile in shown(app)


async def test_help_for_a_talk(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        app.show_help_card("feedback")
        await settled(pilot)
        assert on(app, HelpCardScreen)
        assert "Situation" in shown(app)
        await typed(pilot, "right")
        assert "Let them finish" in shown(app)
        await typed(pilot, "left")
        assert "Situation" in shown(app)
        await typed(pilot, "escape")
        assert not on(app, HelpCardScreen)


def test_paragraphs_are_joined_and_lists_stay() -> None:
    text = "One\ntwo\n\n- a\n  b\n- c\n\n1. d\n## e\n> f"
    assert unwrapped(text) == "One two\n\n- a b\n- c\n\n1. d\n## e\n> f"
