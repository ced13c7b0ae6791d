"""What tests fetch is fetched once, within its time, and skipped with a reason where it cannot be had."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests import fetching
from tests.fetching import NotFetched, Run, fetched, needed


def test_once_for_all_runs(tmp_path: Path) -> None:
    calls: list[Path] = []

    def fetch(folder: Path, run: Run) -> None:
        calls.append(folder)
        run([sys.executable, "-c", "open('tool', 'w').write('here')"], folder)

    for _ in range(2):
        assert (fetched(tmp_path, "tool", "1", fetch) / "tool").read_text() == "here"
    assert len(calls) == 1
    assert fetched(tmp_path, "tool", "2", fetch) != fetched(tmp_path, "tool", "1", fetch)
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("tool-")] == []


def test_tried_once_in_a_run_and_skipped_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Path] = []

    def fetch(folder: Path, run: Run) -> None:
        calls.append(folder)
        run([sys.executable, "-c", "import sys; sys.exit('error: no way out')"], folder)

    for _ in range(2):
        with pytest.raises(pytest.skip.Exception, match=r"tool could not be fetched: python.* says: error: no way out"):
            fetched(tmp_path, "tool", "1", fetch)
    assert len(calls) == 1
    monkeypatch.setattr(fetching, "_RUN", "the next run")
    with pytest.raises(pytest.skip.Exception):
        fetched(tmp_path, "tool", "1", fetch)
    assert len(calls) == 2


def test_nobody_waits_longer_than_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.3)

    def fetch(folder: Path, run: Run) -> None:
        run([sys.executable, "-c", "import time; time.sleep(60)"], folder)

    with pytest.raises(pytest.skip.Exception, match="took longer"):
        fetched(tmp_path, "tool", "1", fetch)


def test_another_hash_is_a_failure(tmp_path: Path) -> None:
    def fetch(folder: Path, run: Run) -> None:
        run([sys.executable, "-c", "import sys; sys.exit('npm error code EINTEGRITY')"], folder)

    with pytest.raises(AssertionError, match="EINTEGRITY"):
        fetched(tmp_path, "tool", "1", fetch)


def test_a_missing_program_is_named() -> None:
    with pytest.raises(NotFetched, match="there is no such-program here"):
        needed("such-program")


def test_a_lock_that_somebody_died_with_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "tool.lock").mkdir()
    os.utime(tmp_path / "tool.lock", (0, 0))
    assert fetched(tmp_path, "tool", "1", lambda folder, run: None).is_dir()


def test_another_worker_waits_and_takes_over_what_was_found(tmp_path: Path) -> None:
    program = (
        "import pathlib, sys, time\n"
        "from tests.fetching import fetched\n"
        "def fetch(folder, run):\n"
        "    pathlib.Path(sys.argv[1], 'begun').touch()\n"
        "    time.sleep(0.3)\n"
        "fetched(pathlib.Path(sys.argv[1]), 'tool', '1', fetch)\n"
    )
    root = str(Path(__file__).parents[1])
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], cwd=root) as other:
        while not (tmp_path / "begun").exists() and other.poll() is None:
            time.sleep(0.01)
        assert fetched(tmp_path, "tool", "1", lambda folder, run: pytest.fail("fetched twice")).is_dir()
    assert other.returncode == 0
