"""Exchanging in the app: x, what came, what would leave, one Enter; and what changed since one last looked."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.exchange.meeting import Peer, meet, people
from tests.tui.driving import LARGE, SMALL, Stage, StillClock, eventually, on, said, settled, shown, typed
from tests.tui.snapshot import picture
from textual.pilot import Pilot
from textual.widgets import Input

from peerlog.journal.circle.circles import read_circle
from peerlog.journal.home import Home
from peerlog.journal.updates.exchanging import preview, send, use_folder
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.exchange import ExchangeScreen
from peerlog.tui.screens.mail_paths import CameByMailScreen, UpdatePlaceScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.news import NewsScreen
from peerlog.tui.screens.updates_way import UpdatesWayScreen


@dataclass
class Met:
    """Kim's journal, after Sam has sent something; and the file with it."""

    home: Path
    update: Path
    space: str


@pytest.fixture(scope="module")
def met(empty_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Met:
    folder = tmp_path_factory.mktemp("met")
    with people(empty_vault, folder, "Kim", "Sam") as (kim, sam):
        for peer in (kim, sam):
            peer.journal.clock.at = StillClock().time  # type: ignore[attr-defined]
        meet(kim, sam)
        _keep_marks(kim, sam)
        goal = kim.write("goal", title="Chair meetings well", why="For the set")
        sam.receive(*kim.send())
        sam.write("note", title="Ask before advising", text="Count to ten first.", tags=("sets",))
        sam.change(goal, why="For the set and the Thursday group")
        (sent,) = send(sam.journal, preview(sam.journal, read_circle(sam.space)), folder)
        kim.write("note", title="For Thursday", text="Begin with what went well.\n\nThen one question each.")
        kim.change(goal, title="Chair the set well")
        return Met(kim.journal.home.data, sent.path, kim.space.name)


def _keep_marks(*peers: Peer) -> None:
    from peerlog.vault import watermark

    for peer in peers:
        watermark.keep(peer.journal.vault, peer.journal.home.state)


@pytest.fixture
def kim(met: Met, tmp_path: Path) -> Stage:
    home = tmp_path / "kim"
    shutil.copytree(met.home, home)
    home.chmod(0o700)
    return Stage(Home(home, home / "state"), tmp_path / "config")


@pytest.fixture
def sync(met: Met, kim: Stage, tmp_path: Path) -> Path:
    """The folder that both see, with what Sam sent in it."""
    folder = tmp_path / "Sync"
    folder.mkdir()
    shutil.copy(met.update, folder)
    with kim.open() as journal:
        use_folder(journal, read_circle(journal.spaces[met.space]), folder)
    return folder


def app_of(pilot: Pilot[object]) -> PeerlogApp:
    assert isinstance(pilot.app, PeerlogApp)
    return pilot.app


def seen(pilot: Pilot[object]) -> str:
    """What the screen shows."""
    return shown(app_of(pilot))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_exchange(kim: Stage, sync: Path, screen_snapshot: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with kim.opened(size=size) as pilot:
        assert "1 update to take in" in seen(pilot)
        await typed(pilot, "x")
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "enter")
        assert "Sent to Sam" in seen(pilot)
        assert "nothing to send" in seen(pilot)
        assert len(list(sync.glob("*.peerlog"))) == 2


async def test_nothing_leaves_before_enter(kim: Stage, sync: Path) -> None:
    async with kim.opened() as pilot:
        await typed(pilot, "x")
        await typed(pilot, "escape")
        assert on(pilot.app, MainScreen)
        assert said(app_of(pilot)) == ["Nothing has left."]
        assert len(list(sync.glob("*.peerlog"))) == 1
        assert "From Sam" in seen(pilot)


async def test_what_changed_since_one_last_looked(kim: Stage, sync: Path, screen_snapshot: SnapshotAssertion) -> None:
    async with kim.opened() as pilot:
        await typed(pilot, "x")
        await typed(pilot, "r")
        assert on(pilot.app, NewsScreen)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "l", "r")
        place = [line for line in seen(pilot).splitlines() if "note · Sam" in line or "goal · Sam" in line]
        await typed(pilot, *(["down"] * next(n for n, line in enumerate(place) if "note" in line)), "enter")
        assert on(pilot.app, MainScreen)
        assert "Count to ten first." in seen(pilot)
        for unseen in (True, False):
            await pilot.app.run_action("show_news")
            await settled(pilot)
            assert ("Nothing has changed since you last looked." in seen(pilot)) is not unseen
            await typed(pilot, "escape")


async def test_how_updates_travel_is_asked_once(kim: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Sync").mkdir()
    monkeypatch.chdir(tmp_path)
    async with kim.opened() as pilot:
        await typed(pilot, "x")
        assert on(pilot.app, UpdatesWayScreen)
        await typed(pilot, "./No", "enter")
        assert "is not there" in " ".join(seen(pilot).split())
        await typed(pilot, "backspace", "backspace", "Sy")
        await typed(pilot, "right", "enter")
        assert on(pilot.app, ExchangeScreen)
        await typed(pilot, "escape")
        await typed(pilot, "x")
        assert on(pilot.app, ExchangeScreen)


async def test_by_mail(kim: Stage, met: Met, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(met.update, tmp_path / "came")
    monkeypatch.chdir(tmp_path)
    async with kim.opened() as pilot:
        await typed(pilot, "x", "enter")
        assert on(pilot.app, CameByMailScreen)
        await typed(pilot, "came", "enter")
        assert "Ask before advising" in seen(pilot)
        await typed(pilot, "enter", "backspace", "out", "enter")
        assert (tmp_path / "out").is_file()
        assert "Sent to Sam" in seen(pilot)


async def test_nobody_to_exchange_with(stage: Stage) -> None:
    async with stage.opened() as pilot:
        await typed(pilot, "x")
        assert said(app_of(pilot)) == ["You do not share anything with anybody yet."]


async def test_a_path_that_leads_nowhere_stays_typed(
    kim: Stage, met: Met, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with kim.open() as journal:
        use_folder(journal, read_circle(journal.spaces[met.space]), None)
    async with kim.opened() as pilot:
        await typed(pilot, "x", "./nowhere", "enter")
        assert on(pilot.app, CameByMailScreen)
        assert pilot.app.screen.query_one(Input).value == "./nowhere"
        assert "is not there" in said(app_of(pilot))[-1]
        await typed(pilot, "escape")
        await eventually(pilot, lambda: "exactly this leaves" in seen(pilot))
        await typed(pilot, "enter")
        await eventually(pilot, lambda: on(pilot.app, UpdatePlaceScreen))
        pilot.app.screen.query_one(Input).value = "./nowhere/update"
        await typed(pilot, "enter")
        assert on(pilot.app, UpdatePlaceScreen)
        await typed(pilot, "escape")
        assert "exactly this leaves" in seen(pilot)
