"""Looking after a journal from scripts: backups, passphrases, recovery words, new keys, its health."""

from __future__ import annotations

import json
import os
import sys
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
    from peerlog.journal.safekeeping.upkeep import new_recovery_key

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


def spoil(cli: Program, *names: str) -> None:
    for name in names:
        path = cli.home.vault / name
        path.write_bytes(path.read_bytes()[:-20])


@pytest.mark.parametrize("target", ["-", "usb/", "usb/deeper/"])
def test_a_backup_is_no_file_of_a_strange_name(cli: Program, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(cli.root)
    before = sorted(cli.root.iterdir())
    result = cli.run("backup", target)
    assert result.exit_code == (2 if target == "-" else 1)
    assert len(result.stderr.splitlines()) == 2
    assert sorted(cli.root.iterdir()) == before


@pytest.mark.parametrize("name", ["vault.json", "vault.json.copy"])
def test_a_mended_key_file_is_said_once_and_not_among_results(cli: Program, name: str) -> None:
    spoil(cli, name)
    result = cli.run("list", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)
    assert "peerlog check" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert cli.run("list", "--json").stderr == ""


@pytest.mark.parametrize("command", ["rekey", "recover"])
def test_a_mended_key_file_is_said_by_every_command(cli: Program, new_passphrase: str, command: str) -> None:
    kit = cli.root / "kit.txt"
    cli.run("recover", "kit", "-o", str(kit))
    spoil(cli, "vault.json")
    arguments = ["rekey", "--yes"] if command == "rekey" else ["recover"]
    result = cli.run(*arguments, input=kit.read_text(encoding="utf-8"))
    assert result.exit_code == 0
    assert "was damaged or missing and has been written anew" in result.stderr


def test_an_outdated_copy_is_what_a_crash_leaves_and_nothing_to_say(cli: Program) -> None:
    older = (cli.home.vault / "vault.json.copy").read_bytes()
    cli.run("recover", "kit", "-o", str(cli.root / "kit.txt"))
    (cli.home.vault / "vault.json.copy").write_bytes(older)
    assert cli.run("list", "--json").stderr == ""


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


@pytest.mark.parametrize("name", ["vault.json", "vault.json.copy"])
def test_a_folder_where_a_key_file_belongs_is_damage(cli: Program, name: str) -> None:
    (cli.home.vault / name).unlink()
    (cli.home.vault / name).mkdir()
    result = cli.run("list")
    assert result.exit_code == 4
    assert f"{cli.home.vault / name} is a folder" in result.stderr


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


def test_an_init_that_fails_leaves_nothing(bare: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlcipher3 import dbapi2

    from peerlog.vault import birth

    def fail(_: object) -> None:
        raise dbapi2.OperationalError("database or disk is full")

    monkeypatch.setattr(birth, "migrate", fail)
    result = bare.run("init", "--name", "Kim")
    assert result.exit_code == 1
    assert result.stderr == (
        "peerlog: There is no space left on the disk; no journal was made.\n  Free some space and try again.\n"
    )
    assert list(bare.home.data.iterdir()) == []


def test_a_home_that_is_a_file(bare: Program) -> None:
    bare.home.data.write_text("a file", encoding="utf-8")
    for command in (["init", "--name", "Kim"], ["list"], ["check"], ["recover"], ["restore", "--yes"]):
        result = bare.run(*command)
        assert result.exit_code == 1
        assert f"{bare.home.data} is a file, not a folder" in result.stderr


def damage_one_page_of_entries(cli: Program) -> None:
    """Spoil a page without which some entries can be read and others cannot."""
    path = cli.home.vault / "gen-1" / "private.db"
    whole = path.read_bytes()
    for page in range(2, len(whole) // 4096):
        data = bytearray(whole)
        data[page * 4096 + 100] ^= 1
        path.write_bytes(data)
        if " of its " in cli.run("check").stdout:
            return
    pytest.fail("no page of entries was found")


def test_what_can_be_read_of_a_damaged_journal_is_rescued(cli: Program) -> None:
    for number in range(6):
        cli.add(f"Entry {number} " + "words " * 200)
    cli.run("backup", str(cli.root / "older.tar"))
    for number in range(6, 12):
        cli.add(f"Entry {number} " + "words " * 200)
    path = cli.home.vault / "gen-1" / "private.db"
    damage_one_page_of_entries(cli)
    damaged = path.read_bytes()
    assert cli.run("export", "json", str(cli.root / "all.json")).exit_code == 4
    assert "peerlog restore --salvage" in cli.run("check").stdout
    rescued = cli.root / "rescued.json"
    result = cli.run("restore", "--salvage", str(rescued))
    assert result.exit_code == 0
    entries = json.loads(rescued.read_text(encoding="utf-8"))["entries"]
    assert 6 <= len(entries) < 12
    assert result.stdout == f"{len(entries)} of 12 entries are in {rescued}, not encrypted.\n"
    assert rescued.stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert path.read_bytes() == damaged
    assert cli.run("restore", "--salvage", str(rescued)).exit_code == 1  # it is there
    assert cli.run("restore", str(cli.root / "older.tar"), "--yes").exit_code == 0
    assert cli.run("import", "json", str(rescued), "--yes").exit_code == 0
    texts = {each["fields"]["text"] for each in entries}
    found = {each["fields"]["text"] for each in cli.json("list", "--limit", "0")["entries"]}
    assert texts <= found
    assert len(found) >= len(texts)
    assert cli.run("check").exit_code == 0


def test_a_rescue_by_recovery_words(cli: Program) -> None:
    cli.add("Kept")
    kit, rescued = cli.root / "kit.txt", cli.root / "rescued.json"
    cli.run("recover", "kit", "-o", str(kit))
    words = kit.read_text(encoding="utf-8")
    assert cli.run("restore", "--salvage", "--words", str(rescued), input=words).exit_code == 0
    assert "Kept" in rescued.read_text(encoding="utf-8")


def test_where_nothing_can_be_read_there_is_nothing_to_rescue(cli: Program) -> None:
    cli.add("Gone")
    path = cli.home.vault / "gen-1" / "private.db"
    path.write_bytes(b"x" * path.stat().st_size)
    result = cli.run("restore", "--salvage", str(cli.root / "rescued.json"))
    assert result.exit_code == 4
    assert not (cli.root / "rescued.json").exists()
    assert cli.run("restore", "--salvage").exit_code == 2


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text are a matter of Linux")
def test_a_backup_whose_name_could_not_be_noted_is_refused(cli: Program, tmp_path: Path) -> None:
    result = cli.run("backup", os.fsdecode(bytes(tmp_path) + b"/\xff.tar"))
    assert result.exit_code == 1
    assert "is not UTF-8 text" in result.stderr
    assert list(tmp_path.glob("*.tar")) == []


def test_a_journal_without_its_key_files_is_damaged_and_not_away(cli: Program) -> None:
    for name in ("vault.json", "vault.json.copy"):
        (cli.home.vault / name).unlink()
    for command in ("list", "check"):
        result = cli.run(command)
        assert result.exit_code == 4
        assert "restore" in result.stderr
