"""A journal's health from scripts: what is sound, what is damaged, and what can be rescued."""

from __future__ import annotations

import json
import os

import pytest
from tests.cli.conftest import Program
from tests.cli.upkeep.looked_after import spoil


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


@pytest.mark.parametrize("name", ["vault.json", "vault.json.copy"])
def test_a_folder_where_a_key_file_belongs_is_damage(cli: Program, name: str) -> None:
    (cli.home.vault / name).unlink()
    (cli.home.vault / name).mkdir()
    result = cli.run("list")
    assert result.exit_code == 4
    assert f"{cli.home.vault / name} is a folder" in result.stderr


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


def test_a_journal_without_its_key_files_is_damaged_and_not_away(cli: Program) -> None:
    for name in ("vault.json", "vault.json.copy"):
        (cli.home.vault / name).unlink()
    for command in ("list", "check"):
        result = cli.run(command)
        assert result.exit_code == 4
        assert "restore" in result.stderr
