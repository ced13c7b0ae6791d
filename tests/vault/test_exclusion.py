"""Many may have a journal open; whoever changes all of it has it alone. Between processes it is the same lock."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.vault.vaults import open_vault

from peerlog.errors import Busy, Refused
from peerlog.vault import exclusion
from peerlog.vault.exclusion import BACKUPS, KEYS, Hold
from peerlog.vault.vault import Vault

HOLDING = """
import sys
from pathlib import Path
from peerlog.vault.exclusion import Hold
hold = getattr(Hold, sys.argv[2])(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def holder(folder: Path, kind: str) -> subprocess.Popen[str]:
    """Another process that holds the folder until its input ends."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(folder), kind], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def test_shared_holds_go_together(folder: Path) -> None:
    with Hold.shared(folder), Hold.shared(folder):
        pass


def test_the_three_locks_are_apart(folder: Path) -> None:
    with Hold.shared(folder), Hold.exclusive(folder, KEYS), Hold.exclusive(folder, BACKUPS):
        pass


def test_another_process_in_the_journal_keeps_rekey_out(folder: Path) -> None:
    child = holder(folder, "shared")
    with closing(open_vault(folder)) as vault:
        with pytest.raises(Busy, match="is open in another"), vault.alone():
            pass
        child.communicate()
        with vault.alone():
            pass


def test_a_rekey_elsewhere_keeps_others_out(folder: Path) -> None:
    child = holder(folder, "exclusive")
    with pytest.raises(Busy, match="is changing the whole journal"):
        open_vault(folder)
    child.communicate()
    open_vault(folder).close()


def test_a_lock_falls_with_its_process(folder: Path) -> None:
    child = holder(folder, "exclusive")
    child.kill()
    child.communicate()
    open_vault(folder).close()


def test_a_hold_given_up_for_the_exclusive_one_comes_back(vault: Vault, folder: Path) -> None:
    with vault.alone(), pytest.raises(Busy):
        Hold.shared(folder)
    with pytest.raises(Busy):
        Hold.exclusive(folder)


def test_a_lock_that_was_moved_away_while_it_was_waited_for_does_not_count(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a restore does it: the folder goes, another takes its place, and both have a file of that name."""
    aside = folder.with_name("aside")
    lock = exclusion._lock

    def moved_meanwhile(*arguments: Any) -> Any:
        connection = lock(*arguments)
        if not aside.exists():
            folder.rename(aside)
            folder.mkdir()
            (folder / "lock").touch()
        return connection

    monkeypatch.setattr(exclusion, "_lock", moved_meanwhile)
    with Hold.shared(folder):
        monkeypatch.undo()
        with pytest.raises(Busy):
            Hold.exclusive(folder)
        Hold.exclusive(aside).release()


def test_a_vanished_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is not there"):
        Hold.shared(tmp_path / "gone")


def test_a_lock_that_is_something_else_is_refused(folder: Path) -> None:
    (folder / "lock").write_bytes(b"not an empty file " * 100)
    with pytest.raises(Refused, match="cannot be used: lock in it is not a lock") as refused:
        Hold.shared(folder)
    assert f"Remove {folder / 'lock'}" in refused.value.hint


def test_a_folder_in_which_no_lock_can_be_taken_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "lock").write_bytes(b"not an empty file " * 100)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    with pytest.raises(Refused) as caught:
        Hold.exclusive(folder)
    assert caught.value.message == f"The folder {folder} is read-only."
    assert caught.value.hint
