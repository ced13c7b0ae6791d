"""Power cuts at any moment of a save, a rekey, a change of slots: what was acknowledged is there, and all is whole."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from tests.programs import program
from tests.reliability.power_loss import FOLDER, TRACED, Disk, Step, moments
from tests.reliability.running import LONG, ROOT, command
from tests.vault.vaults import NOW, add, new_vault, open_vault, plain, put_back, snapshot, texts, unlock

from peerlog.errors import PeerlogError
from peerlog.vault.backup import make_backup
from peerlog.vault.check import check
from peerlog.vault.entries import Entries
from peerlog.vault.restore import restore
from peerlog.vault.vault import exists


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


def disks(folder: Path, trace: str, before: dict[str, bytes], one_in: int = 1) -> Iterator[list[dict[str, str]]]:
    """Make the folder one possible disk after the other, each once; what had been acknowledged by then.

    When time is short, one in so many until something has been.
    """
    seen: set[bytes] = set()
    passed = 0
    for moment in moments(trace, folder, before):
        stored = [json.loads(line) for line in moment.said.splitlines(keepends=True) if line.endswith(b"\n")]
        for steps in moment.disk.reached():
            passed += not stored
            if not (stored or LONG) and passed % one_in:
                continue
            contents = moment.disk.contents(steps)
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
    ("task", "count", "least", "one_in"),
    [
        pytest.param("append", 1, 150, 1, id="append"),
        pytest.param("append", 30, 5000, 1, id="append much", marks=pytest.mark.long),
        pytest.param("edit", 10, 2000, 1, id="edit", marks=pytest.mark.long),
        pytest.param("change_keys", 1, 200, 3, id="rekey"),
        pytest.param("change_slot", 1, 10, 1, id="slot"),
    ],
)
def test_a_power_cut_at_any_moment(tmp_path: Path, task: str, count: int, least: int, one_in: int) -> None:
    folder = journal(tmp_path)
    before = snapshot(folder)
    trace = traced(folder, task, folder, "cut", count)
    looked_at = 0
    for stored in disks(folder, trace, before, one_in):
        verify(folder, stored)
        looked_at += 1
    print(f"{looked_at:,} disks")
    assert looked_at >= least


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder above a journal."""
    (tmp_path / "root").mkdir(mode=0o700)
    return tmp_path / "root"


def cut(
    root: Path, task: str, label: str, verify: Callable[[bool, dict[str, bytes]], None], *, least: int, one_in: int = 1
) -> None:
    """Make the folder above a journal each possible disk in turn; when time is short, one in so many until it is done.

    `verify` takes whether the task had said by then that it is done, and what it leaves when nothing happens.
    """
    before = snapshot(root)
    trace = traced(root, task, root / "journal", label, 1)
    after = snapshot(root)
    looked_at = 0
    for stored in disks(root, trace, before, one_in):
        for path in sorted(root.rglob("*"), reverse=True):
            if path.is_dir():
                path.chmod(0o700)
                with suppress(OSError):  # not empty
                    path.rmdir()
        verify(bool(stored), after)
        looked_at += 1
    print(f"{looked_at:,} disks")
    assert looked_at >= least
    put_back(root, after)


def whole(folder: Path) -> list[str]:
    """The texts of a journal, which is whole."""
    with closing(open_vault(folder)) as vault:
        report = check(vault)
        assert report.is_clean, report.problems
        return texts(vault)


def test_a_power_cut_while_a_journal_is_made(root: Path) -> None:
    """It is there, or there is none."""

    def verify(is_done: bool, after: dict[str, bytes]) -> None:
        if is_done or exists(root / "journal"):
            assert whole(root / "journal") == []

    cut(root, "create", "", verify, least=100)


def test_a_power_cut_while_a_backup_is_made(root: Path) -> None:
    """It is there, every byte of it, or there is none."""

    def verify(is_done: bool, after: dict[str, bytes]) -> None:
        files = snapshot(root)
        assert files.get("b.tar", None if not is_done else b"") in (None, after["b.tar"])
        assert files["journal/gen-1/private.db"] == after["journal/gen-1/private.db"]

    journal(root)
    cut(root, "back_up", "b.tar", verify, least=50)
    restore(root / "b.tar", root / "restored", unlock, NOW)
    assert whole(root / "restored") == ["before"]


def test_a_power_cut_while_a_backup_is_restored(root: Path) -> None:
    """The journal of the backup is in place, or the one that was there; in one moment none, and that one beside it."""

    def verify(is_done: bool, after: dict[str, bytes]) -> None:
        aside = list(root.glob("journal.replaced-*"))
        if exists(root / "journal"):
            assert whole(root / "journal") == (["before"] if aside else ["before", "later"])
        assert aside or not is_done
        for moved in aside:
            assert exists(root / "journal") or not is_done
            assert whole(moved) == ["before", "later"]

    with closing(open_vault(journal(root))) as vault:
        make_backup(vault, root / "b.tar")
        with closing(vault.space()) as space:
            add(space, "later", when="2026-11-18T10:00:00+00:00")
    cut(root, "bring_back", "b.tar", verify, least=50)


def test_a_power_cut_while_an_entry_is_forgotten(root: Path) -> None:
    """Once it is said to be forgotten it does not come back, and no word of it."""

    def verify(is_done: bool, after: dict[str, bytes]) -> None:
        assert whole(root / "journal") in ([["before"]] if is_done else [["before"], ["qxzv words", "before"]])
        if is_done:
            with closing(open_vault(root / "journal")) as vault:
                assert b"qxzv" not in plain(vault)

    with closing(open_vault(journal(root))) as vault, closing(vault.space()) as space:
        add(space, "qxzv words", when="2026-01-01T10:00:00+00:00")
    cut(root, "forget", "", verify, least=50, one_in=17)


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


def test_the_model_of_a_disk_knows_folders() -> None:
    disk = Disk.holding({"old/a": b"1"})
    disk.seen["new"] = FOLDER
    disk.pending.append(Step("link", FOLDER, name="new"))
    disk.pending.append(Step("write", disk.number_for("new/b"), 0, b"2"))
    disk.sync("new/b")
    disk.sync("new")
    assert disk.contents([]) == {"old/a": b"1"}  # what is in a folder that is not there is not there
    assert {"old/a": b"1", "new/b": b"2"} in [*disk.possible()]
    disk.sync(".")
    disk.rename("old", "older")
    disk.rename("new", "old")
    possible = [*disk.possible()]
    assert {"older/a": b"1", "old/b": b"2"} in possible
    assert {"older/a": b"1", "new/b": b"2"} in possible
    assert all(contents.get("old/a", contents.get("older/a")) == b"1" for contents in possible)
    disk.sync(".")
    assert [*disk.possible()] == [{"older/a": b"1", "old/b": b"2"}] * 4
