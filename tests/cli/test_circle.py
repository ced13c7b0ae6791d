"""Meeting, comparing words, parting and letting somebody in, on the command line of several homes."""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.cli.conftest import Program
from tests.prebuilt import PASSPHRASE, place

from peerlog.cli.root import peerlog
from peerlog.journal.home import Home
from peerlog.journal.opening import unlock

CARD = ("--offer", "chairing", "--seek", "publishing")


@dataclass
class Somebody:
    """The command line of one of them."""

    home: Path
    mail: Path

    def run(self, *arguments: str, input: str | None = None) -> Result:
        environment = {"PEERLOG_HOME": str(self.home), "XDG_STATE_HOME": str(self.home / "state")}
        return CliRunner(env=environment).invoke(peerlog, arguments, input=input)

    def do(self, *arguments: str) -> str:
        """What a command that succeeds says, results and hints."""
        result = self.run(*arguments)
        assert result.exit_code == 0, result.stderr
        return result.output

    def file(self, *arguments: str) -> Path:
        """The file that a command writes."""
        result = self.run(*arguments, "-o", str(self.mail))
        assert result.exit_code == 0, result.stderr
        return Path(next(line for line in result.stdout.splitlines() if line.endswith(".peerlog")))

    def json(self, *arguments: str) -> Any:
        result = self.run(*arguments, "--json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    def refused(self, *arguments: str, code: int = 1) -> str:
        result = self.run(*arguments)
        assert result.exit_code == code, result.output
        return result.stderr


@pytest.fixture
def somebody(built_vault: Path, tmp_path: Path, passphrase_file: Path) -> dict[str, Somebody]:
    mail = tmp_path / "mail"
    mail.mkdir()
    found = {}
    for name in ("Kim", "Sam", "Ann"):
        home = place(built_vault, Home(tmp_path / name, tmp_path / name / "state"))
        with unlock(home, PASSPHRASE) as journal:
            journal.private.set_value("name", name)
        found[name] = Somebody(home.data, mail)
    return found


def meet(kim: Somebody, other: Somebody, circle: str) -> None:
    answer = other.file("circle", "join", str(kim.file("circle", "invite", circle)), *CARD)
    other.do("circle", "join", str(kim.file("circle", "accept", str(answer))))


def test_two_meet_from_the_help_texts(somebody: dict[str, Somebody]) -> None:
    kim, sam = somebody["Kim"], somebody["Sam"]
    assert "circle create" in kim.do("circle")
    assert "Next: “peerlog circle invite Chairing”" in kim.do("circle", "create", "Chairing", *CARD, "--focus", "Chair")
    assert "Nobody is in Chairing yet" in kim.refused("exchange", "chairing", "--yes")
    invitation = kim.file("circle", "invite")
    assert stat.S_IMODE(invitation.stat().st_mode) == 0o600
    joining = sam.run("circle", "join", str(invitation), "--offer", "maps", "--seek", "chairing", "-o", str(sam.mail))
    assert "Kim invites you to share “Chairing”" in joining.stderr
    assert "Focus: Chair" in joining.stderr
    assert "to Kim; only they can open it" in joining.stderr
    answer = Path(joining.stdout.strip())
    assert "“peerlog circle accept FILE” takes it" in kim.refused("receive", str(answer))
    assert "has to come back" in sam.do("circle", "show")
    acceptance = kim.file("circle", "accept", str(answer))
    assert "last of the three files" in sam.refused("receive", str(acceptance))
    sam.do("circle", "join", str(acceptance))
    words = [each.json("circle", "verify")["members"][0]["words"] for each in (kim, sam)]
    assert words[0] == words[1]
    assert len(words[0]) == 4
    assert "  ".join(words[0]) in sam.do("circle", "verify", "Kim")
    assert kim.do("circle", "verify", "Sam", "--same").strip() == "You know now that it is Sam."
    assert "with everybody here" in kim.do("circle", "verify")
    shown = kim.json("circle", "show", "Sam")
    assert [(each["name"], each["established"]) for each in shown["members"]] == [("Kim", "me"), ("Sam", "words")]
    assert (shown["state"], shown["next"]) == ("open", [])
    assert sam.json("circle", "list")["circles"][0]["label"] == "Kim"
    assert "Compare words with Kim" in sam.do("circle")


def test_files_are_never_written_over(somebody: dict[str, Somebody], tmp_path: Path) -> None:
    kim, sam = somebody["Kim"], somebody["Sam"]
    kim.do("circle", "create", "Chairing", *CARD)
    target = tmp_path / "invitation.peerlog"
    target.write_text("mine")
    assert "already there" in kim.refused("circle", "invite", "-o", str(target))
    assert kim.json("circle", "show")["meetings"] == []
    kim.do("circle", "invite", "-o", str(target), "--force")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    answer = sam.file("circle", "join", str(target), *CARD)
    assert "already there" in sam.refused("circle", "join", str(target), "-o", str(answer))
    sam.do("circle", "again", "-o", str(tmp_path / "again.peerlog"))
    for file in (answer, tmp_path / "again.peerlog"):
        kim.do("circle", "accept", str(file), "-o", str(tmp_path), "--force")
    assert "no folder" in kim.refused("circle", "again", "-o", str(tmp_path / "none" / "x.peerlog"))


def test_what_cannot_be_is_said_in_one_sentence(cli: Program) -> None:
    for arguments, code, said in (
        (["create"], 2, "what it is to be called"),
        (["create", "Chairing"], 2, "that you offer"),
        (["create", "Chairing", "--offer", "x"], 2, "that you seek"),
        (["create", "Chairing", "--offer", ",", "--seek", "x"], 2, "that you offer"),
        (["create", "Chairing", "--card"], 2, "no card of your own"),
        (["create", " ", *CARD], 2, "NAME is empty"),
        (["create", "x" * 61, *CARD], 2, "up to 60"),
        (["create", "Chairing", "--seats", "9", *CARD], 2, "--seats"),
        (["invite"], 1, "do not share anything"),
        (["show", "Zoe"], 1, "do not share anything"),
        (["verify", "--same", "--different"], 2, "contradict"),
        (["join", "nowhere.peerlog"], 1, "nowhere.peerlog"),
        (["join", "."], 1, "not a file"),
    ):
        result = cli.run("circle", *arguments)
        assert result.exit_code == code, (arguments, result.output)
        assert said in result.stderr
        assert len(result.stderr.strip().splitlines()) <= 4
    assert cli.json("circle", "list", "--all") == {"circles": []}


def test_a_wrong_file_is_called_by_its_name(somebody: dict[str, Somebody], tmp_path: Path) -> None:
    kim, sam, ann = (somebody[name] for name in ("Kim", "Sam", "Ann"))
    kim.do("circle", "create", "Chairing", *CARD)
    invitation = kim.file("circle", "invite")
    answer = sam.file("circle", "join", str(invitation), *CARD)
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Kim")
    assert "“peerlog circle accept" in kim.refused("circle", "join", str(answer))
    assert "This is an invitation" in kim.refused("circle", "accept", str(invitation))
    assert "your own" in kim.refused("circle", "join", str(invitation), *CARD)
    assert "locked for somebody else" in ann.refused("circle", "join", str(answer))
    assert "not an invitation" in ann.refused("circle", "join", str(letter))
    assert "not an answer" in kim.refused("circle", "accept", str(letter))
    invitation.write_bytes(invitation.read_bytes().replace(b"Chairing", b"Charging"))
    assert "changed" in ann.refused("circle", "join", str(invitation), *CARD, code=4)


def test_words_that_differ_end_it(somebody: dict[str, Somebody]) -> None:
    kim, sam = somebody["Kim"], somebody["Sam"]
    kim.do("circle", "create", "Chairing", *CARD)
    meet(kim, sam, "Chairing")
    assert "--yes" in sam.refused("circle", "verify", "Kim", "--different", code=2)
    assert "nothing more leaves" in sam.do("circle", "verify", "Kim", "--different", "--yes")
    assert sam.json("circle", "list", "--all")["circles"][0]["state"] == "words differ"
    assert "not the same" in sam.refused("exchange", "Kim", "--yes", "--mail")
    assert "put away" in sam.refused("add", "More", "--circle", "Kim")
    kim.do("send", "Sam", "--yes", "-o", str(kim.mail))
    update = next(kim.mail.glob("update-*.peerlog"))
    assert "nothing of this counts" in sam.refused("receive", str(update))


def test_names_and_rest(somebody: dict[str, Somebody]) -> None:
    kim, sam = somebody["Kim"], somebody["Sam"]
    kim.do("circle", "create", "Chairing", *CARD)
    meet(kim, sam, "Chairing")
    kim.do("circle", "rename", "Sam", "Publishing")
    kim.do("circle", "focus", "Sam", "Publish one case study")
    kim.do("circle", "call", "Sam", "Sammy")
    shown = kim.json("circle", "show", "Sammy")
    assert (shown["name"], shown["focus"]) == ("Publishing", "Publish one case study")
    kim.do("circle", "call", "Sammy", "")
    assert "Seeks: maps" in kim.do("card", "me", "--circle", "Sam", "--seeks", "maps")
    assert kim.json("card", "me")["card"] is None
    assert "that you seek" in kim.refused("card", "me", "--circle", "Sam", "--seeks", "", code=2)
    kim.do("circle", "put-away", "Sam")
    assert "put away" in kim.refused("send", "Sam", "--dry-run")
    kim.do("circle", "take-up", "Sam")
    assert "share this with you" in kim.refused("circle", "drop", "Sam", "--yes")
    kim.do("circle", "leave", "Sam", "--yes")
    assert "You leave" in kim.do("circle")
    assert "put away" in kim.do("send", "Sam", "--yes", "-o", str(kim.mail))
    assert "your last update" in kim.refused("send", "Sam", "--yes", "-o", str(kim.mail))
    sam.do("receive", str(kim.mail))
    assert "as their journal says" in sam.do("circle", "show", "Kim")
    assert "Nobody else is there" in sam.do("circle")


def test_somebody_is_let_in_to_what_is_carried_over(somebody: dict[str, Somebody]) -> None:
    kim, sam, ann = (somebody[name] for name in ("Kim", "Sam", "Ann"))
    kim.do("circle", "create", "Chairing", *CARD)
    meet(kim, sam, "Chairing")
    kept = kim.json("add", "Only for Sam", "--circle", "Sam")["id"]
    goes = kim.json("add", "For Ann too", "--circle", "Sam")["id"]
    kim.do("circle", "succeed", "Sam", "--seats", "3", "--name", "Trio", "-o", str(kim.mail))
    for other in (sam, ann):
        meet(kim, other, "Trio")
    offered = kim.json("circle", "carry-over", "Sam", "Trio")["entries"]
    assert {each["id"] for each in offered} == {kept, goes}
    assert "--yes" in kim.refused("circle", "carry-over", "Sam", "Trio", goes, code=2)
    shown = kim.do("circle", "carry-over", "Sam", "Trio", goes, "--yes")
    assert "For Ann too" in shown
    assert "Only for Sam" not in shown
    kim.do("exchange", "Trio", "--yes", "--folder", str(kim.mail))
    ann.do("exchange", "Trio", "--yes", "--folder", str(kim.mail))
    assert [each["headline"] for each in ann.json("list")["entries"]] == ["For Ann too"]
    kim.do("circle", "go-on", "Trio", "Ann", "--yes")
    assert kim.json("circle", "show", "Trio")["wishes"] == [
        {"go_on": ["Kim", "Ann"], "signed": ["Kim"], "waits_for_me": False}
    ]
