"""Exchanging on the command line: two homes, one folder or none."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.exchange.meeting import meet, people

from peerlog.cli.root import peerlog


@dataclass
class Somebody:
    """The command line of one of them."""

    home: Path
    space: str

    def run(self, *arguments: str, input: str | None = None) -> Result:
        environment = {"PEERLOG_HOME": str(self.home), "XDG_STATE_HOME": str(self.home / "state")}
        return CliRunner(env=environment).invoke(peerlog, arguments, input=input)

    def json(self, *arguments: str) -> Any:
        result = self.run(*arguments, "--json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)


@dataclass
class Two:
    kim: Somebody
    sam: Somebody
    folder: Path
    note: str

    def exchange(self) -> None:
        """Kim first, then Sam, and Kim takes in what Sam sent."""
        for each in (self.kim, self.sam, self.kim):
            assert each.run("exchange", "--yes", "--folder", str(self.folder)).exit_code == 0


@pytest.fixture(scope="module")
def met(built_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, tuple[str, str]]:
    """The homes of two who have met and exchanged nothing; Kim has written a note for both."""
    folder = tmp_path_factory.mktemp("met")
    with people(built_vault, folder, "Kim", "Sam") as (kim, sam):
        meet(kim, sam)
        note = kim.write(title="Sets", text="Ask before advising.\nThen wait.", tags=("chairing",))
        return folder, note, (kim.space.name, sam.space.name)


@pytest.fixture
def two(met: tuple[Path, str, tuple[str, str]], tmp_path: Path, passphrase_file: Path) -> Two:
    folder, note, spaces = met
    homes = [tmp_path / name for name in ("Kim", "Sam")]
    for home in homes:
        shutil.copytree(folder / home.name, home)
        home.chmod(0o700)
    sync = tmp_path / "Sync"
    sync.mkdir()
    kim, sam = (Somebody(home, space) for home, space in zip(homes, spaces, strict=True))
    return Two(kim, sam, sync, note)


def test_two_exchange_through_a_folder(two: Two) -> None:
    sent = two.kim.run("exchange", "sam", "--yes", "--folder", str(two.folder))
    assert sent.exit_code == 0, sent.stderr
    assert "For Sam" in sent.stdout
    assert "new note · Sets" in sent.stdout
    assert "Then wait." in sent.stdout
    assert len(list(two.folder.glob("update-*.peerlog"))) == 1
    came = two.sam.run("exchange", "--yes", "--folder", str(two.folder))
    assert came.exit_code == 0, came.stderr
    assert "From Kim  1 update; their keys: met in three files" in came.stdout
    assert "\n  new  note         Sets\n  new  partnership  Thursday set\n" in came.stdout
    told = two.sam.json("news", "--keep")["news"]
    assert ("new", "Note", "Kim") in {(each["what"], each["kind"], each["by"]) for each in told[0]["entries"]}


def test_a_change_is_shown_with_its_words(two: Two) -> None:
    two.kim.run("exchange", "--yes", "--folder", str(two.folder))
    assert two.kim.run("edit", two.note, "--title", "Action learning sets").exit_code == 0
    shown = two.kim.json("send", "--dry-run")
    assert shown["entries"] == [
        {
            "id": two.note,
            "what": "changed",
            "kind": "Note",
            "headline": "Action learning sets",
            "about": "",
            "fields": [{"label": "Title", "text": "Action learning sets", "before": "Sets"}],
        }
    ]
    assert "Title: [-Sets-]{+Action learning sets+}" in two.kim.run("send", "--dry-run").stdout
    assert two.kim.json("send", "--yes")["sent"][0]["for"] == ["Sam"]
    assert two.kim.json("send", "--dry-run")["entries"] == []


def test_without_a_terminal_nothing_leaves_unsaid(two: Two) -> None:
    for arguments in (("exchange", "--mail"), ("send",)):
        refused = two.kim.run(*arguments)
        assert refused.exit_code == 2
        assert "--yes" in refused.stderr
    unsettled = two.kim.run("exchange", "--yes")
    assert unsettled.exit_code == 2
    assert "--folder" in unsettled.stderr


def test_send_and_receive_are_the_halves(two: Two, tmp_path: Path) -> None:
    file = tmp_path / "for-sam.peerlog"
    assert two.kim.run("send", "-o", str(file), "--yes").exit_code == 0
    assert two.kim.run("send", "-o", str(file), "--again", "--yes").exit_code == 1
    came = two.sam.json("receive", str(file))
    assert [each["from"] for each in came["arrived"]] == ["Kim"]
    again = two.sam.run("receive", str(file))
    assert again.exit_code == 0
    assert "you have that already" in again.stdout
    mine = two.kim.run("receive", str(file))
    assert mine.exit_code == 0


def test_refused_files_say_why_and_how(two: Two, tmp_path: Path) -> None:
    good = tmp_path / "good.peerlog"
    assert two.kim.run("send", "-o", str(good), "--yes").exit_code == 0
    whole = bytearray(good.read_bytes())
    whole[-20] ^= 1
    (tmp_path / "damaged.peerlog").write_bytes(whole)
    (tmp_path / "junk.peerlog").write_bytes(b"junk")
    (tmp_path / "invitation.peerlog").write_bytes(b'{"peerlog":"invitation","v":1}\n')
    with (tmp_path / "huge.peerlog").open("wb") as huge:
        huge.truncate(10 * 2**30)
    said = {
        "damaged": (4, "changed on its way, or is cut short"),
        "junk": (1, "not an update"),
        "invitation": (1, "peerlog circle join"),
        "huge": (1, "larger than an update can be"),
        "missing": (1, "is not there"),
    }
    for name, (code, words) in said.items():
        refused = two.sam.run("receive", str(tmp_path / f"{name}.peerlog"))
        assert (refused.exit_code, words in refused.stderr) == (code, True), (name, refused.stderr)
    some = two.sam.run("receive", str(tmp_path / "junk.peerlog"), str(good))
    assert some.exit_code == 0
    assert "junk.peerlog: This file is not an update." in some.stderr
    assert "From Kim" in some.stdout


def test_news_is_seen_once(two: Two, tmp_path: Path) -> None:
    file = tmp_path / "for-sam.peerlog"
    two.kim.run("send", "-o", str(file), "--yes")
    two.sam.run("receive", str(file))
    kept = two.sam.run("news", "--keep")
    assert "new note · Sets  by Kim" in kept.stdout
    assert two.sam.run("news").stdout == kept.stdout
    nothing = two.sam.run("news")
    assert (nothing.stdout, nothing.stderr) == ("", "Nothing has changed since you last looked.\n")
    two.kim.run("edit", two.note, "--title", "Learning sets")
    two.kim.run("send", "-o", str(tmp_path / "second.peerlog"), "--yes")
    two.sam.run("receive", str(tmp_path / "second.peerlog"))
    assert "Title: [-Sets-]{+Learning sets+}" in two.sam.run("news").stdout


def test_nobody_to_exchange_with(cli: Any) -> None:
    refused = cli.run("exchange", "--yes")
    assert refused.exit_code == 1
    assert "do not share anything with anybody yet" in refused.stderr


def test_an_agreement_is_called_by_whom_it_is_with(two: Two) -> None:
    two.kim.run("agreement", "add", "--with", "Sam", "--circle", "sam")
    sent = two.kim.run("exchange", "--yes", "--folder", str(two.folder)).stdout
    assert "new agreement · Kim, Sam\n" in sent


def test_what_the_other_settled_or_erased_is_named(two: Two) -> None:
    goal = two.kim.json("goal", "add", "Chair well", "--circle", "sam")["id"]
    two.exchange()
    two.kim.run("edit", goal, "--set", "target=8")
    two.sam.run("edit", goal, "--set", "target=9")
    two.exchange()
    assert two.sam.run("conflicts", "settle", goal, "--mine").exit_code == 0
    two.sam.run("exchange", "--yes")
    assert "settled  goal  Chair well" in two.kim.run("exchange", "--yes").stdout
    assert two.kim.run("delete", two.note, "--forever", "--yes").exit_code == 0
    two.kim.run("exchange", "--yes")
    assert "forgotten  note" in two.sam.run("exchange", "--yes").stdout
