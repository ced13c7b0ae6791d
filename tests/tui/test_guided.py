"""Reflecting by a model in the app: one question at a time, back, further, later, again, and how deep it went."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, Stage, on, said, settled, shown, typed
from tests.tui.editor.form import add, drafts, newest
from tests.tui.snapshot import picture
from textual.widgets import Static

from peerlog.domain.entry import Draft
from peerlog.journal.home import config_folder
from peerlog.journal.prompting import prompt_for_today
from peerlog.tui.app import PeerlogApp
from peerlog.tui.forms import draft_keeper
from peerlog.tui.messages import ReflectionBegun
from peerlog.tui.screens.depth import DepthScreen
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.guided import GuidedScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.models import ModelScreen
from peerlog.tui.widgets.rows import Rows


def walk_of(app: PeerlogApp) -> tuple[int, dict[str, str]]:
    assert isinstance(app.screen, GuidedScreen)
    assert app.screen._guided
    walk = app.screen._guided.taken()
    return walk.at, dict(walk.written)


async def test_one_question_at_a_time(empty: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "ctrl+p", "reflect", "enter")
        assert on(app, ModelScreen)
        await typed(pilot, "gib", "enter", "I let the first one run over.", "f5", "f5", "Both.", "f4")
        assert "▸ Evaluation" in shown(app)
        assert "✓ Description" in shown(app)
        assert "What would you want to happen just like that again?" in shown(app)
        assert await picture(pilot) == screen_snapshot
        await pilot.resize_terminal(*LARGE)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "f7", "Ashamed", "f7", "f3", "The set")
        assert "What happened, told without judging it?" in shown(app)
        await typed(pilot, "escape")
        assert on(app, MainScreen)
    entry = newest(empty, "reflection")
    assert {name: value for name, value in entry.fields.items() if name != "when"} == {
        "model": "gibbs",
        "title": "The set",
        "stage_description": "I let the first one run over.",
        "stage_feelings": "Ashamed",
        "stage_evaluation": "Both.",
    }
    assert drafts(empty) == []


async def test_after_the_last_question_one_may_look_how_deep_it_went(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "f9")
        assert on(app, MainScreen)
        app.reflect("era")
        await settled(pilot)
        await typed(pilot, "f9", "It ran over.", "f5", "f5", "f5", "f5")
        assert on(app, GuidedScreen)
        assert "That was the last question." in shown(app)
        assert "nothing here" in shown(app)
        await typed(pilot, "f9")
        assert on(app, DepthScreen)
        for label in ("Telling", "Giving reasons", "Stepping back", "Looking around"):
            assert label in shown(app)
            await typed(pilot, "enter")
        assert on(app, GuidedScreen)
        await typed(pilot, "f3", "f3", "f7", "A watch.")
        assert walk_of(app) == (2, {"stage_experience": "It ran over.", "stage_action": "A watch."})
        await typed(pilot, "escape", "2", "f9")
        assert on(app, DepthScreen)
        await typed(pilot, "escape")
        assert on(app, MainScreen)


async def test_what_is_typed_is_a_draft_at_once_and_goes_on_at_its_place(
    empty: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_keeper, "KEEP_AFTER_SECONDS", 0.01)
    app = empty.app()
    async with empty.opened(app) as pilot:
        app.post_message(ReflectionBegun(add(empty, "meeting", title="Video with Sam"), "what"))
        await settled(pilot)
        assert "About: Video with Sam" in shown(app)
        await typed(pilot, "One", "f5")
        while not (kept := drafts(empty)):
            await settled(pilot)
        assert kept[0].fields["stage_what"] == "One"
        await typed(pilot, "f8")
        assert on(app, MainScreen)
        assert any("waits on Today" in each for each in said(app))
        assert "Video with Sam" in shown(app)
        await typed(pilot, "ctrl+o")
        assert walk_of(app) == (1, {"stage_what": "One"})
        await typed(pilot, "Two", "escape")
    entry = newest(empty, "reflection")
    assert (entry.line("stage_so_what"), entry.line("about"), len(entry.members("links"))) == (
        "Two",
        "Video with Sam",
        1,
    )
    assert drafts(empty) == []


async def test_nothing_written_leaves_nothing_behind(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        for key in ("escape", "f8", "f10"):
            await typed(pilot, "r")
            assert on(app, GuidedScreen)
            await typed(pilot, "f5", "f7", key)
            assert on(app, MainScreen)
        with empty.open() as journal:
            assert journal.entries.of_kind("reflection") == []
        assert drafts(empty) == []


async def test_r_on_today_writes_about_the_question_of_the_day(empty: Stage) -> None:
    with empty.open() as journal:
        prompt = prompt_for_today(journal).prompt
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "r", "Half", "f8", "r", " and half")
        assert prompt in shown(app)
        await typed(pilot, "escape")
    entry = newest(empty, "reflection")
    assert (entry.line("asked"), entry.line("stage_text")) == (prompt, "Half and half")


async def test_a_saved_one_is_gone_through_again(empty: Stage) -> None:
    done = {"stage_what": "One", "stage_so_what": "Two", "stage_now_what": "Three"}
    add(empty, "reflection", model="what", text="Beside", **done)
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "ctrl+p", "go through again", "enter")
        assert walk_of(app) == (0, done)
        await typed(pilot, " more", "f5", "f5", "escape")
        await typed(pilot, "e")
        assert type(app.screen) is EditorScreen
    entry = newest(empty, "reflection")
    assert (entry.version, entry.text, entry.line("stage_what")) == (2, "Beside", "One more")
    assert entry.line("stage_now_what") == "Three"


async def test_thrown_away_it_can_be_brought_back(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        app.reflect("era")
        await settled(pilot)
        await typed(pilot, "One", "f5", "Two", "f10", "y")
        assert on(app, MainScreen)
        await typed(pilot, "u")
        assert walk_of(app) == (2, {"stage_experience": "One", "stage_reflection": "Two"})


async def test_a_model_that_is_gone_opens_the_plain_form(empty: Stage) -> None:
    with empty.open() as journal:
        fields = {"model": "gone", "title": "Kept", "stage_x": "y"}
        journal.entries.keep_draft(Draft("d1", "reflection", dict(fields), journal.time.stamp()))
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "ctrl+o")
        assert type(app.screen) is EditorScreen
        assert "Kept" in shown(app)


async def test_the_picker_finds_by_words_and_names_broken_files(empty: Stage) -> None:
    folder = config_folder() / "models"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('label = "Mine"\nabout = 3\n', encoding="utf-8")
    add(empty, "reflection", model="kolb", title="One")
    app = empty.app()
    async with empty.opened(app, size=LARGE) as pilot:
        app.reflect()
        await settled(pilot)
        rows = app.screen.query_one(Rows)
        assert rows.highlighted_option is not None
        assert rows.highlighted_option.id == "kolb"
        problems = str(app.screen.query_one(".choosing-problems", Static).render())
        assert "mine.toml, line 2: about: expected a line of text" in " ".join(problems.split())
        assert "After: Kolb 1984" in shown(app)
        await typed(pilot, "jackson")
        assert [option.id for option in rows.options] == ["oskar"]
        await typed(pilot, " nobody", "enter")
        assert on(app, ModelScreen)
        assert "Nothing here is called that." in shown(app)
        for _ in range(len("jackson nobody")):
            await typed(pilot, "backspace")
        await typed(pilot, "five", "down")
        assert rows.highlighted_option is not None
        assert rows.highlighted_option.id == "five_whys"
        await typed(pilot, "escape")
        assert on(app, MainScreen)
