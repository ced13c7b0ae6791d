"""What opens a journal, changed from scripts: its passphrase, recovery words, new keys."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.cli.conftest import Program
from tests.cli.upkeep.looked_after import headlines
from tests.prebuilt import PASSPHRASE


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
    from peerlog.journal.safekeeping.upkeep import new_recovery_key

    result = cli.run("recover", input=" ".join(new_recovery_key().words))
    assert result.exit_code == 1
    assert "No recovery kit has been made" in result.stderr


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


def test_a_wrong_passphrase_is_told_of_the_backup(cli: Program) -> None:
    backup = str(cli.root / "mine.tar")
    cli.run("backup", backup)
    wrong = cli.root / "wrong"
    wrong.write_text("not the passphrase", encoding="utf-8")
    result = cli.run("restore", backup, "--yes", PEERLOG_PASSPHRASE_FILE=str(wrong))
    assert result.exit_code == 3
    assert "does not open this backup" in result.stderr
    assert "--words" in result.stderr
    assert "journal" not in result.stderr.partition("peerlog: ")[2]


def test_words_of_a_later_kit_are_told_of_the_backup(cli: Program) -> None:
    kit = cli.root / "kit.txt"
    backups = [str(cli.root / name) for name in ("none.tar", "one.tar")]
    cli.run("backup", backups[0])
    cli.run("recover", "kit", "-o", str(cli.root / "earlier.txt"))
    cli.run("backup", backups[1])
    cli.run("recover", "kit", "-o", str(kit))
    for backup, status in zip(backups, (1, 3), strict=True):
        result = cli.run("restore", backup, "--words", "--yes", input=kit.read_text(encoding="utf-8"))
        assert result.exit_code == status
        assert "this backup" in result.stderr.splitlines()[-2]
