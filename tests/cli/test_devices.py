"""Another device of one's own on the command line: two homes, three files, one folder."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests import prebuilt

from peerlog.cli.root import peerlog
from peerlog.journal.home import Home
from peerlog.journal.own_devices.devices import typed_id


@dataclass
class Machine:
    """One of somebody's machines."""

    home: Path
    sync: Path

    def run(self, *arguments: str) -> Result:
        environment = {"PEERLOG_HOME": str(self.home), "XDG_STATE_HOME": str(self.home.with_suffix(".state"))}
        return CliRunner(env=environment).invoke(peerlog, arguments)

    def done(self, *arguments: str) -> str:
        result = self.run(*arguments)
        assert result.exit_code == 0, result.stderr
        return result.stdout

    def json(self, *arguments: str) -> Any:
        return json.loads(self.done(*arguments, "--json"))


@pytest.fixture
def desktop(built_vault: Path, tmp_path: Path, passphrase_file: Path) -> Machine:
    (tmp_path / "sync").mkdir()
    machine = Machine(tmp_path / "desktop", tmp_path / "sync")
    prebuilt.place(built_vault, Home(machine.home, machine.home))
    return machine


@pytest.fixture
def laptop(desktop: Machine, tmp_path: Path) -> Machine:
    return Machine(tmp_path / "laptop", desktop.sync)


def words_in(output: str) -> list[str]:
    found = re.search(r"^ {4}(\w+ {2}\w+ {2}\w+ {2}\w+)$", output, re.MULTILINE)
    assert found is not None, output
    return found[1].split()


def test_a_laptop_beside_a_desktop(desktop: Machine, laptop: Machine, tmp_path: Path) -> None:
    desktop.done("add", "Only mine")
    files = [str(tmp_path / f"{name}.peerlog") for name in ("invitation", "answer", "acceptance")]
    invited = desktop.run("device", "add", "--as", "desktop", "-o", files[0])
    assert invited.stdout.strip() == files[0]
    assert "peerlog device join invitation.peerlog" in invited.stderr
    joined = laptop.run("device", "join", files[0], "--name", "laptop", "-o", files[1], "--folder", str(laptop.sync))
    assert "The journal of Kim is in" in joined.stderr, joined.stderr
    assert "peerlog device add answer.peerlog" in joined.stderr
    here = words_in(desktop.done("device", "add", files[1], "-o", files[2], "--folder", str(desktop.sync)))
    there = words_in(laptop.done("device", "join", files[2]))
    assert here == there
    held = desktop.run("exchange", "--yes")
    assert (held.exit_code, "have not been compared" in held.stderr) == (1, True)
    assert desktop.json("device", "verify")["waiting"][0]["words"] == here
    for machine in (desktop, laptop):
        machine.done("device", "verify", "--same")
    assert "new note · Only mine" in desktop.done("exchange", "--yes")
    assert "Only mine" in laptop.done("exchange", "--yes")
    written = laptop.done("list")
    assert "Only mine" in written
    laptop.done("add", "On the train")
    laptop.done("exchange", "--yes")
    desktop.done("exchange", "--yes")
    assert "On the train" in desktop.done("list")
    assert [(each["name"], each["this"]) for each in desktop.json("device")["devices"]] == [
        ("desktop", True),
        ("laptop", False),
    ]
    refused = desktop.run("device", "retire", "laptop")
    assert (refused.exit_code, "--yes" in refused.stderr) == (2, True)
    assert "“laptop” is out of use." in desktop.done("device", "retire", "laptop", "--yes")
    assert "out of use since" in desktop.done("device", "list")


def test_a_device_joins_once_and_only_where_there_is_no_journal(
    desktop: Machine, laptop: Machine, tmp_path: Path
) -> None:
    invitation = desktop.json("device", "add", "-o", str(tmp_path))["file"]
    answer = laptop.json("device", "join", invitation, "-o", str(tmp_path / "answer.peerlog"))["file"]
    again = laptop.run("device", "join", invitation, "-o", str(tmp_path / "again.peerlog"))
    assert again.exit_code == 0, again.stderr
    taken = desktop.run("device", "join", invitation)
    assert (taken.exit_code, "already" in taken.stderr) == (1, True)
    nothing = laptop.run("device", "join", str(tmp_path / "nowhere.peerlog"))
    assert nothing.exit_code == 1
    other = laptop.run("device", "add")
    assert (other.exit_code, "waits for the last file" in other.stderr) == (1, True)
    strange = desktop.run("device", "add", invitation)
    assert strange.exit_code in (1, 4)
    desktop.done("device", "add", answer, "-o", str(tmp_path / "acceptance.peerlog"))
    laptop.done("device", "join", str(tmp_path / "acceptance.peerlog"))
    laptop.done("device", "verify", "--different")
    assert laptop.run("exchange", "--yes", "--mail").exit_code == 1
    said = desktop.run("device", "verify", "--different")
    assert "Nothing of your journal has left" in said.stderr
    assert desktop.json("device")["devices"][1]["retired"]


def test_a_name_is_kept_and_two_are_told_apart(desktop: Machine) -> None:
    assert "study" in desktop.done("device", "name", "study")
    assert desktop.json("device")["devices"][0]["name"] == "study"
    assert desktop.run("device", "name", " ").exit_code == 2
    assert desktop.run("device", "retire", "attic", "--yes").exit_code == 1
    assert desktop.run("device", "retire", "study", "--yes").exit_code == 1
    assert desktop.run("device", "verify").exit_code == 1


def test_an_id_is_shown_as_it_can_be_typed(desktop: Machine) -> None:
    assert [typed_id("-sX1Zh"), typed_id("3kP-x2")] == ["sX1Zh", "3kP-x2"]
    shown = desktop.done("device").split()[0]
    assert "no device called" not in desktop.run("device", "retire", shown, "--yes").stderr
    assert "no device called" in desktop.run("device", "retire", "--yes", "--", "-").stderr
