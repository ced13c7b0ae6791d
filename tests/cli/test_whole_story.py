"""The whole of sharing on the command line: two meet, write at once, lose an update, settle, and become three."""

from __future__ import annotations

import json
import re
import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from tests.prebuilt import PASSPHRASE, place

from peerlog.cli.root import peerlog
from peerlog.journal.circle.circles import circle_named
from peerlog.journal.circle.same_everywhere import what_is_shown
from peerlog.journal.home import Home
from peerlog.journal.opening import unlock

CARD = ("--offer", "chairing", "--seek", "publishing")


@dataclass
class Machine:
    """The command line on one machine; its folder for updates is the same for all."""

    home: Home
    root: Path

    @property
    def sync(self) -> Path:
        return self.root / "sync"

    def run(self, *arguments: str) -> Result:
        environment = {"PEERLOG_HOME": str(self.home.data), "XDG_STATE_HOME": str(self.home.state)}
        return CliRunner(env=environment).invoke(peerlog, arguments)

    def do(self, *arguments: str) -> str:
        result = self.run(*arguments)
        assert result.exit_code == 0, result.output
        return result.output

    def json(self, *arguments: str) -> Any:
        result = self.run(*arguments, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    def file(self, name: str, *arguments: str) -> str:
        """A file that a command writes, in the hand from which the other takes it."""
        path = self.root / f"{name}.peerlog"
        self.do(*arguments, "-o", str(path))
        return str(path)

    def add(self, *arguments: str) -> str:
        id_ = self.json("add", *arguments)["id"]
        assert isinstance(id_, str)
        return id_

    def exchange(self, name: str | None = None) -> list[Path]:
        """Take in and send; the updates that this put into the folder."""
        before = set(self.sync.iterdir())
        self.do("exchange", *([name] if name else []), "--yes")
        return sorted(set(self.sync.iterdir()) - before)


def words_in(output: str, count: int = 4) -> list[str]:
    found = re.findall(rf"\b[a-z]{{3,8}}(?:  [a-z]{{3,8}}){{{count - 1}}}\b", output)
    assert found, output
    first: str = found[0]
    return first.split()


def test_the_whole_story(built_vault: Path, tmp_path: Path, passphrase_file: Path) -> None:
    (tmp_path / "sync").mkdir()
    machines: dict[str, Machine] = {}
    for name in ("Kim", "Sam", "Ada"):
        home = place(built_vault, Home(tmp_path / name, tmp_path / f"{name}-state"))
        with unlock(home, PASSPHRASE) as journal:
            journal.private.set_value("name", name)
        machines[name] = Machine(home, tmp_path)
    kim, sam, ada = machines.values()
    folder = ("--folder", str(tmp_path / "sync"))

    # three files, and the words are the same
    kim.do("circle", "create", "Chairing", *CARD, "--focus", "Chair meetings well")
    answer = sam.file("answer", "circle", "join", kim.file("invitation", "circle", "invite"), *CARD)
    sam.do("circle", "join", kim.file("acceptance", "circle", "accept", answer))
    assert words_in(kim.do("circle", "verify", "Sam")) == words_in(sam.do("circle", "verify", "Kim"))
    kim.do("circle", "verify", "Sam", "--same")
    sam.do("circle", "verify", "Kim", "--same")
    for one, other in ((kim, "Sam"), (sam, "Kim")):
        one.do("exchange", other, "--yes", *folder)

    # both write at the same time: goals, and notes of a meeting
    private = kim.add("Only mine", "--kind", "note")
    goal = kim.add("Say less.", "--kind", "goal", "--title", "Chair a meeting", "--circle", "Sam")
    other_goal = sam.add("--kind", "goal", "--title", "Publish one case study", "--circle", "Kim")
    kim.add("--kind", "meeting", "--title", "First call", "--circle", "Sam")
    kim.exchange()
    sam.exchange()
    kim.exchange()
    assert sam.json("show", goal)["fields"]["title"] == "Chair a meeting"
    assert kim.json("show", other_goal)["fields"]["title"] == "Publish one case study"
    kim.add("Sam waits well.", "--kind", "note", "--circle", "Sam")
    sam.add("Kim laughs at silence.", "--kind", "note", "--circle", "Kim")

    # three updates through the folder: one is lost, one comes twice
    (lost,) = sam.exchange()
    lost.rename(tmp_path / lost.name)
    (second,) = kim.exchange()
    assert "silence" not in kim.do("list")
    again = tmp_path / "again.peerlog"
    shutil.copy(second, again)
    sam.add("One more.", "--kind", "note", "--circle", "Kim")
    sam.exchange()
    before = len(sam.do("list").splitlines())
    assert not [brought for each in sam.json("receive", str(again))["arrived"] for brought in each["entries"]]
    assert len(sam.do("list").splitlines()) == before
    kim.exchange()
    assert "Kim laughs at silence." in kim.do("list")

    # two versions of one goal, and both have one again
    kim.do("edit", goal, "--text", "Say less, and later.")
    sam.do("edit", goal, "--text", "Say less, or nothing.")
    kim.exchange()
    sam.exchange()
    kim.exchange()
    assert len(kim.json("conflicts", "list")["two_versions"]) == len(sam.json("conflicts", "list")["two_versions"]) == 1
    kim.do("conflicts", "settle", goal, "--text", "Say less, later, or nothing.")
    kim.exchange()
    sam.exchange()
    kim.exchange()
    for one in (kim, sam):
        assert one.json("conflicts", "list")["two_versions"] == []
        assert one.json("show", goal)["fields"]["text"] == "Say less, later, or nothing."

    # a third person reads what was carried over, and nothing else
    kim.do("circle", "succeed", "Sam", "--seats", "3", "--name", "Trio")
    for number, (name, one) in enumerate((("Sam", sam), ("Ada", ada))):
        answer = one.file(f"a{number}", "circle", "join", kim.file(f"i{number}", "circle", "invite", "Trio"), *CARD)
        one.do("circle", "join", kim.file(f"c{number}", "circle", "accept", answer))
        assert words_in(kim.do("circle", "verify", "Trio", name)) == words_in(one.do("circle", "verify", "Trio", "Kim"))
    kim.do("circle", "carry-over", "Sam", "Trio", goal, "--yes")
    sam.do("circle", "carry-over", "Kim", "Trio", other_goal, "--yes")
    for one in (kim, sam, ada):
        one.do("exchange", "Trio", "--yes", *folder)
    for one in (kim, sam, ada):
        one.exchange("Trio")
    told = ada.do("list")
    assert "Chair a meeting" in told
    assert "Publish one case study" in told
    assert "silence" not in told

    # a second device has all of its owner's
    laptop = Machine(Home(tmp_path / "laptop", tmp_path / "laptop-state"), tmp_path)
    answer = laptop.file("d2", "device", "join", kim.file("d1", "device", "add"), "--name", "laptop", *folder)
    acceptance = tmp_path / "d3.peerlog"
    here = words_in(kim.do("device", "add", answer, "-o", str(acceptance), *folder))
    assert words_in(laptop.do("device", "join", str(acceptance))) == here
    for one in (kim, laptop):
        one.do("device", "verify", "--same")
    for _ in range(2):
        kim.exchange()
        for circle in ("Sam", "Trio"):
            laptop.do("exchange", circle, "--yes", *folder)
        for one in (laptop, sam, ada):
            one.exchange()
    assert laptop.json("show", private)["fields"]["text"] == "Only mine"

    # and every journal shows the same
    with ExitStack() as stack:
        journals = {
            name: stack.enter_context(unlock(one.home, PASSPHRASE))
            for name, one in (*machines.items(), ("laptop", laptop))
        }
        shown = {
            (name, circle): what_is_shown(journals[name], circle_named(journals[name], circle))
            for name, circle in (
                ("Kim", "Sam"),
                ("Sam", "Kim"),
                ("laptop", "Sam"),
                *((each, "Trio") for each in journals),
            )
        }
    assert len({shown["Kim", "Sam"], shown["Sam", "Kim"], shown["laptop", "Sam"]}) == 1
    assert len({shown[name, "Trio"] for name in journals}) == 1
    assert (shown["Kim", "Sam"].entries, shown["Ada", "Trio"].entries) == (9, 6)
