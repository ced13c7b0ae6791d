"""A check looks at what lies beside the spaces too: key files, permissions, strangers, backups."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.vault.check.problems import problems
from tests.vault.vaults import open_vault, unlock

from peerlog.errors import Refused
from peerlog.vault import keyfile
from peerlog.vault.check import check
from peerlog.vault.exclusion import BACKUPS, Hold
from peerlog.vault.finding import Finding
from peerlog.vault.vault import Vault


def test_key_files(whole: Path) -> None:
    data = (whole / "vault.json").read_bytes()
    (whole / "vault.json").write_bytes(data[:-3])
    assert problems(whole) == ["vault.json is missing or damaged; its copy is whole."]
    (whole / "vault.json").write_bytes(data)
    (whole / "vault.json.copy").unlink()
    with closing(Vault.inspect(whole, unlock)) as vault:
        assert (
            Finding("note", "vault.json.copy is missing, damaged or outdated.", "Unlocking mends it.")
            in check(vault).findings
        )
        (whole / "vault.json").unlink()
        assert any(
            "vault.json is missing and vault.json.copy is missing" in each.sentence for each in check(vault).problems
        )
        other = keyfile.KeyFile("ab" * 16, 1, vault.keys.slots)
        keyfile.write(whole, other)
        assert any("no longer the one of this journal" in each.sentence for each in check(vault).problems)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_files_that_others_can_get_at(whole: Path) -> None:
    for name in ("gen-1/private.db", "gen-1", "backups"):
        (whole / name).chmod(0o755)
    with pytest.raises(Refused, match="Other people on this machine can get at"):
        open_vault(whole)
    with closing(Vault.inspect(whole, unlock)) as vault:
        (problem,) = check(vault).problems
    assert problem.sentence == "Other people on this machine may get at backups, gen-1, gen-1/private.db."
    assert "chmod -R go=" in problem.hint


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.parametrize("mode", [0o777, 0o757, 0o1777, 0o755])
def test_a_folder_above_in_which_others_can_write(whole: Path, mode: int) -> None:
    whole.parent.chmod(mode)
    try:
        found = problems(whole)
    finally:
        whole.parent.chmod(0o700)
    expected = [f"Other people on this machine can put another journal in the place of {whole}."]
    assert found == (expected if mode in (0o777, 0o757) else [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_space_that_is_a_link_is_a_problem(whole: Path, tmp_path: Path) -> None:
    path = whole / "gen-1" / "private.db"
    path.rename(tmp_path / "elsewhere.db")
    path.symlink_to(tmp_path / "elsewhere.db")
    with closing(Vault.inspect(whole, unlock)) as vault:
        (problem,) = check(vault).problems
    assert problem.sentence == f"Private: {path} is a symbolic link."
    assert problem.hint


def test_what_does_not_belong_there(whole: Path, tmp_path: Path) -> None:
    (whole / "gen-1" / "private.db-wal").write_bytes(b"")
    (whole / "gen-1" / "private.db-journal").write_bytes(b"")
    (whole / "notes\x1b[31m.txt").write_bytes(b"")
    (whole / "folder").mkdir(mode=0o700)
    (whole / "folder" / "inside").write_bytes(b"")
    (whole / "gen-2").mkdir(mode=0o700)
    (whole / "link").symlink_to(tmp_path)
    for path in whole.rglob("*"):
        if path.is_file():
            path.chmod(0o600)
    with closing(open_vault(whole)) as vault:
        report = check(vault)
    assert report.is_clean
    notes = [each.sentence for each in report.findings if each.severity == "note"]
    assert notes == [
        "gen-2 is left from a “rekey” that was interrupted, or was put there by hand.",
        "The journal's folder holds what does not belong there: folder, gen-1/private.db-wal, link (a symbolic link),"
        " notes?[31m.txt.",
    ]


def test_backups(whole: Path) -> None:
    (path,) = (whole / "backups").iterdir()
    data = bytearray(path.read_bytes())
    broken = path.with_name("auto-20261120T220000Z.tar")
    data[700] ^= 1
    broken.write_bytes(data)
    broken.chmod(0o600)
    assert problems(whole) == [
        "The backup auto-20261120T220000Z.tar cannot be used. The backup auto-20261120T220000Z.tar is damaged or was"
        " changed."
    ]
    data[700] ^= 1
    data[40_000] ^= 1
    path.write_bytes(data)
    broken.unlink()
    assert problems(whole) == [
        "The backup auto-20261121T220000Z.tar cannot be used. It is damaged in its copy of gen-1/private.db."
    ]
    path.unlink()
    with closing(open_vault(whole)) as vault:
        assert any(each.sentence == "There is no automatic backup yet." for each in check(vault).findings)


def test_a_backup_being_made_is_left_alone(whole: Path) -> None:
    with closing(open_vault(whole)) as vault, Hold.exclusive(whole, BACKUPS):
        report = check(vault)
    assert report.is_clean
    assert any(
        each.sentence == "The backups were not checked. Another peerlog is making a backup just now."
        for each in report.findings
    )
