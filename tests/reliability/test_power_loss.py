"""Power cuts at any moment of a save, a rekey, a change of slots: what was acknowledged is there, and all is whole."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.programs import program
from tests.reliability.power_loss import TRACED, Disk, Step, moments
from tests.reliability.running import ROOT, command
from tests.vault.vaults import add, new_vault, open_vault, put_back, snapshot, texts

from peerlog.errors import PeerlogError
from peerlog.vault.check import check
from peerlog.vault.entries import Entries


def traced(folder: Path, *arguments: object) -> str:
    """Run a task of `appending` under strace; the trace."""
    strace = program("strace")
    out = folder.with_name("trace")
    options = ["-f", "--seccomp-bpf", "-y", "-xx", "-s", "1000000", "-e", f"trace={TRACED}", "-o", str(out)]
    done = subprocess.run(
        [strace, *options, *command("appending", *arguments)], cwd=ROOT, capture_output=True, check=False, text=True
    )
    if done.returncode and "ptrace" in done.stderr:
        pytest.skip("strace may not trace here")
    assert done.returncode == 0, done.stderr
    assert "error" not in done.stdout
    return out.read_text(encoding="ascii")


def journal(root: Path) -> Path:
    """A journal with one entry, closed."""
    folder = new_vault(root / "journal")
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        add(space, "before")
    return folder


def disks(folder: Path, trace: str, before: dict[str, bytes]) -> Iterator[list[dict[str, str]]]:
    """Make the folder one possible disk after the other, each once; what had been acknowledged by then."""
    seen: set[bytes] = set()
    for moment in moments(trace, folder, before):
        stored = [json.loads(line) for line in moment.said.splitlines(keepends=True) if line.endswith(b"\n")]
        for contents in moment.disk.possible():
            digest = hashlib.sha256(str(len(stored)).encode())
            for name, data in sorted(contents.items()):
                digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
            if digest.digest() not in seen:
                seen.add(digest.digest())
                put_back(folder, contents)
                yield stored


def verify(folder: Path, stored: list[dict[str, str]]) -> None:
    """Everything acknowledged is there, in the entry or its versions, and all is whole."""
    with closing(open_vault(folder)) as vault:
        report = check(vault)
        assert report.is_clean, report.problems
        with closing(vault.space()) as space:
            entries = Entries(space)
            assert "before" in texts(vault)
            for each in stored:
                versions = [version.fields["text"] for version in entries.versions(each["id"])]
                assert each["text"] in (entries.get(each["id"]).text, *versions)


@pytest.mark.parametrize(
    ("task", "count", "least"),
    [
        pytest.param("append", 1, 150, id="append"),
        pytest.param("append", 30, 5000, id="append much", marks=pytest.mark.long),
        pytest.param("edit", 10, 2000, id="edit", marks=pytest.mark.long),
        pytest.param("change_keys", 1, 200, id="rekey"),
        pytest.param("change_slot", 1, 10, id="slot"),
    ],
)
def test_a_power_cut_at_any_moment(tmp_path: Path, task: str, count: int, least: int) -> None:
    folder = journal(tmp_path)
    before = snapshot(folder)
    trace = traced(folder, task, folder, "cut", count)
    looked_at = 0
    for stored in disks(folder, trace, before):
        verify(folder, stored)
        looked_at += 1
    print(f"{looked_at:,} disks")
    assert looked_at >= least


def test_writing_without_syncing_would_be_noticed(tmp_path: Path) -> None:
    folder = journal(tmp_path)
    before = snapshot(folder)
    trace = traced(folder, "append_carelessly", folder, "cut", 1)

    def verify_what_was_acknowledged() -> None:
        for stored in disks(folder, trace, before):
            if stored:
                verify(folder, stored)

    with pytest.raises((AssertionError, PeerlogError)):
        verify_what_was_acknowledged()


def test_the_model_of_a_disk_loses_what_is_not_synced() -> None:
    disk = Disk.holding({"a": b"old"})
    disk.pending.append(Step("write", disk.number_for("a"), 0, b"new"))
    disk.pending.append(Step("write", disk.number_for("b"), 2, b"x"))
    possible = [*disk.possible()]
    for contents in ({"a": b"old"}, {"a": b"new", "b": b"\0\0x"}, {"a": b"old", "b": b""}, {"a": b"new"}):
        assert contents in possible
    disk.sync("a")
    assert {contents["a"] for contents in disk.possible()} == {b"new"}
    disk.sync(".")
    assert all("b" in contents for contents in disk.possible())
    disk.pending.append(Step("rename", name="b", new_name="a"))
    assert {"a": b"", "b": b""} not in [*disk.possible()]
    assert {"a": b""} in [*disk.possible()]
