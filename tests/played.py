"""The demo, played once for all tests, and copied for each that wants to change it."""

from __future__ import annotations

import pickle
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.prebuilt import honest_but_quick

from peerlog.demo.playing import Played, play
from peerlog.journal.clock import Clock
from peerlog.journal.home import Home


class SaturdayMorning:
    """The day after the story ends as it is written."""

    def now(self) -> datetime:
        return datetime(2026, 11, 21, 9, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Demo:
    """A demo in a folder, with what is told of it."""

    folder: Path
    played: Played

    def home(self, person: str) -> Home:
        return Home(self.folder / person, self.folder / "state")


def played_for_all(folder: Path) -> Demo:
    """Play it, once for all workers: whoever makes `folder` plays, and the others wait for what it tells."""
    told = folder / "played"
    demo = Demo(folder / "demo", Played({}, ()))
    try:
        folder.mkdir()
    except FileExistsError:
        return Demo(demo.folder, _waited_for(told))
    demo.folder.mkdir()
    with honest_but_quick():
        played = play(demo.folder, demo.home, SaturdayMorning())
    (folder / "telling").write_bytes(pickle.dumps(played))
    (folder / "telling").rename(told)
    return Demo(demo.folder, played)


def _waited_for(told: Path) -> Played:
    given_up = time.monotonic() + 180
    while not told.exists():
        assert time.monotonic() < given_up, "the worker that plays the demo has not come to an end"
        time.sleep(0.1)
    played = pickle.loads(told.read_bytes())
    assert isinstance(played, Played)
    return played


def copying(demo: Demo) -> Callable[..., Played]:
    """What stands in for `play`: it puts a copy of this demo into the folder."""

    def play_again(folder: Path, home: Callable[[str], Home], _clock: Clock, _on_progress: object) -> Played:
        shutil.copytree(demo.folder, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("state"))
        shutil.copytree(demo.folder / "state", home("kim").state, dirs_exist_ok=True)
        return demo.played

    return play_again
