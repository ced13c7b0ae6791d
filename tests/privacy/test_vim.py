"""A person's own vim, told by their settings to keep copies of everything, keeps none of an entry."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from tests.privacy.canary import CANARY, Watched
from tests.programs import program

from peerlog.journal.home import Home

KEEPING = """
set nocompatible modeline history=50
set backup writebackup backupcopy=yes backupskip= backupdir={folder}/backups//
set swapfile updatecount=1 updatetime=1 directory={folder}/swap//
set undofile undodir={folder}/undo//
set viminfo='100,<1000,s1000,h,n{folder}/viminfo
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")

ENTER, ESC = "\r", "\x1b"


@pytest.fixture
def kept(home: Path) -> Path:
    """Where this person's vim keeps its copies."""
    folder = home / "vim"
    for name in ("backups", "swap", "undo"):
        (folder / name).mkdir(parents=True)
    (home / ".vimrc").write_text(KEEPING.format(folder=folder), encoding="utf-8")
    return folder


class Vim:
    def __init__(self, command: list[str], environ: dict[str, str]) -> None:
        self._child = pexpect.spawn(
            command[0], command[1:], env=environ, encoding="utf-8", timeout=30, dimensions=(24, 80)
        )

    def write(self, number: int) -> None:
        """Write another line to the file; the word has come onto the screen, and vim has said that it is written."""
        self._child.send(f"o{CANARY} line {number}{ESC}yy:w{ENTER}")
        self._child.expect(rf"line {number}")
        self._child.expect(r" (?:written|geschrieben)|\d+L, \d+[BC]")

    def leave(self) -> int | None:
        self._child.send(f":q{ENTER}")
        self._child.expect(pexpect.EOF)
        self._child.close()
        return self._child.exitstatus


def test_it_would_keep_copies_if_it_were_not_told(environ: dict[str, str], kept: Path, home: Path) -> None:
    (home / "own.txt").write_text("before\n")
    vim = Vim([program("vim"), str(home / "own.txt")], environ)
    vim.write(1)
    assert list((kept / "swap").iterdir())
    vim.write(2)
    assert vim.leave() == 0
    for name in ("backups", "undo"):
        assert list((kept / name).iterdir()), name
    assert CANARY in (kept / "viminfo").read_text()


def test_of_an_entry_it_keeps_none(
    environ: dict[str, str], watched: Watched, journal: Home, kept: Path, passphrase_file: str
) -> None:
    environ = {**environ, "PEERLOG_PASSPHRASE_FILE": passphrase_file, "EDITOR": program("vim")}
    vim = Vim([sys.executable, "-m", "peerlog", "add"], environ)
    vim.write(1)
    vim.write(2)
    (entry,) = {trace.partition(":")[0] for trace in watched.traces()}
    assert Path(entry).parent.name.startswith("peerlog-edit-")
    vim.write(3)
    assert vim.leave() == 0
    assert not watched.traces()
    assert sorted(os.listdir(kept)) == ["backups", "swap", "undo"]
    assert not [path for path in kept.rglob("*") if path.is_file()]
    shown = subprocess.run(
        [sys.executable, "-m", "peerlog", "search", CANARY], env=environ, capture_output=True, check=True
    )
    assert CANARY.encode() in shown.stdout
