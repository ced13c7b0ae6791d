"""The page before a meeting, finding a time, and the calendar file."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, Stage, eventually, on, said, settled, shown, typed
from tests.tui.snapshot import picture

from peerlog.domain.entry import Entry
from peerlog.journal.journal import Journal
from peerlog.journal.meeting.agenda import add_item, agenda
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.times import TimesScreen


def at(when: str) -> str:
    return f"2026-{when}:00+00:00[Europe/Dublin]"


def fortnight_with_sam(journal: Journal) -> Entry:
    """From the last meeting to the next one, tomorrow at ten."""
    add = journal.entries.add
    add("card", {"title": "Sam", "zone": "Australia/Brisbane"})
    last = add(
        "meeting", {"title": "Video", "people": "Sam", "summary": "What silence does.", "when": at("11-10T18:30")}
    )
    add("decision", {"title": "Fifteen minutes each", "parent": last.id})
    add("action", {"title": "Reading list", "owner": "Sam", "due": "2026-11-27", "parent": last.id})
    add_item(journal, last, "? how do you open a set")
    add("note", {"text": "Told Sam about the rota.", "when": at("11-19T12:00")})
    goal = add("goal", {"title": "Listen", "people": "Sam", "baseline": "4", "target": "7", "when": at("09-01T12:00")})
    for day, level in (("10-01", 4), ("11-01", 5), ("11-20", 6)):
        add("check-in", {"level": level, "parent": goal.id, "when": at(f"{day}T12:00")})
    here = add(
        "meeting",
        {"people": "Sam", "channel": "video", "purpose": "decide", "minutes": 45, "when": at("11-22T10:00")},
    )
    add_item(journal, here, "! a round of one minute each")
    add_item(journal, here, "sam ? who chairs in May")
    return here


@pytest.fixture
def meeting(stage: Stage) -> Entry:
    with stage.open() as journal:
        return fortnight_with_sam(journal)


def titles(stage: Stage, meeting: Entry) -> list[str]:
    with stage.open() as journal:
        return [item.title for item in agenda(journal, meeting.id)]


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_the_page(
    stage: Stage, meeting: Entry, screen_snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    async with stage.opened(size=size) as pilot:
        await typed(pilot, "p")
        assert await picture(pilot) == screen_snapshot


async def test_everything_of_the_page_from_today_and_back(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app, size=LARGE) as pilot:
        assert "p prepare" in shown(app)
        await typed(pilot, "p")
        page = shown(app)
        for words in (
            "Video with Sam",
            "Tomorrow, 10:00 · 20:00 Brisbane",
            "Last contact 11 days ago",
            "Fifteen minutes each",
            "Told Sam about the rota.",
            "Reading list",
            "5 → 6 of 10",
            "! A round of one minute each",
            "Left open before",
            "Worth asking",
        ):
            assert words in page, words
        await typed(pilot, "p")  # it is there already
        assert len(app.screen_stack) == 2
        await typed(pilot, "escape")
        assert on(app, MainScreen)


async def test_what_was_left_open_is_taken_up_once_and_items_move(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "p", "b")
        assert said(app) == ["1 item stands on this agenda now."]
        assert "Left open before" not in shown(app)
        await typed(pilot, "G")
        assert "? How do you open a set" in shown(app)
        await typed(pilot, "K", "K")
        await typed(pilot, "b")
    assert titles(stage, meeting) == ["How do you open a set", "A round of one minute each", "Who chairs in May"]


async def test_an_item_is_put_on_the_agenda_and_settled(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "p", "b", "i", "? what next", "enter", "G", " ")
    with stage.open() as journal:
        assert [(each.title, each.state) for each in agenda(journal, meeting.id)][-1] == ("What next", "settled")


async def test_another_time_inside_everybody_s_day(
    stage: Stage, meeting: Entry, screen_snapshot: SnapshotAssertion
) -> None:
    app = stage.app(theme="paper")
    async with stage.opened(app) as pilot:
        await typed(pilot, "p", "f7")
        assert on(app, TimesScreen)
        assert await picture(pilot) == screen_snapshot
        assert "· late" not in shown(app)
        await typed(pilot, "o")
        assert "· late" in shown(app)
        await typed(pilot, "o", "j", "enter")
        await eventually(pilot, lambda: "Tomorrow, 11:00 · 21:00 Brisbane" in shown(app))
    with stage.open() as journal:
        assert journal.entries.get(meeting.id).line("when") == at("11-22T11:00")


async def test_a_form_says_everybody_s_time_and_finds_one(stage: Stage, meeting: Entry) -> None:
    app = stage.app()
    async with stage.opened(app, tab="together") as pilot:
        await typed(pilot, "n")
        screen = app.screen
        assert isinstance(screen, EditorScreen)
        assert screen.form
        row = next(each for each in screen.form.rows if each.about.name == "people")
        row.focus_control()
        await typed(pilot, "Sam", "f7")
        await eventually(pilot, lambda: "Sam · Brisbane" in shown(app))
        await typed(pilot, "enter")
        await eventually(pilot, lambda: "Sat 20:00 for Sam in Brisbane" in shown(app))
        assert "2026-11-21 10:00" in shown(app)
        screen.query_one("MetaLine")._input("when").value = "tue 15:00"  # type: ignore[attr-defined]
        await eventually(pilot, lambda: "outside 7 to 22 for Sam" in shown(app))
        await typed(pilot, "escape")
    with stage.open() as journal:
        newest = journal.entries.of_kind("meeting")[:5]
    assert at("11-24T15:00") in [each.line("when") for each in newest]


async def test_a_file_for_other_calendars(stage: Stage, meeting: Entry, tmp_path: Path) -> None:
    target = tmp_path / "meeting.ics"
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "p")
        app.action_calendar_file()
        await settled(pilot)
        assert "Notes never stand in it" in shown(app)
        app.screen.query_one("#calendar-path").value = str(target)  # type: ignore[attr-defined]
        await typed(pilot, "down", " ", "enter")
        assert on(app, PageScreen)
        assert said(app)[0].startswith("1 meeting in ")
        app.action_calendar_file()
        await settled(pilot)
        app.screen.query_one("#calendar-path").value = str(target)  # type: ignore[attr-defined]
        await typed(pilot, "enter")
        assert "is there already" in said(app)[0]
    (event,) = icalendar.Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert event["SUMMARY"] == "Meeting"  # the title is what was asked for, and it has none


async def test_no_meeting_ahead(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "p")
        assert on(app, MainScreen)
        assert said(app) == ["No meeting lies ahead. “New meeting” in the palette plans one."]
