"""A peerlog journal of a given size, and what is measured on it."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench import corpus, timing
from bench.timing import Taken
from peerlog.crypto import argon
from peerlog.domain.moment import Moment
from peerlog.domain.selection import Selection
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import create_journal, journal_exists, unlock

PASSPHRASE = "velvet harbor lantern mosaic dune quilt"
ZONE = "Europe/Dublin"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Ours:
    """A journal made for measuring."""

    home: Home
    passphrase_file: Path

    @property
    def environ(self) -> dict[str, str]:
        return {
            **os.environ,
            "PEERLOG_HOME": str(self.home.data),
            "PEERLOG_PASSPHRASE_FILE": str(self.passphrase_file),
            "XDG_STATE_HOME": str(self.home.state),
            "XDG_CONFIG_HOME": str(self.home.data / "config"),
        }

    def command(self, *arguments: str) -> Taken:
        return timing.run([sys.executable, "-m", "peerlog", *arguments], self.environ)

    @property
    def megabytes(self) -> float:
        files = (self.home.vault / "gen-1").rglob("*.db")
        return sum(path.stat().st_size for path in files) / 1e6


def made(folder: Path, name: str, fill: Callable[[Journal], None]) -> Ours:
    """The journal called `name` in `folder`, made and filled when it is not there yet."""
    ours = Ours(Home(folder / name, folder / "state"), folder / "passphrase")
    if journal_exists(ours.home):
        return ours
    folder.mkdir(parents=True, exist_ok=True)
    ours.passphrase_file.write_text(PASSPHRASE + "\n")
    ours.passphrase_file.chmod(0o600)
    # The cost that a machine's speed suggests varies from run to run; the floor makes runs comparable.
    argon.choose_cost = lambda *_: argon.FLOOR
    with create_journal(ours.home, PASSPHRASE, name="Kim", zone=ZONE) as journal:
        fill(journal)
    return ours


def build(folder: Path, count: int) -> Ours:
    """The journal of `count` notes in `folder`, made when it is not there yet."""

    def fill(journal: Journal) -> None:
        entries = corpus.journal(count)
        while batch := list(itertools.islice(entries, _BATCH)):
            with journal.private.write():
                for each in batch:
                    journal.entries.add("note", _fields(each))

    return made(folder, "ours", fill)


def _fields(written: corpus.Written) -> dict[str, object]:
    return {
        "title": written.title,
        "text": written.text,
        "tags": [written.tag],
        "when": Moment.at_local(written.when, ZONE),
    }


def key_derivation_ms(ours: Ours) -> float:
    """One derivation of the passphrase's key, with the cost that this journal was made with."""
    from peerlog.vault import keyfile

    slot = keyfile.read(ours.home.vault).slot("passphrase")
    assert slot is not None
    cost = slot.cost
    assert cost is not None
    return timing.in_process(lambda: argon.derive(PASSPHRASE, slot.salt, cost), runs=7)


@dataclass(frozen=True, slots=True)
class Inside:
    """Milliseconds within one process, key derivation aside."""

    searches: dict[str, float]
    page: float
    save: float
    bare_commit: float


def inside(ours: Ours, folder: Path) -> Inside:
    with unlock(ours.home, PASSPHRASE) as journal:
        searches = {name: timing.in_process(partial(_search, journal, words)) for name, words in _QUERIES.items()}
        page = timing.in_process(lambda: journal.entries.page(Selection()))
        sample = next(corpus.journal(1))
        save = timing.in_process(lambda: journal.entries.add("note", _fields(sample)))
    return Inside(searches, page, save, _bare_commit(folder))


_QUERIES = {
    "rare word": corpus.RARE,
    "common word": corpus.COMMON,
    "one letter": "e",
    "two letters": "me",
    "Japanese": corpus.CJK,
}


def _search(journal: Journal, words: str) -> None:
    journal.entries.page(Selection(), words)


def _bare_commit(folder: Path) -> float:
    """A durable commit of one small row into an encrypted database with the same settings."""
    from peerlog.vault.connection import connect

    path = folder / "bare.db"
    path.unlink(missing_ok=True)
    connection = connect(path, "ab" * 32, create=True)
    connection.execute("CREATE TABLE row (text TEXT)")

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO row VALUES ('x')")
        connection.execute("COMMIT")

    try:
        return timing.in_process(commit)
    finally:
        connection.close()
