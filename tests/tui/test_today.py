"""Today, Goals and Together: what they show, and what Enter, n and / do there."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, Stage, on, said, settled, shown, typed
from tests.tui.snapshot import picture
from textual.widgets import TextArea

from peerlog.domain.entry import Draft
from peerlog.domain.selection import Selection
from peerlog.journal import prompting
from peerlog.journal.prompting import PromptOfTheDay
from peerlog.tui.messages import EntryOpened
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.guided import GuidedScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.page import PageScreen

SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])


@SIZES
async def test_today(stage: Stage, screen_snapshot: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with stage.opened(size=size) as pilot:
        assert await picture(pilot) == screen_snapshot


@SIZES
@pytest.mark.parametrize("tab", ["goals", "together"])
async def test_its_neighbours(
    stage: Stage, screen_snapshot: SnapshotAssertion, tab: str, size: tuple[int, int]
) -> None:
    async with stage.opened(stage.app(theme="paper"), size=size, tab=tab) as pilot:
        assert await picture(pilot) == screen_snapshot


@pytest.mark.parametrize("tab", ["today", "goals", "together"])
async def test_empty_states_teach_one_key(empty: Stage, screen_snapshot: SnapshotAssertion, tab: str) -> None:
    async with empty.opened(tab=tab) as pilot:
        assert "n " in shown(pilot.app)  # type: ignore[arg-type]
        assert await picture(pilot) == screen_snapshot


async def test_without_colours(
    stage: Stage, screen_snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with stage.opened(stage.app()) as pilot:
        assert await picture(pilot) == screen_snapshot


async def test_everything_that_waits_is_there(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app):
        lines = [" ".join(line.split()) for line in shown(app).splitlines()]
    for expected in (
        "Mon 23, 09:30 Video with Ada p prepare",
        "Sun 29 Nov, 15:00 Coffee with Zoë, 李明 coffee",
        "Unfinished The set in chairing was Enter goes on",
        "Due Fri 27 Chair a meeting well 4 → 7",
        "Due Mon 1 Mar 2027 Publish one case study",
        "Today, 09:00 Agenda felt too long. #chairing note",
        "A year ago First visit to the other site",
        "What were you asked this week that stays with you?",
        "a question for today, everyday r write",
    ):
        assert any(expected in line for line in lines), expected
    assert any(" 9 days" in line and "▁" in line for line in lines)


@pytest.mark.parametrize(("key", "kind"), [("1", "note"), ("3", "goal"), ("4", "meeting")])
async def test_n_makes_what_the_tab_holds(stage: Stage, key: str, kind: str) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, key)
        assert f"n {kind}" in shown(app)
        await typed(pilot, "n", "Written here", "escape")
        assert on(app, MainScreen)
        assert "Written here" in shown(app)
        newest = await app.ask(lambda journal: journal.entries.page(Selection(), "written here", limit=1).entries[0])
        assert newest is not None
        assert newest.kind == kind


async def test_enter_goes_on_with_a_draft(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "j", "j", "enter")
        assert on(app, EditorScreen)
        assert app.screen.query_one("#editor-text", TextArea).text == "The set in chairing was"


async def test_r_goes_on_with_what_was_written_on_the_question_of_the_day(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = PromptOfTheDay("What were you asked this week that stays with you?", "everyday", True, "Everyday")
    monkeypatch.setattr(prompting, "prompt_for_today", lambda _: asked)
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "r", "Why I mentor.", "escape")
        assert "✓ you wrote about it today" in shown(app)
        await typed(pilot, "r")
        assert on(app, GuidedScreen)
        assert app.screen.query_one("#editor-text", TextArea).text == "Why I mentor."


async def test_enter_reads_an_entry_and_escape_comes_back(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="goals", size=LARGE) as pilot:
        await typed(pilot, "enter")
        assert on(app, PageScreen)
        assert "Six meetings" in shown(app)
        await typed(pilot, "escape")
        assert on(app, MainScreen)
        assert app.tab == "goals"


async def test_the_row_one_is_on_has_a_mark(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="goals") as pilot:
        marked = [line for line in shown(app).splitlines() if "▸" in line]
        assert len(marked) == 1
        assert "Chair a meeting well" in marked[0]
        for key, expected in (
            ("j", "Publish"),
            ("G", "Ask before"),
            ("k", "twenty papers"),
            ("g", "Chair"),
            ("down", "Publish"),
        ):
            await typed(pilot, key)
            assert expected in next(line for line in shown(app).splitlines() if "▸" in line)


async def test_rows_and_tabs_can_be_clicked(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        lines = shown(app).splitlines()
        await pilot.click(offset=(lines[0].index("Goals") + 1, 0))
        await settled(pilot)
        assert app.tab == "goals"
        lines = shown(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "Publish" in line)
        await pilot.click(offset=(30, row))
        await settled(pilot)
        assert on(app, PageScreen)
        assert "Publish one case study" in shown(app)


async def test_the_bottom_line_can_be_clicked(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="goals") as pilot:
        line = shown(app).splitlines()[-1]
        await pilot.click(offset=(line.index("goal") + 1, 23))
        await settled(pilot)
        assert on(app, EditorScreen)


async def test_the_mark_stays_on_its_row_when_others_come(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="goals") as pilot:
        await typed(pilot, "j")
        await app.watching.look()
        with stage.open() as journal:
            journal.entries.add("goal", {"title": "Before all others", "due": "2026-11-22"})
        await app.watching.look()
        await settled(pilot)
        assert "Before all others" in shown(app)
        assert "Publish" in next(line for line in shown(app).splitlines() if "▸" in line)


async def test_search_leads_to_the_journal(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "/", "advising")
        assert app.tab == "journal"
        assert "Ask before advising" in shown(app)


async def test_who_can_see_this(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="goals") as pilot:
        await typed(pilot, "w")
        assert said(app) == ["Only you. It is in your private journal, and nothing in it can leave."]


HOSTILE = ("[/x]", "[@click=app.quit]x[/]", "[/", "\x1b[31mred\x07", "a\u202eb", "[b]bold[/b]", "$accent {x} %s \\[")


async def test_hostile_text_is_shown_and_does_nothing(empty: Stage) -> None:
    with empty.open() as journal:
        for number, text in enumerate(HOSTILE):
            for kind in ("goal", "meeting"):
                fields = {"title": f"{kind} {text}", "text": text, "when": f"2026-11-{22 + number}T10:00:00+00:00"}
                journal.entries.add(kind, {**fields, **({"people": text} if kind == "meeting" else {})})
            draft = Draft(f"d{number}", "note", {"title": text, "text": text}, f"2026-11-20T11:00:0{number}Z")
            journal.entries.keep_draft(draft)
    app = empty.app()
    async with empty.opened(app, size=LARGE) as pilot:
        for tab, kind in (("3", "goal"), ("4", "meeting"), ("1", "meeting")):
            await typed(pilot, tab, "j")
            screen = shown(app)
            assert not any(character in screen for character in "\x1b\x07\u202e")
            expected = [text for text in HOSTILE if text.isprintable()][: None if kind == "goal" or tab == "4" else 3]
            for text in expected:
                assert f"{kind} {text}" in screen
        for text in HOSTILE:
            app.tell(text)
        await pilot.pause()
        assert [text for text in HOSTILE if text.isprintable()] == [text for text in said(app) if text in HOSTILE]
        line = next(number for number, line in enumerate(shown(app).splitlines()) if "meeting [@click" in line)
        await pilot.click(offset=(32, line))
        await settled(pilot)
        assert app.is_running


@pytest.mark.parametrize("tab", ["today", "goals", "together"])
async def test_back_from_an_entry_leads_to_where_it_was_opened(stage: Stage, tab: str) -> None:
    app = stage.app()
    async with stage.opened(app, tab=tab) as pilot:
        await typed(pilot, "j", "enter")
        assert on(app, PageScreen)
        await typed(pilot, "escape")
        assert on(app, MainScreen)
        assert app.tab == tab
        note = await app.ask(lambda journal: journal.entries.of_kind("note", limit=1)[0].id)
        assert note is not None
        app.post_message(EntryOpened(note))
        await settled(pilot)
        assert app.tab == "journal"
        await typed(pilot, "escape")
        assert app.tab == tab
        app.post_message(EntryOpened(note))
        await settled(pilot)
        await typed(pilot, "2", "escape")
        assert app.tab == "journal"


async def test_nothing_stands_there_twice(empty: Stage) -> None:
    with empty.open() as journal:
        journal.entries.add("goal", {"title": "Chair a meeting well", "due": "2026-11-27"})
    app = empty.app()
    async with empty.opened(app):
        assert shown(app).count("Chair a meeting well") == 1
