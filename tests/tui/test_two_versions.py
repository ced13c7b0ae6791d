"""Two versions in the app: seen everywhere, looked at side by side, settled by one key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.exchange.apart import both_changed_a_goal, put_apart
from tests.exchange.meeting import Peer, exchange
from tests.prebuilt import place
from tests.tui.driving import LARGE, Stage, on, said, settled, shown, typed
from tests.tui.snapshot import picture

from peerlog.journal.versions.settling import take
from peerlog.journal.versions.two_versions import all_settled, all_two_versions
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.other_words import OtherWordsScreen
from peerlog.tui.screens.two_versions import TwoVersionsScreen


@pytest.fixture(scope="module")
def apart_vault(empty_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_apart(empty_vault, tmp_path_factory.mktemp("apart"), both_changed_a_goal)


@pytest.fixture(scope="module")
def title_vault(empty_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_apart(empty_vault, tmp_path_factory.mktemp("title"), both_changed_a_text)


def both_changed_a_text(kim: Peer, sam: Peer) -> None:
    when = "2026-11-20T09:00:00+00:00[Europe/Dublin]"
    goal = kim.write("goal", title="Chair well", text="Start on time.\nEnd early.", when=when)
    exchange(kim, sam)
    kim.change(goal, text="Start on time, with a round.\nEnd at noon.")
    sam.change(goal, text="Start on time.\nEnd at four.\nThank the presenters.")
    kim.receive(*sam.send())


@pytest.fixture
def both(bare: Stage, apart_vault: Path) -> Stage:
    """Four fields of three things that Kim and Sam have changed apart from each other."""
    place(apart_vault, bare.home)
    return bare


@pytest.fixture
def text(bare: Stage, title_vault: Path) -> Stage:
    """One text, of which both have changed one line each in their own way."""
    place(title_vault, bare.home)
    return bare


def screen(app: PeerlogApp) -> TwoVersionsScreen:
    found = app.screen
    assert isinstance(found, TwoVersionsScreen)
    return found


def left(stage: Stage) -> set[str]:
    with stage.open() as journal:
        return {each.register for each in all_two_versions(journal)}


async def go_to(pilot: object, app: PeerlogApp, register: str) -> None:
    for _ in range(4):
        two = screen(app).two
        if two and two.register == register:
            return
        await typed(pilot, "j")  # type: ignore[arg-type]
    raise AssertionError(register)


async def test_today_counts_them_and_one_key_after_the_other_settles_them(both: Stage) -> None:
    app = both.app()
    async with both.opened(app) as pilot:
        assert re.search("Two versions +3 things +V settle", shown(app))
        await typed(pilot, "V")
        await go_to(pilot, app, "title")
        assert "Title" in shown(app)
        await typed(pilot, "enter")
        assert "takes that back" in said(app)[-1]
        await go_to(pilot, app, "state")
        assert not screen(app).check_action("take_both", ())
        assert not screen(app).check_action("write_anew", ())
        await typed(pilot, "t")
        await go_to(pilot, app, "deleted")
        assert "Sam took it out while you changed it." in shown(app)
        await typed(pilot, "s")
        await go_to(pilot, app, "text")
        await typed(pilot, "b")
        assert not on(app, TwoVersionsScreen)
        assert "Two versions" not in shown(app)
    with both.open() as journal:
        assert all_two_versions(journal) == []
        now = {each.register: each for each in all_settled(journal)}
        assert now["title"].said == "Chair sets well and briefly"
        assert now["state"].entry.line("done_on") == "2026-11-21"
        assert now["text"].said.count("\n\n") == 1


async def test_what_was_settled_is_taken_back(both: Stage) -> None:
    app = both.app()
    async with both.opened(app) as pilot:
        await typed(pilot, "V")
        await go_to(pilot, app, "deleted")
        await typed(pilot, "d")
        await go_to(pilot, app, "title")
        await typed(pilot, "m")
        await typed(pilot, "escape", "u", "u")
        assert "Both versions stand again." in said(app)
    assert left(both) == {"title", "text", "state", "deleted"}


async def test_what_was_settled_before_the_lock_is_taken_back_until_it_leaves(text: Stage) -> None:
    with text.open() as journal:
        (two,) = all_two_versions(journal)
        take(journal, two, two.versions[1])
    app = text.app()
    async with text.opened(app) as pilot:
        await typed(pilot, "V")
        assert "Nothing has two versions." in shown(app)
        await typed(pilot, "U")
        assert "End at four." in shown(app)
        await typed(pilot, "enter")
        assert screen(app).two
        assert not screen(app).check_action("take_back_settled", ())
    assert left(text) == {"text"}


async def test_it_is_written_anew_from_what_both_make(text: Stage) -> None:
    app = text.app()
    async with text.opened(app) as pilot:
        await typed(pilot, "V")
        assert not screen(app).check_action("take_from_both", ())
        await typed(pilot, "e")
        assert starting(app) == "Start on time, with a round.\nEnd at noon.\nat four.\nThank the presenters."
        await typed(pilot, "escape")
        assert on(app, TwoVersionsScreen)
        await typed(pilot, "e", "Never mind. ", "f10")
        assert left(text) == {"text"}
        await typed(pilot, "e", "ctrl+end", " Yes.", "escape")
        assert not on(app, TwoVersionsScreen)
    with text.open() as journal:
        assert all_settled(journal)[0].said.endswith("Thank the presenters. Yes.")
        assert journal.entries.drafts() == []


def starting(app: PeerlogApp) -> str:
    found = app.screen
    assert isinstance(found, OtherWordsScreen)
    return found._words


async def test_what_was_typed_is_unfinished_when_the_journal_is_locked(text: Stage) -> None:
    app = text.app()
    async with text.opened(app) as pilot:
        await typed(pilot, "V", "e", "ctrl+end", " Typed before the lock.", "ctrl+l")
    with text.open() as journal:
        (draft,) = journal.entries.drafts()
        assert str(draft.fields["text"]).endswith(" Typed before the lock.")
        assert draft.entry


async def test_one_that_came_meanwhile_is_looked_at_first(text: Stage) -> None:
    app = text.app()
    async with text.opened(app) as pilot:
        await typed(pilot, "V")
        with text.open() as journal:
            (two,) = all_two_versions(journal)
            take(journal, two, two.versions[0])
        await typed(pilot, "t")
        assert "This is settled already." in said(app)[-1]
        assert "Nothing has two versions." in shown(app)


async def test_the_reader_the_list_and_the_form_say_so(both: Stage) -> None:
    app = both.app()
    async with both.opened(app, LARGE, tab="journal") as pilot:
        assert "2 versions" in shown(app)
        assert "TWO VERSIONS of Title, Text · V settles it" in shown(app)
        await typed(pilot, "V")
        two = screen(app).two
        assert two
        assert two.entry.kind == "goal"
        await typed(pilot, "escape", "e")
        assert "TWO VERSIONS of Title, Text" in shown(app)
        await typed(pilot, "escape", "3")
        assert "2 versions" in shown(app)
        await typed(pilot, "enter")
        await settled(pilot)
        assert "TWO VERSIONS of Title, Text · V settles it" in shown(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 30)], ids=["80", "120"])
async def test_they_stand_side_by_side_where_there_is_room(
    text: Stage, screen_snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    async with text.opened(size=size) as pilot:
        await typed(pilot, "V")
        assert await picture(pilot) == screen_snapshot
