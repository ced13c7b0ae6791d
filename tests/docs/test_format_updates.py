"""docs/format.md is enough to read an update: its own program does it, without peerlog."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.docs.test_format import ALLOWED_IMPORTS, imported, programs, run, section
from tests.exchange.meeting import Peer, meet, people
from tests.prebuilt import build

from peerlog.exchange.keys import device_in_use

PROGRAM = "read_update.py"


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Peer, Peer]]:
    folder = tmp_path_factory.mktemp("updates")
    with people(build(folder / "empty"), folder, "Kim", "Sam") as (kim, sam):
        meet(kim, sam)
        yield kim, sam


def read(peer: Peer, folder: Path, file: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run the program as somebody would who has only the tables of that peer's space."""
    (folder / "update.peerlog").write_bytes(file)
    keys = [bytes(key).hex() for (key,) in peer.space.rows("SELECT key FROM device")]
    given = "\n".join([device_in_use(peer.space).identity.hex(), *keys]).encode()
    return run(folder, PROGRAM, "update.peerlog", given=given)


def test_the_program_needs_nothing_of_peerlog() -> None:
    program = programs()[PROGRAM]
    assert imported(program) <= ALLOWED_IMPORTS
    assert len([line for line in program.splitlines() if line.strip()]) <= 75


def test_the_documented_program_reads_an_update(pair: tuple[Peer, Peer], tmp_path: Path) -> None:
    kim, sam = pair
    long = "Ask before advising. " * 8000
    note = kim.write("note", title="Sets", text=long, tags=("chairing",))
    (file,) = kim.send()
    sam.receive(file)  # whose table of devices then has Kim's key
    done = read(sam, tmp_path, file)
    assert done.returncode == 0, done.stderr.decode()
    first, *lines = done.stdout.decode().splitlines()
    assert first.startswith(f"update 1 from {device_in_use(kim.space).id} with ")
    said = {
        register.partition("/")[0]: json.loads(value)
        for entry, _, register, value in map(_split, lines)
        if entry == note
    }
    assert said["title"] == "Sets"
    assert said["text"] == long.rstrip()
    assert said["tags"] == "chairing"


def _split(line: str) -> tuple[str, str, str, str]:
    entry, kind, register, value = line.split(" ", 3)
    return entry, kind, register, value


def test_the_documented_program_notices_what_was_changed(pair: tuple[Peer, Peer], tmp_path: Path) -> None:
    kim, sam = pair
    kim.write("note", text="Once more.")
    file = bytearray(kim.send()[0])
    for at in (40, len(file) // 2, len(file) - 1):
        file[at] ^= 1
        assert read(sam, tmp_path, bytes(file)).returncode != 0, at
        file[at] ^= 1


def test_every_member_of_a_manifest_is_described(pair: tuple[Peer, Peer]) -> None:
    from peerlog.exchange.receiving import open_for

    kim, sam = pair
    kim.write("note", text="A manifest goes along.")
    opened = open_for(sam.space, kim.send()[0])
    assert opened is not None
    for name in json.loads(opened.text):
        assert f"| `{name}` |" in section("Updates"), name
