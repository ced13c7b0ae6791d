"""`settings`, `locate`, `keys` and `completion`: what needs no passphrase."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from tests.cli.conftest import Program

from peerlog.cli.root import COMMANDS
from peerlog.journal.home import config_folder
from peerlog.settings import Settings
from peerlog.tui.commands import every_command


@pytest.fixture
def free(home: Path) -> Program:
    """The command line with no journal and no passphrase anywhere."""
    from peerlog.journal.home import find_home

    return Program(find_home(None, os.environ), home)


def test_every_setting_is_listed_with_its_meaning(free: Program) -> None:
    shown = free.run("settings").stdout
    listed = {each["key"]: each for each in free.json("settings")["settings"]}
    assert set(listed) == {each.name for each in fields(Settings)}
    for name, each in listed.items():
        assert f"{name} = " in shown
        assert str(each["meaning"]) in shown


def test_a_setting_is_kept(free: Program) -> None:
    for key, value, kept in (
        ("lock_after_minutes", "10", 10),
        ("use_editor", "true", True),
        ("backups", "FALSE", False),
        ("theme", "paper", "paper"),
    ):
        assert free.run("settings", "set", key, value).exit_code == 0
        listed = {each["key"]: each["value"] for each in free.json("settings")["settings"]}
        assert listed[key] == kept
    assert Path(free.run("settings", "path").stdout.strip()) == config_folder() / "settings.toml"


def test_keys_are_set_one_by_one(free: Program) -> None:
    free.run("settings", "set", "keys.lock", "ctrl+k")
    assert free.run("settings", "set", "keys.help", "f1").stderr == ""
    refused = free.run("settings", "set", "keys.dance", "f9")
    assert (refused.exit_code, "which is no command" in refused.stderr) == (2, True)
    assert "“bogus+key” is no key." in free.run("settings", "set", "keys.lock", "f9,bogus+key").stderr
    assert {each["key"]: each["value"] for each in free.json("settings")["settings"]}["keys"] == {
        "lock": "ctrl+k",
        "help": "f1",
    }
    assert {each["name"]: each["keys"] for each in free.json("keys")["keys"]}["lock"] == "Ctrl-K"
    free.run("settings", "set", "keys.help", "")
    assert {each["key"]: each["value"] for each in free.json("settings")["settings"]}["keys"] == {"lock": "ctrl+k"}


@pytest.mark.parametrize(
    "arguments",
    [["colour", "red"], ["lock_after_minutes", "soon"], ["use_editor", "perhaps"], ["keys", "x"], ["theme", "pink"]],
)
def test_what_does_not_fit_is_refused(free: Program, arguments: list[str]) -> None:
    result = free.run("settings", "set", *arguments)
    assert result.exit_code == 2
    assert not (config_folder() / "settings.toml").exists()


def test_refusals_say_what_fits(free: Program) -> None:
    assert "evening, forest, paper" in free.run("settings", "set", "theme", "pink").stderr
    refused = free.run("settings", "set", "lock_after_minutes", "-1")
    assert "“lock_after_minutes” cannot be “-1”.\n  Expected 0 to 1440." in refused.stderr
    assert "'" not in refused.stderr


def test_a_wrong_name_in_the_file_can_be_taken_back(free: Program) -> None:
    free.run("settings", "set", "theme", "paper")
    (config_folder() / "settings.toml").write_text("[keys]\ndance = 'f9'\n", encoding="utf-8")
    assert free.run("settings", "set", "keys.dance", "").exit_code == 0
    assert {each["key"]: each["value"] for each in free.json("settings")["settings"]}["keys"] == {}


def test_the_names_for_keys_are_shown_with_them(free: Program) -> None:
    shown = free.run("keys").stdout
    assert all(f" {command.name()} " in shown for command in every_command())


def test_a_broken_settings_file_is_named(free: Program) -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.toml").write_text("theme = [", encoding="utf-8")
    result = free.run("settings")
    assert result.exit_code == 2
    assert "settings.toml is not TOML" in result.stderr


def test_the_folders_are_named(free: Program) -> None:
    places = free.json("locate")
    assert places["journal"] == str(free.home.vault)
    assert places["settings"] == str(config_folder() / "settings.toml")
    assert "(not there yet)" in free.run("locate").stdout
    assert str(free.home.vault) in free.run("locate").stdout


def test_every_key_of_the_app_is_listed(free: Program) -> None:
    listed = free.json("keys")["keys"]
    assert {each["name"] for each in listed} == {command.name() for command in every_command()}
    shown = free.run("keys").stdout
    assert all(each["about"] in shown for each in listed)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(free: Program, shell: str) -> None:
    result = free.run("completion", shell)
    assert result.exit_code == 0
    assert f"_PEERLOG_COMPLETE={shell}_complete" in result.stdout
    if shutil.which(shell):
        checked = subprocess.run([shell, "-n"], input=result.stdout, text=True, capture_output=True, check=False)
        assert checked.stderr == ""


@pytest.mark.skipif(sys.platform == "win32" or not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("peerlog ", set(COMMANDS)),
        ("peerlog un", {"undelete"}),
        ("peerlog add --kind ", {"note", "reflection", "goal", "meeting", "idea", "page"}),
        ("peerlog export ", {"markdown", "json", "csv", "everything"}),
        ("peerlog recover ", {"kit"}),
        ("peerlog goal s", {"show", "state"}),
        ("peerlog goal --a", {"--all"}),
        ("peerlog list --kind ag", {"agenda-item", "agreement"}),
        ("peerlog goal state 3f9a a", {"agreed", "active"}),
        ("peerlog reflect gi", {"gibbs"}),
        ("peerlog protocol run tr", {"troika"}),
        ("peerlog prompt --deck rea", {"reading"}),
        ("peerlog settings set b", {"backups"}),
        ("peerlog settings set keys.loc", {"keys.lock"}),
    ],
)
def test_bash_completes_commands_and_kinds(free: Program, words: str, expected: set[str]) -> None:
    answered = free.start(
        _PEERLOG_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(len(words.split(" ")) - 1)
    )
    assert answered.returncode == 0
    assert {line.partition(",")[2] for line in answered.stdout.decode().splitlines()} == expected


def test_everything_here_works_as_a_program(free: Program) -> None:
    for command in (["settings"], ["locate"], ["keys"], ["completion", "zsh"], ["--help"]):
        done = free.start(*command)
        assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(free.start("keys", "--json").stdout)["keys"]
