"""The program speaks to nobody: an audit hook sees every attempt, even one swallowed by an except."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests import prebuilt
from tests.app_on_terminal import App
from tests.played import Demo
from tests.reliability.running import ROOT
from tests.watching import WATCH

from peerlog.journal.home import find_home

PASSPHRASE = "correct horse battery staple anew"

NEW = "copper violin meadow drizzle"

PEERLOG = WATCH + 'runpy.run_module("peerlog", run_name="__main__", alter_sys=True)'

# Command after command in one process, which costs one start instead of twenty; standard input may be named as a file.
LIFE = (
    WATCH
    + """
import json, pathlib, shutil
from click.testing import CliRunner
from peerlog.cli.root import peerlog
from tests.prebuilt import honest_but_quick

with honest_but_quick():
    for arguments, stdin in json.loads(sys.argv.pop(1)):
        os.write(log, f"peerlog {' '.join(arguments)}\\n".encode())
        said = pathlib.Path(stdin).read_text() if stdin.endswith(".txt") else stdin
        done = CliRunner().invoke(peerlog, arguments, input=said)
        if done.exit_code != 0:
            sys.exit(f"{arguments}: {done.output} {done.exception!r}")
        if arguments == ["passphrase"]:
            shutil.copy("new", "passphrase")
"""
)


def network_events(folder: Path, program: str, *arguments: str, stdin: str = "") -> tuple[int, str, list[str]]:
    """Run a program under the hook: its exit status, its standard output and error, and what it tried."""
    log = folder / "events.log"
    log.touch()
    child = subprocess.run(
        [sys.executable, "-c", program, str(log), *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        input=stdin,
        timeout=110,
    )
    return child.returncode, child.stdout + child.stderr, log.read_text().splitlines()


@pytest.fixture
def _passphrase_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write_private(tmp_path / "passphrase", PASSPHRASE)
    monkeypatch.setenv("PEERLOG_PASSPHRASE_FILE", str(tmp_path / "passphrase"))


def _write_private(path: Path, passphrase: str) -> None:
    path.touch(mode=0o600)
    path.write_text(passphrase + "\n", encoding="utf-8")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["add", "--help"]], ids=" ".join)
def test_help_is_silent(tmp_path: Path, arguments: list[str]) -> None:
    status, output, events = network_events(tmp_path, PEERLOG, *arguments)
    assert (status, events) == (0, []), output


@pytest.mark.usefixtures("_passphrase_file")
def test_a_journal_s_life_is_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[tuple[list[str], str]] = [
        (["init", "--name", "Ada", "--timezone", "Europe/Berlin"], ""),
        (["add", "Asked before advising, and it helped", "--tag", "chairing"], ""),
        (["add", "-"], "From standard input: see https://example.org/reading for more"),
        (["list"], ""),
        (["list", "--json"], ""),
        (["search", "advising"], ""),
        (["today"], ""),
        (["tags"], ""),
        (["export", "json", "journal.json"], ""),
        (["export", "markdown", "notes"], ""),
        (["export", "csv", "-"], ""),
        (["import", "json", "journal.json", "--yes"], ""),
        (["import", "markdown", "notes", "--dry-run"], ""),
        (["backup", "copy.tar"], ""),
        (["restore", "copy.tar", "--yes"], ""),
        (["check"], ""),
        (["rekey", "--yes"], ""),
        (["recover", "kit", "-o", "kit.txt"], ""),
        (["passphrase"], ""),
        (["recover"], "kit.txt"),
    ]
    _write_private(tmp_path / "new", NEW)
    monkeypatch.setenv("PEERLOG_NEW_PASSPHRASE_FILE", str(tmp_path / "new"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    status, output, events = network_events(tmp_path, LIFE, json.dumps(commands))
    assert status == 0, output
    assert events == [f"peerlog {' '.join(arguments)}" for arguments, _ in commands]


def test_the_story_of_the_demo_is_silent(demo: Demo) -> None:
    """Which founds, meets, exchanges, takes in another device and settles."""
    assert demo.events == ()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_app_is_silent(home: Path, tmp_path: Path) -> None:
    prebuilt.place(prebuilt.build(tmp_path / "built"), find_home(None, os.environ))
    log = tmp_path / "events.log"
    app = App({**os.environ}, "-c", PEERLOG, str(log))
    app.unlock()
    app.press("n")
    app.wait_for("What is on your mind?")
    app.press("See https://example.org/reading")
    app.wait_for("reading")
    app.press("\x1b")
    app.wait_for("Recovery kit")
    app.press("\x1b")
    app.wait_for("Four weeks")
    app.press("\x11")
    assert (app.end(), log.read_text()) == (0, "")


@pytest.mark.parametrize(
    ("program", "event"),
    [
        ("import socket; socket.socket().bind(('127.0.0.1', 0))", "socket.bind"),
        ("import socket; socket.getaddrinfo('localhost', 1)", "socket.getaddrinfo"),
        ("import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()", "socket.__new__"),
        (
            "import socket\ntry: socket.create_connection(('127.0.0.1', 1), 0.01)\nexcept OSError: pass",
            "socket.connect",
        ),
    ],
    ids=["bind", "resolve", "made", "swallowed"],
)
def test_an_attempt_is_seen(tmp_path: Path, program: str, event: str) -> None:
    assert event in network_events(tmp_path, WATCH + program)[2]
