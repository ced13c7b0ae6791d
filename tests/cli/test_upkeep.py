"""Looking after a journal from scripts: backups, passphrases, recovery words, new keys, its health."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.cli.conftest import Program
from tests.prebuilt import PASSPHRASE

NEW = "copper violin meadow drizzle"


@pytest.fixture
def new_passphrase(cli: Program, monkeypatch: pytest.MonkeyPatch) -> str:
    """A new passphrase, where scripts put it; the path of its file."""
    path = cli.root / "new"
    path.write_text(NEW + "\n", encoding="utf-8")
    monkeypatch.setenv("PEERLOG_NEW_PASSPHRASE_FILE", str(path))
    return str(path)


def headlines(cli: Program, **environment: str) -> list[str]:
    result = cli.run("list", **environment)
    assert result.exit_code == 0, result.stderr
    return [line.split("  ")[-1] for line in result.stdout.splitlines()]


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


def test_the_passphrase_is_changed(cli: Program, new_passphrase: str) -> None:
    cli.add("Stays")
    assert cli.run("passphrase").exit_code == 0
    assert cli.run("list").exit_code == 3
    assert headlines(cli, PEERLOG_PASSPHRASE_FILE=new_passphrase) == ["Stays"]


@pytest.mark.parametrize(("text", "status"), [("short", 1), ("password1234", 1), ("", 2), ("two\nlines of it", 2)])
def test_a_new_passphrase_has_to_be_good(cli: Program, new_passphrase: str, text: str, status: int) -> None:
    Path(new_passphrase).write_text(text, encoding="utf-8")
    result = cli.run("passphrase")
    assert result.exit_code == status
    assert text not in result.stderr or not text
    assert "PEERLOG_PASSPHRASE_FILE" not in result.stderr
    assert cli.run("list").exit_code == 0


def test_a_recovery_kit_in_a_file_opens_the_journal(cli: Program, new_passphrase: str) -> None:
    cli.add("Stays")
    kit = cli.root / "kit.txt"
    assert cli.run("recover", "kit").exit_code == 2
    assert cli.run("recover", "kit", "--output", str(kit)).exit_code == 0
    assert kit.stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert cli.run("recover", "kit", "-o", str(kit)).exit_code == 1
    assert cli.run("recover", input=kit.read_text(encoding="utf-8")).exit_code == 0
    assert cli.run("list").exit_code == 3
    assert headlines(cli, PEERLOG_PASSPHRASE_FILE=new_passphrase) == ["Stays"]


def test_a_newer_kit_replaces_the_earlier_one(cli: Program, new_passphrase: str) -> None:
    for name in ("one", "two"):
        cli.run("recover", "kit", "-o", str(cli.root / name))
    assert cli.run("recover", input=(cli.root / "one").read_text(encoding="utf-8")).exit_code == 3
    assert cli.run("recover", input=(cli.root / "two").read_text(encoding="utf-8")).exit_code == 0


@pytest.mark.parametrize("words", ["", "abandon " * 24, "too few words", "zzzz " * 24])
def test_words_that_are_no_kit_are_refused(cli: Program, new_passphrase: str, words: str) -> None:
    result = cli.run("recover", input=words)
    assert result.exit_code == 2
    assert "zzzz" not in result.stderr
    assert cli.run("list").exit_code == 0


def test_recovering_without_a_kit(cli: Program) -> None:
    from peerlog.journal.upkeep import new_recovery_key

    result = cli.run("recover", input=" ".join(new_recovery_key().words))
    assert result.exit_code == 1
    assert "No recovery kit has been made" in result.stderr


def test_a_backup_is_restored_by_recovery_words(cli: Program) -> None:
    cli.add("Before")
    kit, backup = cli.root / "kit.txt", str(cli.root / "mine.tar")
    cli.run("recover", "kit", "-o", str(kit))
    cli.run("backup", backup)
    result = cli.run("restore", backup, "--words", "--yes", input=kit.read_text(encoding="utf-8"))
    assert result.exit_code == 0
    assert headlines(cli) == ["Before"]


def test_everything_is_encrypted_anew(cli: Program, new_passphrase: str) -> None:
    cli.add("Stays")
    kit = cli.root / "kit.txt"
    cli.run("recover", "kit", "-o", str(kit))
    assert cli.run("rekey").exit_code == 2
    result = cli.run("rekey", "--yes")
    assert result.exit_code == 0
    assert headlines(cli) == ["Stays"]
    assert [path.name for path in cli.home.vault.glob("gen-*")] == ["gen-2"]
    assert cli.run("recover", input=kit.read_text(encoding="utf-8")).exit_code == 1


def test_new_keys_need_the_right_passphrase(cli: Program) -> None:
    wrong = cli.root / "wrong"
    wrong.write_text("not the passphrase", encoding="utf-8")
    assert cli.run("rekey", "--yes", PEERLOG_PASSPHRASE_FILE=str(wrong)).exit_code == 3
    assert cli.run("list").exit_code == 0


def test_the_keyring_is_refused_where_none_is_safe(cli: Program) -> None:
    result = cli.run("passphrase", "--keyring")
    assert result.exit_code == 1
    assert cli.run("list").exit_code == 0
    assert PASSPHRASE not in result.stderr


def test_a_sound_journal_is_found_sound(cli: Program) -> None:
    cli.add("Something", "--tag", "x")
    result = cli.run("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "! " not in result.stdout
    report = cli.json("check")
    assert report["is_clean"] is True
    assert {finding["severity"] for finding in report["findings"]} <= {"ok", "note"}


@pytest.mark.parametrize("place", [16, 4200, -1])
def test_damage_is_found_and_told_with_what_to_do(cli: Program, place: int) -> None:
    cli.add("Something")
    path = cli.home.vault / "gen-1" / "private.db"
    spoilt = bytearray(path.read_bytes())
    spoilt[place] ^= 1
    path.write_bytes(spoilt)
    before = path.read_bytes()
    result = cli.run("check", "--json")
    assert result.exit_code == 4
    problems = [each for each in json.loads(result.stdout)["findings"] if each["severity"] == "problem"]
    assert problems
    assert all(each["hint"] for each in problems)
    assert path.read_bytes() == before
    shown = cli.run("check")
    assert shown.exit_code == 4
    assert f"! {problems[0]['sentence']}\n    {problems[0]['hint']}\n" in shown.stdout


def test_a_check_needs_the_passphrase(cli: Program) -> None:
    wrong = cli.root / "wrong"
    wrong.write_text("not the passphrase", encoding="utf-8")
    assert cli.run("check", PEERLOG_PASSPHRASE_FILE=str(wrong)).exit_code == 3
