"""The demo, played once for all tests, and copied for each that wants to change it."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.prebuilt import honest_but_quick
from tests.reliability.running import ROOT
from tests.watching import WATCH

from peerlog.demo.playing import Played, play
from peerlog.journal.clock import Clock
from peerlog.journal.home import Home


class SaturdayMorning:
    """The day after the story ends as it is written."""

    def now(self) -> datetime:
        return datetime(2026, 11, 21, 9, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Demo:
    """A demo in a folder, with what is told of it, and each attempt to reach the network while it was played."""

    folder: Path
    played: Played
    events: tuple[str, ...]

    def home(self, person: str) -> Home:
        return Home(self.folder / person, self.folder / "state")


def played_for_all(folder: Path) -> Demo:
    """Play it, once for all workers: whoever makes `folder` plays, and the others wait for what it tells."""
    told = folder / "played"
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(told)
    else:
        program = WATCH + 'runpy.run_module("tests.played", run_name="__main__", alter_sys=True)'
        command = [sys.executable, "-c", program, str(folder / "events"), str(folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
        if done.returncode:
            (folder / "failed").write_text(done.stderr)
        assert done.returncode == 0, done.stderr
    played = pickle.loads(told.read_bytes())
    assert isinstance(played, Played)
    return Demo(folder / "demo", played, tuple((folder / "events").read_text().splitlines()))


def _wait_for(told: Path) -> None:
    given_up = time.monotonic() + 180
    while not told.exists():
        assert not (failed := told.with_name("failed")).exists(), failed.read_text()
        assert time.monotonic() < given_up, "the worker that plays the demo has not come to an end"
        time.sleep(0.1)


def main(folder: Path) -> None:
    demo = folder / "demo"
    demo.mkdir()
    with honest_but_quick():
        played = play(demo, lambda person: Home(demo / person, demo / "state"), SaturdayMorning())
    (folder / "telling").write_bytes(pickle.dumps(played))
    (folder / "telling").rename(folder / "played")


def copying(demo: Demo) -> Callable[..., Played]:
    """What stands in for `play`: it puts a copy of this demo into the folder."""

    def play_again(folder: Path, home: Callable[[str], Home], _clock: Clock, _on_progress: object) -> Played:
        shutil.copytree(demo.folder, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("state"))
        shutil.copytree(demo.folder / "state", home("kim").state, dirs_exist_ok=True)
        return demo.played

    return play_again


if __name__ == "__main__":
    main(Path(sys.argv[1]))
