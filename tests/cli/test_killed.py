"""The program itself, killed as by a power cut: what it has acknowledged is there, and nothing is there by halves."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import Program
from tests.prebuilt import PASSPHRASE

from peerlog.domain.selection import Selection
from peerlog.journal.opening import unlock

BATCH = 500
"""Entries in one transaction of an import."""

NOTES = 7 * BATCH + 11


def begun(cli: Program, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "peerlog", *arguments],
        env=cli.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def killed(child: subprocess.Popen[bytes]) -> bytes:
    """What a program has said by the time it is killed (kill -9, where there is one)."""
    child.kill()
    return child.communicate(timeout=60)[0]


def count(cli: Program) -> int:
    with unlock(cli.home, PASSPHRASE) as journal:
        return journal.entries.count(Selection())


@pytest.mark.parametrize("kills", [8, pytest.param(300, marks=[pytest.mark.long, pytest.mark.timeout(900)])])
def test_every_id_that_add_has_printed_is_there_afterwards(cli: Program, kills: int) -> None:
    chance = random.Random(kills)
    started = time.perf_counter()
    acknowledged = {begun(cli, "add", "unhurried").communicate(timeout=60)[0].split()[0].decode(): "unhurried"}
    whole = time.perf_counter() - started
    for number in range(kills):
        text = f"hurried {number} " + "words " * chance.choice([1, 2000]) + "end"
        child = begun(cli, "add", text)
        time.sleep(chance.uniform(0.5, 1.2) * whole)
        said = killed(child)
        if said.endswith(b"\n"):
            acknowledged[said.split()[0].decode()] = text
    entries = cli.json("list", "--limit", "0")["entries"]
    for id_, text in acknowledged.items():
        assert [entry["fields"]["text"] for entry in entries if entry["id"].startswith(id_)] == [text]
    assert all(entry["fields"]["text"].endswith(("unhurried", "end")) for entry in entries)
    assert len(acknowledged) <= len(entries) <= kills + 1
    assert cli.run("check").exit_code == 0


def test_an_import_cut_short_keeps_whole_batches_and_the_next_brings_exactly_the_rest(cli: Program) -> None:
    notes = folder_of_notes(cli.root / "notes", NOTES)
    database = cli.home.vault / "gen-1" / "private.db"
    chance = random.Random(7)
    found = [0]
    for attempt in range(3):
        size = database.stat().st_size
        child = begun(cli, "import", "markdown", str(notes), "--yes")
        while database.stat().st_size == size and child.poll() is None:
            time.sleep(0.001)  # until the first transaction writes
        time.sleep(attempt * chance.random() * 0.1)
        killed(child)
        found.append(count(cli))
        assert found[-1] >= found[-2]
        assert found[-1] % BATCH == 0 or found[-1] == NOTES
    assert any(0 < each < NOTES for each in found), f"no kill fell into the import: {found}"
    report = json.loads(begun(cli, "import", "markdown", str(notes), "--yes", "--json").communicate(timeout=60)[0])
    assert (report["known"], report["new"]) == (found[-1], NOTES - found[-1])
    titles = {entry["headline"] for entry in cli.json("list", "--limit", "0")["entries"]}
    assert titles == {f"Note {number}" for number in range(NOTES)}
    assert count(cli) == len(titles)


def folder_of_notes(folder: Path, many: int) -> Path:
    folder.mkdir()
    for number in range(many):
        text = f"---\ntitle: Note {number}\ndate: 2024-02-03\n---\nWords of {number}.\n"
        (folder / f"{number:05}.md").write_text(text, encoding="utf-8")
    return folder
