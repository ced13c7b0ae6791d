"""Backups count only when they have been read back."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.vault.backed_up import DAY, names, write
from tests.vault.vaults import CIRCLE, LATER, NOW, add, add_circle, open_vault, snapshot, texts, unlock

from peerlog.crypto import slots
from peerlog.errors import Damaged, Refused
from peerlog.vault import archive, backup, soundness
from peerlog.vault.backup import automatic, automatic_backups, fresh_after, make_backup
from peerlog.vault.copies import EXPORT, copies_made, record_copy
from peerlog.vault.disk_errors import Missing
from peerlog.vault.restore import restore
from peerlog.vault.soundness import contents
from peerlog.vault.vault import Vault


def test_a_backup_holds_every_space(vault: Vault, tmp_path: Path) -> None:
    add_circle(vault)
    write(vault, "private words")
    write(vault, "shared words", CIRCLE)
    path = make_backup(vault, tmp_path / "b.tar")
    assert path == tmp_path / "b.tar"
    assert sys.platform == "win32" or path.stat().st_mode & 0o777 == 0o600
    assert names(vault) == []
    restore(path, tmp_path / "restored", unlock, NOW)
    with closing(open_vault(tmp_path / "restored")) as restored:
        assert (texts(restored), texts(restored, CIRCLE)) == (["private words"], ["shared words"])


def test_it_is_made_while_others_write(vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(vault, "before")
    counted = soundness.contents
    calls = []

    def then_somebody_writes(connection: object) -> soundness.Contents:
        found = counted(connection)
        calls.append(found)
        if len(calls) == 1:
            write(vault, "meanwhile")
        return found

    monkeypatch.setattr(backup, "contents", then_somebody_writes)
    restore(make_backup(vault, tmp_path / "b.tar"), tmp_path / "restored", unlock, NOW)
    with closing(open_vault(tmp_path / "restored")) as restored:
        assert texts(restored) == ["before", "meanwhile"]


def test_nothing_is_overwritten(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "b.tar").write_bytes(b"something")
    with pytest.raises(Refused, match="already there"):
        make_backup(vault, tmp_path / "b.tar")
    with pytest.raises(Refused, match="is a folder"):
        make_backup(vault, tmp_path)
    with pytest.raises(Refused, match="not there"):
        make_backup(vault, tmp_path / "gone" / "b.tar")
    assert (tmp_path / "b.tar").read_bytes() == b"something"
    assert names(vault) == []


@pytest.mark.parametrize("harm", ["flipped", "swapped", "shorter"])
def test_what_does_not_read_back_does_not_count(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    """A drive that stores something else than it was given."""
    add_circle(vault)
    reading = archive.read_archive

    def after_harm(file: object, path: Path) -> archive.Archive:
        data = bytearray(path.read_bytes())
        if harm == "flipped":
            data[20_000] ^= 1
        elif harm == "swapped":
            data[8_000:9_000], data[9_000:10_000] = data[9_000:10_000], data[8_000:9_000]
        else:
            del data[-10240:]
        path.write_bytes(data)
        with open(path, "rb") as again:
            return reading(again, path)

    monkeypatch.setattr(backup, "read_archive", after_harm)
    with pytest.raises(Damaged):
        make_backup(vault, tmp_path / "b.tar")
    assert not (tmp_path / "b.tar").exists()
    assert list(tmp_path.glob(".*")) == []
    assert names(vault) == []


@pytest.mark.parametrize("earlier", ["fewer entries", "other slots"])
def test_what_reads_back_whole_but_as_something_else_does_not_count(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, earlier: str
) -> None:
    """A drive that answers with what stood there before: a good backup, and not this one."""
    write(vault, "first")
    before = make_backup(vault, tmp_path / "before.tar").read_bytes()
    if earlier == "fewer entries":
        write(vault, "second")
    else:
        vault.replace_slot(slots.seal_with_keyring(vault.vault_key, b"k" * 32, vault.id))
    reading = archive.read_archive

    def what_was_there(file: object, path: Path) -> archive.Archive:
        path.write_bytes(before)
        with open(path, "rb") as again:
            return reading(again, path)

    monkeypatch.setattr(backup, "read_archive", what_was_there)
    with pytest.raises(Damaged, match="does not read back"):
        make_backup(vault, tmp_path / "b.tar")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["before.tar"]
    assert names(vault) == []


def test_a_damaged_journal_gives_no_backup_and_costs_none(vault: Vault) -> None:
    with closing(vault.space()) as space:
        for number in range(30):
            add(space, f"{number} " * 900)
    first = automatic(vault, LATER)
    assert first is not None
    data = bytearray(vault.path("private").read_bytes())
    data[20 * 4096 : 21 * 4096] = bytes(4096)  # reads as an empty page, without a word
    vault.path("private").write_bytes(data)
    with closing(vault.space()) as space:
        space.set_value("a", "b")
    for make in (lambda: automatic(vault, LATER + 3 * DAY), lambda: fresh_after(vault, "forget", LATER + 3 * DAY)):
        with pytest.raises(Damaged):
            make()
    assert names(vault) == [first.name]


def test_the_same_copy_twice_is_known_once(vault: Vault, tmp_path: Path) -> None:
    with closing(vault.space()) as space:
        record_copy(space, EXPORT, tmp_path / "a.md", NOW)
        record_copy(space, EXPORT, tmp_path / "a.md", NOW)
        record_copy(space, EXPORT, tmp_path / "a.md", "2027-01-01T00:00:00Z")
        assert len(copies_made(space)) == 2


def test_a_backup_changes_nothing_of_the_journal(vault: Vault, tmp_path: Path) -> None:
    write(vault, "first")
    before = snapshot(vault.folder)
    make_backup(vault, tmp_path / "b.tar")
    assert snapshot(vault.folder) == before


def test_contents_count_writes_and_rows(vault: Vault) -> None:
    from peerlog.vault.connection import connect

    write(vault, "first")
    with closing(connect(vault.path("private"), vault.key("private"))) as connection:
        found = contents(connection)
    assert (found.writes, found.entries, found.rows["device"], found.rows["version"]) == (1, 1, 1, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_copies_on_the_way_are_private_whatever_the_umask(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []
    counted = soundness.contents

    def look(connection: object) -> soundness.Contents:
        modes.extend(path.stat().st_mode & 0o077 for path in (vault.folder / "backups").rglob("*"))
        return counted(connection)

    monkeypatch.setattr(backup, "contents", look)
    monkeypatch.setattr(soundness, "contents", look)
    before = os.umask(0)
    try:
        make_backup(vault, tmp_path / "b.tar")
    finally:
        os.umask(before)
    assert len(modes) >= 4
    assert set(modes) == {0}
    assert (tmp_path / "b.tar").stat().st_mode & 0o777 == 0o600


def test_names_are_utc(vault: Vault) -> None:
    write(vault, "first")
    from datetime import timezone

    path = automatic(vault, datetime(2026, 11, 22, 8, 0, tzinfo=timezone(timedelta(hours=10))))
    assert path is not None
    assert automatic_backups(vault.folder) == [(datetime(2026, 11, 21, 22, 0, tzinfo=UTC), path)]


def test_a_backup_into_a_folder_that_is_not_there(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(Missing) as caught:
        make_backup(vault, tmp_path / "none" / "b.tar")
    assert caught.value.message == f"{tmp_path / 'none'} is not there."
