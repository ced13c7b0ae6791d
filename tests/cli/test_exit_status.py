"""What scripts rely on: 0 done, 1 refused, 2 usage, 3 wrong passphrase, 4 damaged, 5 locked; and never a traceback."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.cli.conftest import Program

from peerlog.cli.commands import tags as tags_module
from peerlog.vault.exclusion import Hold
from peerlog.vault.files import replace_atomically

SECRET = "Sings the yellow canary"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def wrong_passphrase(cli: Program) -> str:
    wrong = cli.root / "wrong"
    wrong.write_text("not the passphrase at all", encoding="utf-8")
    return str(wrong)


def test_0_done(cli: Program) -> None:
    done = cli.start("add", "Ask before advising.")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Ask before advising." in done.stdout.decode()


def test_1_refused(cli: Program) -> None:
    done = cli.start("show", "0123456789")
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.decode() == "peerlog: There is no entry 0123456789.\n  “peerlog list” shows the ids.\n"


def test_1_where_there_is_no_journal(bare: Program) -> None:
    for command in (["list"], ["add", "x"], ["backup"], ["recover"], ["rekey"]):
        result = bare.run(*command)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"peerlog: There is no journal in {bare.home.data}.\n")
        assert "peerlog init" in result.stderr
    assert not bare.home.data.exists()


def test_2_usage(cli: Program) -> None:
    for arguments in (["lst"], ["list", "--colour"], ["show"], ["show", "no hex"], ["list", "--limit", "many"]):
        result = cli.run(*arguments)
        assert result.exit_code == 2
        assert result.stdout == ""
        first, hint = result.stderr.splitlines()
        assert first.startswith("peerlog: ")
        assert hint.startswith("  ")


def test_2_suggests_what_was_meant(cli: Program) -> None:
    assert "Did you mean “list”?" in cli.run("lst").stderr
    assert "--kind" in cli.run("list", "--kid", "note").stderr


def test_3_a_wrong_passphrase_tells_nothing_about_the_journal(cli: Program) -> None:
    cli.add(SECRET, "--tag", "canary", "--title", "Canary")
    before = contents(cli.home.vault)
    wrong = wrong_passphrase(cli)
    program = cli.start("list", PEERLOG_PASSPHRASE_FILE=wrong)
    told = [(program.returncode, program.stdout.decode(), program.stderr.decode())]
    for command in (["search", "canary"], ["show", "0123456"], ["tags", "--json"], ["export", "json", "-"]):
        done = cli.run(*command, PEERLOG_PASSPHRASE_FILE=wrong)
        told.append((done.exit_code, done.stdout, done.stderr))
    for status, output, said in told:
        assert (status, output) == (3, "")
        assert said.startswith("peerlog: That passphrase does not open this journal.\n")
        assert "anary" not in said
        assert "Traceback" not in said
    assert contents(cli.home.vault) == before


@pytest.mark.parametrize("name", ["vault.json", "gen-1/private.db"])
def test_4_damage_is_told_and_touched_by_nobody(cli: Program, name: str) -> None:
    cli.add(SECRET)
    path = cli.home.vault / name
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])
    if name == "vault.json":
        (cli.home.vault / "vault.json.copy").write_bytes(b"{}")
    before = contents(cli.home.vault)
    done = cli.start("list")
    assert done.returncode == 4
    said = done.stderr.decode()
    assert "damaged" in said
    assert "restore" in said
    assert "passphrase" not in said
    assert "Traceback" not in said
    assert contents(cli.home.vault) == before


def test_4_a_truncated_file(cli: Program) -> None:
    path = cli.home.vault / "gen-1" / "private.db"
    path.write_bytes(path.read_bytes()[:4096])
    done = cli.start("list")
    assert done.returncode == 4
    assert b"Traceback" not in done.stderr
    assert path.stat().st_size == 4096


def test_5_another_process_changes_the_whole_journal(cli: Program) -> None:
    hold = Hold.exclusive(cli.home.vault)
    try:
        done = cli.start("list")
    finally:
        hold.release()
    assert done.returncode == 5
    assert done.stderr.decode().startswith("peerlog: Another peerlog is changing the whole journal just now.\n")


def test_1_a_newer_format_is_refused_by_its_number(cli: Program) -> None:
    from peerlog.crypto.canonical import canonical_json
    from peerlog.vault.keyfile import _checksum

    for name in ("vault.json", "vault.json.copy"):
        path = cli.home.vault / name
        members = {**json.loads(path.read_bytes()), "version": 99}
        members["checksum"] = _checksum({key: value for key, value in members.items() if key != "checksum"})
        replace_atomically(path, canonical_json(members) + b"\n")
    before = contents(cli.home.vault)
    done = cli.start("list")
    assert done.returncode == 1
    assert "format 99" in done.stderr.decode()
    assert "newer peerlog" in done.stderr.decode()
    assert contents(cli.home.vault) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_1_a_folder_that_others_can_get_at(cli: Program) -> None:
    cli.home.vault.chmod(0o777)
    done = cli.start("list")
    assert done.returncode == 1
    assert b"Other people on this machine can get at" in done.stderr


def test_1_a_journal_that_is_a_link(cli: Program) -> None:
    real = cli.root / "elsewhere"
    cli.home.vault.rename(real)
    cli.home.vault.symlink_to(real, target_is_directory=True)
    done = cli.start("list")
    assert done.returncode == 1
    assert b"symbolic link" in done.stderr


def test_an_error_of_our_own_names_its_place_and_no_content(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        secret = SECRET
        raise KeyError(secret)

    monkeypatch.setattr(tags_module, "invocation", broken)
    result = cli.run("tags")
    assert result.exit_code == 70
    assert "This is an error in peerlog itself: KeyError at " in result.stderr
    assert "tags.py:" in result.stderr
    assert "canary" not in result.stderr + result.stdout
    assert "Traceback" not in result.stderr


def test_an_interruption_is_quiet(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(tags_module, "invocation", interrupted)
    result = cli.run("tags")
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


def test_the_app_needs_a_terminal(cli: Program) -> None:
    done = cli.start()
    assert done.returncode == 2
    assert done.stderr.decode().startswith("peerlog: The app needs a terminal, and there is none.\n")
    assert done.stdout == b""


def test_the_version(bare: Program) -> None:
    from peerlog import __version__

    done = bare.start("--version")
    assert done.stdout.decode().strip() == f"peerlog {__version__}"
    assert done.returncode == 0


@pytest.mark.parametrize("arguments", [["completion"], ["import"], ["export"]])
def test_a_missing_choice_is_said_in_one_sentence_and_a_hint(bare: Program, arguments: list[str]) -> None:
    result = bare.run(*arguments)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 2
