"""A full disk: a sentence and a hint, nothing half written, and everything stored before is there."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.reliability.running import ROOT, command
from tests.vault.vaults import add, new_vault, open_vault, snapshot, texts

from peerlog.vault.check import check
from peerlog.vault.kept_files import KeptFiles

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of a file's size")


def told(*arguments: object) -> list[dict[str, Any]]:
    done = subprocess.run(command("appending", *arguments), cwd=ROOT, capture_output=True, check=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = new_vault(tmp_path / "journal")
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        add(space, "before")
    return folder


@pytest.mark.parametrize("task", ["append", "edit"])
@pytest.mark.parametrize("more", [1, 4096, 10_000, 40_960, 100_001])
def test_saving_fails_with_a_sentence_and_loses_nothing(folder: Path, task: str, more: int) -> None:
    limit = (folder / "gen-1" / "private.db").stat().st_size + more
    *stored, error = told(task, folder, "full", 100_000, limit)
    assert error["error"] == "Refused"
    assert "nothing was saved" in error["message"]
    assert error["hint"]
    with closing(open_vault(folder)) as vault:
        assert check(vault).is_clean
        with closing(vault.space()) as space:
            rows: dict[bytes, str] = dict(space.rows("SELECT id, text FROM entry"))
            latest = {bytes.fromhex(each["id"]): each["text"] for each in stored}
            assert {id_: rows[id_] for id_ in latest} == latest
            add(space, "after there was room again")
        assert texts(vault)[-1] == "after there was room again"


@pytest.mark.parametrize("more", [4096, 400_001, 8_000_000])
def test_a_file_that_does_not_fit_is_not_kept_by_halves(folder: Path, more: int) -> None:
    limit = (folder / "gen-1" / "private.db").stat().st_size + more
    *stored, error = told("keep_files", folder, "full", 100, limit)
    assert error["error"] == "Refused"
    assert "nothing was saved" in error["message"]
    assert len(stored) == more // 3_200_000
    with closing(open_vault(folder)) as vault:
        assert check(vault).is_clean
        with closing(vault.space()) as space:
            assert {file.id: file.sha256 for file in KeptFiles(space).all()} == {
                each["id"]: each["sha256"] for each in stored
            }


@pytest.mark.parametrize("limit", [0, 1000, 40_000, 81_920, 84_000])
def test_a_backup_that_does_not_fit_leaves_nothing(folder: Path, limit: int) -> None:
    before = snapshot(folder)
    (error,) = told("back_up", folder, "b.tar", 0, limit)
    assert error["error"] == "Refused"
    assert error["hint"]
    assert snapshot(folder) == before
    assert sorted(path.name for path in folder.parent.iterdir()) == ["journal"]


@pytest.mark.parametrize("limit", [0, 300, 40_000, 69_632])
def test_a_rekey_that_does_not_fit_changes_nothing(folder: Path, limit: int) -> None:
    before = snapshot(folder)
    (error,) = told("change_keys", folder, "", 0, limit)
    assert error["error"] == "Refused"
    assert snapshot(folder) == before
