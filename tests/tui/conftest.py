"""A journal for each test, copied from one that is built once, and snapshots of screens."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from tests import prebuilt
from tests.tui import counted_once, handled_once, matched_once, painting, stillness, styles_once
from tests.tui.driving import Stage, StillClock, furnish
from tests.tui.snapshot import ScreenSnapshots

from peerlog.journal import today
from peerlog.journal.home import Home
from peerlog.journal.opening import unlock
from peerlog.journal.prompting import PromptOfTheDay


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    prebuilt.derive_once(monkeypatch)


@pytest.fixture(autouse=True)
def no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is copied stays in the app."""
    monkeypatch.setattr("peerlog.tui.life.clipboard.find_programs", lambda: None)


@pytest.fixture(autouse=True)
def certain_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is looked at while something is still going on."""
    stillness.use(monkeypatch)
    painting.use(monkeypatch)


@pytest.fixture(autouse=True)
def quick_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    """No style is read or matched twice, and no callback or handler looked at twice for how it is called."""
    styles_once.use(monkeypatch)
    matched_once.use(monkeypatch)
    counted_once.use(monkeypatch)
    handled_once.use(monkeypatch)


_modules = count(1)


@pytest.fixture(autouse=True, scope="module")
def few_to_look_through() -> Iterator[None]:
    """What the first apps leave for all that follow, read styles above all, is not looked through for garbage again.

    Each lock collects garbage, and took a tenth of a second to look through it.
    """
    yield
    if next(_modules) in {1, 4, 16}:
        gc.collect()
        gc.freeze()


@pytest.fixture(autouse=True)
def same_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which question it is depends on the journal's id, and so do pictures of Today."""
    asked = PromptOfTheDay("What were you asked this week that stays with you?", "everyday", True, "Everyday")
    monkeypatch.setattr(today, "prompt_for_today", lambda _: asked)


@pytest.fixture(scope="session")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal in which nothing has been written."""
    return prebuilt.build(tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="session")
def furnished_vault(empty_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with a little of everything."""
    folder = tmp_path_factory.mktemp("furnished")
    home = prebuilt.place(empty_vault, Home(folder, folder / "state"))
    with prebuilt.honest_but_quick(), unlock(home, prebuilt.PASSPHRASE, clock=StillClock()) as journal:
        furnish(journal)
    return home.vault


@pytest.fixture
def bare(tmp_path: Path) -> Stage:
    """No journal yet."""
    return Stage(Home(tmp_path / "data", tmp_path / "state"), tmp_path / "config")


@pytest.fixture
def empty(bare: Stage, empty_vault: Path) -> Stage:
    """A journal in which nothing has been written."""
    prebuilt.place(empty_vault, bare.home)
    return bare


@pytest.fixture
def stage(bare: Stage, furnished_vault: Path) -> Stage:
    """A journal with a little of everything."""
    prebuilt.place(furnished_vault, bare.home)
    return bare


@pytest.fixture
def screen_snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compare `await picture(pilot)` with the picture kept beside the test."""
    return snapshot.use_extension(ScreenSnapshots)
