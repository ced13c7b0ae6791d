"""The program speaks to nobody: an audit hook sees every attempt, even one swallowed by an except."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PASSPHRASE = "correct horse battery staple anew"

# Run before the program, in its process: writes the name of each forbidden event to the file named first.
WATCH = """
import os, runpy, sys

log = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
NETWORK = {
    "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
    "socket.getnameinfo", "socket.gethostbyname", "socket.gethostbyaddr",
}
sys.addaudithook(lambda event, args: event in NETWORK and os.write(log, event.encode() + b"\\n"))
"""
PEERLOG = WATCH + 'runpy.run_module("peerlog", run_name="__main__", alter_sys=True)'


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
        timeout=60,
    )
    return child.returncode, child.stdout + child.stderr, log.read_text().splitlines()


@pytest.fixture
def _passphrase_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "passphrase"
    path.touch(mode=0o600)
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    monkeypatch.setenv("PEERLOG_PASSPHRASE_FILE", str(path))


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["add", "--help"]], ids=" ".join)
def test_help_is_silent(tmp_path: Path, arguments: list[str]) -> None:
    status, output, events = network_events(tmp_path, PEERLOG, *arguments)
    assert (status, events) == (0, []), output


@pytest.mark.usefixtures("_passphrase_file")
def test_a_journal_s_life_is_silent(tmp_path: Path) -> None:
    commands: list[tuple[list[str], str]] = [
        (["init", "--name", "Ada", "--timezone", "Europe/Berlin"], ""),
        (["add", "Asked before advising, and it helped", "--tag", "chairing"], ""),
        (["add", "-"], "From standard input: see https://example.org/reading for more"),
        (["list"], ""),
        (["list", "--json"], ""),
        (["search", "advising"], ""),
        (["export", "json", "-"], ""),
    ]
    for arguments, stdin in commands:
        status, output, events = network_events(tmp_path, PEERLOG, *arguments, stdin=stdin)
        assert (status, events) == (0, []), f"peerlog {' '.join(arguments)}\n{output}"


@pytest.mark.parametrize(
    ("program", "event"),
    [
        ("import socket; socket.socket().bind(('127.0.0.1', 0))", "socket.bind"),
        ("import socket; socket.getaddrinfo('localhost', 1)", "socket.getaddrinfo"),
        (
            "import socket\ntry: socket.create_connection(('127.0.0.1', 1), 0.01)\nexcept OSError: pass",
            "socket.connect",
        ),
    ],
    ids=["bind", "resolve", "swallowed"],
)
def test_an_attempt_is_seen(tmp_path: Path, program: str, event: str) -> None:
    assert event in network_events(tmp_path, WATCH + program)[2]
