"""Backups from scripts: made, restored, refused."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Program
from tests.cli.upkeep.looked_after import headlines, spoil


def test_a_backup_goes_to_a_file_or_into_a_folder(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.add("Kept")
    folder = cli.root / "usb"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert cli.run("backup", str(folder / "mine.tar")).exit_code == 0
    assert cli.run("backup", str(folder)).exit_code == 0
    assert (folder / "mine.tar").stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert len(list(folder.glob("peerlog-*.tar"))) == 1
    assert b"Kept" not in (folder / "mine.tar").read_bytes()


def test_a_backup_never_writes_over_anything(cli: Program) -> None:
    path = cli.root / "mine.tar"
    path.write_text("precious", encoding="utf-8")
    result = cli.run("backup", str(path))
    assert result.exit_code == 1
    assert path.read_text(encoding="utf-8") == "precious"


def test_a_backup_is_restored_and_what_was_there_is_moved_aside(cli: Program) -> None:
    cli.add("Before")
    backup = str(cli.root / "mine.tar")
    cli.run("backup", backup)
    cli.add("After")
    assert cli.run("restore", backup).exit_code == 2  # nobody to ask
    assert sorted(headlines(cli)) == ["After", "Before"]
    result = cli.run("restore", backup, "--yes")
    assert result.exit_code == 0
    assert "1 entry" in result.stdout
    assert headlines(cli) == ["Before"]
    aside = [path for path in cli.home.data.iterdir() if ".replaced-" in path.name]
    assert len(aside) == 1
    assert str(aside[0]) in result.stdout
    assert (aside[0] / "vault.json").is_file()


def test_a_backup_is_restored_where_there_is_nothing(cli: Program) -> None:
    cli.add("Before")
    backup = str(cli.root / "mine.tar")
    cli.run("backup", backup)
    elsewhere = str(cli.root / "elsewhere")
    assert cli.run("--home", elsewhere, "restore", backup).exit_code == 0
    assert "Before" in cli.run("--home", elsewhere, "list").stdout


def test_a_backup_opens_with_the_passphrase_of_its_day(cli: Program, new_passphrase: str) -> None:
    cli.add("Before")
    backup = str(cli.root / "mine.tar")
    cli.run("backup", backup)
    result = cli.run("passphrase")
    assert result.exit_code == 0
    assert backup in result.stderr
    wrong = cli.run("restore", backup, "--yes", PEERLOG_PASSPHRASE_FILE=new_passphrase)
    assert wrong.exit_code == 3
    assert headlines(cli, PEERLOG_PASSPHRASE_FILE=new_passphrase) == ["Before"]
    assert cli.run("restore", backup, "--yes").exit_code == 0
    assert headlines(cli) == ["Before"]


@pytest.mark.parametrize("damage", ["cut", "changed", "another file", "missing"])
def test_a_bad_backup_changes_nothing(cli: Program, damage: str) -> None:
    cli.add("Before")
    path = cli.root / "mine.tar"
    cli.run("backup", str(path))
    whole = path.read_bytes()
    path.unlink()
    spoilt = {
        "cut": whole[: len(whole) // 2],
        "changed": whole[:20_000] + b"x" + whole[20_001:],
        "another file": b"Dear diary",
    }
    if damage in spoilt:
        path.write_bytes(spoilt[damage])
        path.chmod(0o600)
    result = cli.run("restore", str(path), "--yes")
    assert result.exit_code == (4 if damage in ("cut", "changed") else 1)
    assert headlines(cli) == ["Before"]
    assert [path.name for path in cli.home.data.iterdir()] == ["vault"]


def test_a_backup_is_restored_by_recovery_words(cli: Program) -> None:
    cli.add("Before")
    kit, backup = cli.root / "kit.txt", str(cli.root / "mine.tar")
    cli.run("recover", "kit", "-o", str(kit))
    cli.run("backup", backup)
    result = cli.run("restore", backup, "--words", "--yes", input=kit.read_text(encoding="utf-8"))
    assert result.exit_code == 0
    assert headlines(cli) == ["Before"]


@pytest.mark.parametrize("target", ["-", "usb/", "usb/deeper/"])
def test_a_backup_is_no_file_of_a_strange_name(cli: Program, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(cli.root)
    before = sorted(cli.root.iterdir())
    result = cli.run("backup", target)
    assert result.exit_code == (2 if target == "-" else 1)
    assert len(result.stderr.splitlines()) == 2
    assert sorted(cli.root.iterdir()) == before


def test_without_a_key_the_newest_backup_is_named_and_restored(cli: Program) -> None:
    cli.add("Kept")
    (backup,) = (cli.home.vault / "backups").glob("auto-*.tar")
    spoil(cli, "vault.json", "vault.json.copy")
    for command in (["list"], ["check"], ["recover"]):
        result = cli.run(*command)
        assert result.exit_code == 4
        assert f"peerlog restore '{backup}'" in result.stderr
    result = cli.run("restore")
    assert result.exit_code == 2  # nobody to ask
    assert str(backup) in result.stderr
    assert cli.run("restore", "--yes").exit_code == 0
    assert headlines(cli) == ["Kept"]


def test_without_a_backup_there_is_nothing_to_restore(cli: Program) -> None:
    result = cli.run("restore", "--yes")
    assert result.exit_code == 1
    assert "no automatic backup" in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text are a matter of Linux")
def test_a_backup_whose_name_could_not_be_noted_is_refused(cli: Program, tmp_path: Path) -> None:
    result = cli.run("backup", os.fsdecode(bytes(tmp_path) + b"/\xff.tar"))
    assert result.exit_code == 1
    assert "is not UTF-8 text" in result.stderr
    assert list(tmp_path.glob("*.tar")) == []
