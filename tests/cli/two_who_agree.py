"""The command line of two people who know whose keys the other's are, and pass their updates through one folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from tests.consent.agreeing import compare_words
from tests.exchange.meeting import exchange, meet, people
from tests.prebuilt import PASSPHRASE

from peerlog.cli.root import peerlog
from peerlog.journal.circle.circles import circles, read_circle
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock
from peerlog.journal.shared.whats_new import mark_seen, news
from peerlog.journal.updates.exchanging import use_folder


@dataclass
class Somebody:
    """The command line of one of them."""

    name: str
    home: Path

    def journal(self) -> Journal:
        return unlock(Home(self.home, self.home / "state" / "peerlog"), PASSPHRASE)

    def run(self, *arguments: str, input: str | None = None, **more: str) -> Result:
        environment = {"PEERLOG_HOME": str(self.home), "XDG_STATE_HOME": str(self.home / "state"), **more}
        return CliRunner(env=environment).invoke(peerlog, arguments, input=input)

    def do(self, *arguments: str, input: str | None = None) -> str:
        result = self.run(*arguments, input=input)
        assert result.exit_code == 0, result.output
        return result.output

    def refused(self, *arguments: str, code: int = 1, **more: str) -> str:
        result = self.run(*arguments, **more)
        assert result.exit_code == code, result.output
        return result.stderr

    def json(self, *arguments: str) -> Any:
        result = self.run(*arguments, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    def add(self, *arguments: str) -> str:
        id_ = self.json("add", *arguments)["id"]
        assert isinstance(id_, str)
        return id_


@dataclass
class Two:
    kim: Somebody
    sam: Somebody

    def __iter__(self) -> Iterator[Somebody]:
        return iter((self.kim, self.sam))

    def exchange(self) -> str:
        """Kim sends, Sam takes it in and sends, Kim takes that in; what Kim is told at last."""
        self.kim.do("exchange", "--yes")
        self.sam.do("exchange", "--yes")
        return self.kim.do("exchange", "--yes")


def build_two(vault: Path, folder: Path) -> Path:
    """The homes of Kim and Sam, to be copied."""
    with people(vault, folder, "Kim", "Sam") as (kim, sam):
        meet(kim, sam)
        exchange(kim, sam)
        compare_words(kim, sam)
        for peer in (kim, sam):
            mark_seen(peer.journal, news(peer.journal, read_circle(peer.space)))
    for name in ("Kim", "Sam"):  # the program looks for its notes one folder deeper
        home = folder / name
        (home / "state").rename(home / "peerlog")
        (home / "state").mkdir()
        (home / "peerlog").rename(home / "state" / "peerlog")
    return folder


def copy_of(built: Path, folder: Path) -> Two:
    """Their homes in a copy, with a folder for their updates."""
    shutil.copytree(built, folder)
    (folder / "sync").mkdir()
    two = Two(Somebody("Kim", folder / "Kim"), Somebody("Sam", folder / "Sam"))
    for each in two:
        with each.journal() as journal:
            (circle,) = circles(journal)
            use_folder(journal, circle, folder / "sync")
    return two
