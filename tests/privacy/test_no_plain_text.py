"""What was written is nowhere in clear: not in the journal's folder, not in temporary or shared memory folders, while
the program runs and after, except in the file that a person's own editor has open."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pexpect
import pytest
from tests import prebuilt
from tests.app_on_terminal import App
from tests.privacy.canary import CANARY, spellings, traces

from peerlog.journal.home import Home, find_home


@pytest.fixture(scope="module")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prebuilt.build(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def journal(home: Path, empty_vault: Path) -> Home:
    return prebuilt.place(empty_vault, find_home(None, os.environ))


@pytest.fixture
def watched(home: Path, journal: Home) -> list[Path]:
    """Every folder that the program could write to: this test's home, and what the machine shares."""
    assert journal.data.is_relative_to(home)
    return [home, Path("/dev/shm"), Path("/tmp") / f"peerlog-{os.getuid()}"]


@pytest.fixture
def environ(home: Path) -> dict[str, str]:
    import peerlog

    source = str(Path(peerlog.__file__).parents[1])
    return {**os.environ, "PYTHONPATH": source, "TERM": "xterm-256color", "PYTHONDONTWRITEBYTECODE": "1"}


def test_every_spelling_would_be_found(tmp_path: Path) -> None:
    import zlib

    for number, spelt in enumerate([*spellings().values(), zlib.compress(CANARY.encode() * 9)]):
        (tmp_path / str(number)).write_bytes(b"before " + spelt + b" after")
        assert any(f"/{number}:" in trace for trace in traces([tmp_path])), number


def test_the_app_leaves_no_trace(environ: dict[str, str], watched: list[Path], journal: Home) -> None:
    app = App(environ)
    app.unlock()
    app.press("n")
    app.wait_for("What is on your mind?")
    app.press(f"{CANARY} while I write")
    app.wait_for("while I write")
    time.sleep(1.5)  # long enough for the draft to be stored: a second at most
    assert not traces(watched)
    app.press("\x1b")
    app.wait_for("Recovery kit")
    app.press("\x1b")
    app.wait_for("1 Today")
    app.press("2")
    app.wait_for(CANARY)
    app.press("/")
    app.press(CANARY[:11])
    app.wait_for(CANARY)
    assert not traces(watched)
    app.press("\x0c")
    app.wait_for("locked")
    app.wait_for(CANARY, gone=True)
    assert not traces(watched)
    app.kill()
    assert not traces(watched)


def test_a_killed_app_leaves_no_trace_and_keeps_the_draft(
    environ: dict[str, str], watched: list[Path], journal: Home
) -> None:
    app = App(environ)
    app.unlock()
    app.press("n")
    app.wait_for("What is on your mind?")
    app.press(f"{CANARY} until the light went out")
    app.wait_for("went out")
    time.sleep(1.5)
    app.kill()
    assert not traces(watched)
    again = App(environ)
    again.unlock()
    again.wait_for(CANARY)
    again.kill()


def test_commands_leave_no_trace(
    environ: dict[str, str], watched: list[Path], journal: Home, home: Path, tmp_path: Path
) -> None:
    import subprocess

    passphrase = tmp_path / "passphrase"
    passphrase.write_text(prebuilt.PASSPHRASE)
    passphrase.chmod(0o600)
    environ = {**environ, "PEERLOG_PASSPHRASE_FILE": str(passphrase)}
    for arguments, given in (
        (("add", "-", "--title", CANARY, "--tag", CANARY), CANARY.encode()),
        (("search", CANARY), b""),
        (("list",), b""),
        (("backup", str(home / "copy.tar")), b""),
        (("check",), b""),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "peerlog", *arguments], env=environ, input=given, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert not traces(watched), arguments
    assert (home / "copy.tar").stat().st_size > 10_000


def test_an_editor_of_ones_own_has_the_text_only_while_it_is_open(
    environ: dict[str, str], watched: list[Path], journal: Home, tmp_path: Path
) -> None:
    import stat
    import subprocess

    passphrase = tmp_path / "passphrase"
    passphrase.write_text(prebuilt.PASSPHRASE)
    passphrase.chmod(0o600)
    seen = tmp_path / "seen"
    editor = tmp_path / "editor"
    editor.write_text(
        f"#!{sys.executable}\n"
        "import os, stat, sys\n"
        "path = sys.argv[-1]\n"
        f"open(path, 'a').write({CANARY!r})\n"
        "modes = [stat.S_IMODE(os.stat(each).st_mode) for each in (path, os.path.dirname(path))]\n"
        f"open({str(seen)!r}, 'w').write(f'{{path}}\\n{{modes}}')\n"
    )
    editor.chmod(0o700)
    environ = {**environ, "PEERLOG_PASSPHRASE_FILE": str(passphrase), "EDITOR": str(editor)}
    child = pexpect.spawn(sys.executable, ["-m", "peerlog", "add"], env=environ, encoding="utf-8", timeout=30)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before
    path, modes = seen.read_text().split("\n")
    assert modes == str([0o600, 0o700])
    assert not Path(path).exists()
    assert not Path(path).parent.exists()
    assert not traces(watched)
    assert stat.S_ISDIR(journal.vault.stat().st_mode)
    found = subprocess.run(
        [sys.executable, "-m", "peerlog", "search", CANARY], env=environ, capture_output=True, check=False
    )
    assert CANARY.encode() in found.stdout
