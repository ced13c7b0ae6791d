"""What was written is nowhere in clear: not in the journal's folder, not in temporary or shared memory folders, while
the program runs and after, except in the file that a person's own editor has open."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pexpect
import pytest
from tests.app_on_terminal import App
from tests.privacy.canary import CANARY, Watched, spellings, traces

from peerlog.journal.home import Home

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")


def test_every_spelling_would_be_found(tmp_path: Path) -> None:
    import zlib

    for number, spelt in enumerate([*spellings().values(), zlib.compress(CANARY.encode() * 9)]):
        (tmp_path / str(number)).write_bytes(b"before " + spelt + b" after")
        assert any(f"/{number}:" in trace for trace in traces([tmp_path])), number


def test_what_is_new_in_a_shared_folder_would_be_found(tmp_path: Path) -> None:
    shared, home = tmp_path / "shared", tmp_path / "home"
    for folder in (shared / "there before", home):
        folder.mkdir(parents=True)
    (shared / "old").write_text(CANARY)
    os.utime(shared / "old", (0, 0))
    time.sleep(0.05)  # file systems keep time in steps of some milliseconds
    watched = Watched(home, [shared], besides=home)
    new = [shared / "new", shared / "there before" / "new", shared / "made" / "deep" / "new"]
    for path in new:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CANARY)
    assert sorted(watched.traces()) == sorted(f"{path}: as it is" for path in new)


def test_the_app_leaves_no_trace(environ: dict[str, str], watched: Watched, journal: Home) -> None:
    app = App(environ)
    app.unlock()
    app.press("n")
    app.wait_for("What is on your mind?")
    app.press(f"{CANARY} while I write")
    app.wait_for("while I write")
    time.sleep(1.5)  # long enough for the draft to be stored: a second at most
    assert not watched.traces()
    app.press("\x1b")
    app.wait_for("Recovery kit")
    app.press("\x1b")
    app.wait_for("1 Today")
    app.press("2")
    app.wait_for(CANARY)
    app.press("/")
    app.press(CANARY[:11])
    app.wait_for(CANARY)
    assert not watched.traces()
    app.press("\x0c")
    app.wait_for("locked")
    app.wait_for(CANARY, gone=True)
    assert not watched.traces()
    app.kill()
    assert not watched.traces()


def test_a_killed_app_leaves_no_trace_and_keeps_the_draft(
    environ: dict[str, str], watched: Watched, journal: Home
) -> None:
    app = App(environ)
    app.unlock()
    app.press("n")
    app.wait_for("What is on your mind?")
    app.press(f"{CANARY} until the light went out")
    app.wait_for("went out")
    time.sleep(1.5)
    app.kill()
    assert not watched.traces()
    again = App(environ)
    again.unlock()
    again.wait_for(CANARY)
    again.kill()


def test_commands_leave_no_trace(
    environ: dict[str, str], watched: Watched, journal: Home, home: Path, passphrase_file: str
) -> None:
    import subprocess

    environ = {**environ, "PEERLOG_PASSPHRASE_FILE": passphrase_file}
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
        assert not watched.traces(), arguments
    assert (home / "copy.tar").stat().st_size > 10_000


def test_an_editor_of_ones_own_has_the_text_only_while_it_is_open(
    environ: dict[str, str], watched: Watched, journal: Home, passphrase_file: str, tmp_path: Path
) -> None:
    import stat
    import subprocess

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
    environ = {**environ, "PEERLOG_PASSPHRASE_FILE": passphrase_file, "EDITOR": str(editor)}
    child = pexpect.spawn(sys.executable, ["-m", "peerlog", "add"], env=environ, encoding="utf-8", timeout=30)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before
    path, modes = seen.read_text().split("\n")
    assert modes == str([0o600, 0o700])
    assert not Path(path).exists()
    assert not Path(path).parent.exists()
    assert not watched.traces()
    assert stat.S_ISDIR(journal.vault.stat().st_mode)
    found = subprocess.run(
        [sys.executable, "-m", "peerlog", "search", CANARY], env=environ, capture_output=True, check=False
    )
    assert CANARY.encode() in found.stdout
