"""Programs and libraries of others that tests fetch by themselves, once, into pytest's cache folder.

Where one cannot be had, offline above all, its tests skip with the reason. Nobody waits longer than `SECONDS` for it.
Under xdist only one worker tries: the others wait for that one and take over what it found.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

SECONDS = 20.0
"""For one fetch, everything that its tool does included."""
_STALE = 3 * SECONDS
_NOT_WHAT_IT_WAS = ("EINTEGRITY", "DO NOT MATCH THE HASHES")
"""What npm and pip say of a package with another hash than the locked one: that is a failure and no reason to skip."""
_RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID") or f"process-{os.getpid()}"


class NotFetched(Exception):
    """Why it cannot be had."""


Run = Callable[..., subprocess.CompletedProcess[str]]


def fetched(cache: Path, name: str, version: str, fetch: Callable[[Path, Run], None]) -> Path:
    """The folder that `fetch(folder, run)` has filled, now or in an earlier run; skips where that did not work.

    `version` is what the folder's name ends with: another one is fetched anew.
    """
    folder = cache / f"{name}-{version}"
    failed = cache / f"{name}-failed-{_RUN}"
    with _alone(cache / f"{name}.lock"):
        if not folder.is_dir() and not failed.is_file():
            with tempfile.TemporaryDirectory(dir=cache) as unfinished:
                fresh = Path(unfinished) / "fresh"
                fresh.mkdir()
                try:
                    fetch(fresh, _timed(cache))
                    fresh.rename(folder)
                except NotFetched as reason:
                    for old in cache.glob(f"{name}-failed-*"):
                        old.unlink(missing_ok=True)
                    failed.write_text(str(reason), encoding="utf-8")
    if not folder.is_dir():
        pytest.skip(f"{name} could not be fetched: {failed.read_text(encoding='utf-8')}")
    return folder


def needed(name: str) -> str:
    """The path of a program that a fetch is done with."""
    found = shutil.which(name)
    if found is None:
        raise NotFetched(f"there is no {name} here")
    return found


def _timed(cache: Path) -> Run:
    """Runs programs until the time for one fetch is over; what they keep lies in the cache folder too."""
    end = time.monotonic() + SECONDS
    caches = {"PIP_CACHE_DIR": str(cache / "pip"), "npm_config_cache": str(cache / "npm"), "PIP_USER": "0"}

    def run(
        command: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        program = Path(command[0]).name
        try:
            done = subprocess.run(
                command,
                cwd=cwd,
                env={**os.environ, **caches, **(environment or {})},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
                timeout=max(0.1, end - time.monotonic()),
            )
        except subprocess.TimeoutExpired:
            raise NotFetched(f"{program} took longer than {SECONDS:.0f} seconds") from None
        assert not any(said in done.stderr for said in _NOT_WHAT_IT_WAS), done.stderr
        if done.returncode:
            lines = [line for line in done.stderr.splitlines() if "err" in line.lower()] or ["it does not say why"]
            raise NotFetched(f"{program} says: {lines[0].strip()[:200]}")
        return done

    return run


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One process at a time; a lock that somebody died with is taken over."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    while True:
        try:
            lock.mkdir()
            break
        except FileExistsError:
            try:
                if time.time() - lock.stat().st_mtime > _STALE:
                    lock.rmdir()
                    continue
            except FileNotFoundError:
                continue
            time.sleep(0.05)
    try:
        yield
    finally:
        lock.rmdir()
