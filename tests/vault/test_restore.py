"""A backup takes the journal's place whole, or nothing is changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.vault.vaults import CIRCLE, NOW, SECRET, add, add_circle, new_vault, open_vault, snapshot, texts, unlock

from peerlog.crypto import argon, slots
from peerlog.errors import Busy, Damaged, NewerFormat, PeerlogError, Refused, WrongPassphrase
from peerlog.vault import keyfile
from peerlog.vault import restore as restoring
from peerlog.vault.backup import make_backup
from peerlog.vault.check import check
from peerlog.vault.connection import connect
from peerlog.vault.entries import Entries
from peerlog.vault.keyfile import KeyFile
from peerlog.vault.restore import BackupInfo, moved_aside, read_backup, restore
from peerlog.vault.schema import VERSION


@pytest.fixture
def backup(folder: Path, tmp_path: Path) -> Path:
    """A backup of a journal with one private entry and one shared one; the journal has gone on since."""
    with closing(open_vault(folder)) as vault:
        add_circle(vault)
        with closing(vault.space()) as space, closing(vault.space(CIRCLE)) as circle:
            add(space, "private words")
            add(circle, "shared words")
            made = make_backup(vault, tmp_path / "b.tar")
            add(space, "written since")
    return made


@contextmanager
def unchanged(folder: Path) -> Iterator[None]:
    """What is beside the journal, and in it, is afterwards as it was before."""
    before, beside = snapshot(folder), sorted(folder.parent.iterdir())
    yield
    assert snapshot(folder) == before
    assert sorted(folder.parent.iterdir()) == beside


def test_a_backup_tells_little_without_a_key(backup: Path, folder: Path) -> None:
    os.utime(backup, (1_780_000_000, 1_780_000_000))
    found = read_backup(backup)
    with closing(open_vault(folder)) as vault:
        assert found == BackupInfo("2026-05-28T20:26:40Z", vault.id, 1, found.sizes)
    assert list(found.sizes) == ["private", CIRCLE]
    assert sum(found.sizes.values()) < backup.stat().st_size


def test_into_an_empty_place(backup: Path, tmp_path: Path) -> None:
    target = tmp_path / "above" / "another"
    restored = restore(backup, target, unlock, NOW)
    assert (restored.entries, restored.moved) == (2, None)
    with closing(open_vault(target)) as vault:
        assert (texts(vault), texts(vault, CIRCLE)) == (["private words"], ["shared words"])
        assert check(vault).is_clean


def test_an_empty_folder_counts_as_an_empty_place(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "another").mkdir(mode=0o700)
    assert restore(backup, tmp_path / "another", unlock, NOW).moved is None


def test_a_journal_that_is_there_is_moved_aside_and_never_deleted(backup: Path, folder: Path) -> None:
    before = snapshot(folder)
    restored = restore(backup, folder, unlock, NOW, replace=True)
    assert restored.moved == folder.with_name("journal.replaced-20261121T215456Z")
    assert snapshot(restored.moved) == before
    with closing(open_vault(folder)) as vault:
        assert texts(vault) == ["private words"]
    again = restore(backup, folder, unlock, NOW, replace=True)
    assert again.moved == folder.with_name("journal.replaced-20261121T215456Z-2")


@pytest.mark.parametrize("harm", ["key files", "everything but the backups", "private space"])
def test_a_broken_journal_is_no_obstacle(backup: Path, folder: Path, harm: str) -> None:
    for name in {
        "key files": ["vault.json", "vault.json.copy"],
        "everything but the backups": [
            "vault.json",
            "vault.json.copy",
            "gen-1/private.db",
            f"gen-1/circles/{CIRCLE}.db",
        ],
        "private space": ["gen-1/private.db"],
    }[harm]:
        (folder / name).unlink()
    restored = restore(backup, folder, unlock, NOW, replace=True)
    assert restored.moved is not None
    with closing(open_vault(folder)) as vault:
        assert texts(vault) == ["private words"]


def test_it_enrols_as_a_new_device_in_every_space(backup: Path, tmp_path: Path) -> None:
    restore(backup, tmp_path / "another", unlock, NOW)
    with closing(open_vault(tmp_path / "another")) as vault:
        for name in vault.spaces:
            with closing(vault.space(name)) as space:
                keys = [bytes(key) for (key,) in space.rows("SELECT key FROM device ORDER BY number")]
                assert len(set(keys)) == 2
                assert space.device_key == keys[-1]
                before = Entries(space).get(bytes(space.rows("SELECT id FROM entry")[0][0]).hex())
                after = add(space, "written on the new device")
                devices: dict[bytes, int] = dict(space.rows("SELECT id, device FROM entry"))
                assert [devices[bytes.fromhex(each.id)] for each in (before, after)] == [1, 2]
        assert check(vault).is_clean


def test_without_being_asked_to_nothing_is_replaced(backup: Path, folder: Path) -> None:
    with unchanged(folder), pytest.raises(Refused, match="already"):
        restore(backup, folder, unlock, NOW)


def test_a_journal_in_use_is_not_replaced(backup: Path, folder: Path) -> None:
    with closing(open_vault(folder)), unchanged(folder), pytest.raises(Busy):
        restore(backup, folder, unlock, NOW, replace=True)


def test_the_passphrase_of_its_day_opens_it(folder: Path, tmp_path: Path) -> None:
    def with_passphrase(passphrase: str) -> Callable[[KeyFile], bytes]:
        def open_slot(keys: KeyFile) -> bytes:
            slot = keys.slot("passphrase")
            assert slot is not None
            return slots.open_with_passphrase(slot, passphrase, keys.vault_id)

        return open_slot

    with closing(open_vault(folder)) as vault:
        old, new = (
            slots.seal_with_passphrase(vault.vault_key, word, vault.id, argon.FLOOR)
            for word in ("old words", "new words")
        )
        vault.replace_slot(old)
        made = make_backup(vault, tmp_path / "b.tar")
        vault.replace_slot(new)
    with unchanged(folder), pytest.raises(WrongPassphrase):
        restore(made, folder, with_passphrase("new words"), NOW, replace=True)
    restore(made, folder, with_passphrase("old words"), NOW, replace=True)


def test_another_secret_changes_nothing(backup: Path, folder: Path) -> None:
    def other(keys: KeyFile) -> bytes:
        return slots.open_with_recovery(keys.slots[0], SECRET[::-1], keys.vault_id)

    with unchanged(folder), pytest.raises(WrongPassphrase):
        restore(backup, folder, other, NOW, replace=True)


def test_every_damaged_page_is_noticed_before_anything_is_moved(backup: Path, folder: Path) -> None:
    whole = backup.read_bytes()
    first = whole.index(b"gen-1/private.db") + 512
    for at in range(first, len(whole) - 12_000, 3989):
        data = bytearray(whole)
        data[at] ^= 1
        backup.write_bytes(data)
        with unchanged(folder), pytest.raises(Damaged, match=r"The backup b\.tar is damaged"):
            restore(backup, folder, unlock, NOW, replace=True)


def test_spaces_that_changed_places_are_noticed(backup: Path, folder: Path) -> None:
    data = backup.read_bytes()
    one = data.index(b"gen-1/private.db") + 512
    two = data.index(b"gen-1/circles/") + 512
    size = two - 512 - one
    backup.write_bytes(
        data[:one] + data[two : two + size] + data[two - 512 : two] + data[one : one + size] + data[two + size :]
    )
    with unchanged(folder), pytest.raises(Damaged):
        restore(backup, folder, unlock, NOW, replace=True)


def test_a_newer_format_is_refused(folder: Path, tmp_path: Path) -> None:
    other = new_vault(tmp_path / "newer")
    with closing(open_vault(other)) as vault:
        made = make_backup(vault, tmp_path / "b.tar")
        key = vault.key("private")
    data = bytearray(made.read_bytes())
    start = data.index(b"gen-1/private.db") + 512
    space = tmp_path / "space.db"
    space.write_bytes(data[start : start + 204800])
    with closing(connect(space, key)) as connection:
        size = connection.execute("PRAGMA page_count").fetchall()[0][0] * 4096
        connection.execute(f"PRAGMA user_version={VERSION + 1}")
    data[start : start + size] = space.read_bytes()[:size]
    made.write_bytes(data)
    with unchanged(folder), pytest.raises(NewerFormat):
        restore(made, folder, unlock, NOW, replace=True)


@pytest.mark.parametrize("failing", ["extract", "_enrol", "write", "sync_dir", "rename aside", "rename new"])
def test_a_failure_at_any_step_changes_nothing(
    backup: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    calls: list[str] = []
    rename = os.rename

    def renaming(source: Path, target: Path) -> None:
        calls.append(str(target))
        if len(calls) == (1 if failing == "rename aside" else 2):
            full()
        rename(source, target)

    if failing.startswith("rename"):
        monkeypatch.setattr(os, "rename", renaming)
    else:
        monkeypatch.setattr(keyfile if failing == "write" else restoring, failing, full)
    with unchanged(folder), pytest.raises((PeerlogError, OSError)):
        restore(backup, folder, unlock, NOW, replace=True)
    monkeypatch.undo()
    restore(backup, folder, unlock, NOW, replace=True)


def test_what_a_crash_left_is_cleared_away(backup: Path, tmp_path: Path) -> None:
    (tmp_path / ".another.1234.new").mkdir(mode=0o700)
    (tmp_path / ".another.1234.new" / "half").write_bytes(b"half")
    restore(backup, tmp_path / "another", unlock, NOW)
    assert not (tmp_path / ".another.1234.new").exists()


def test_a_place_that_is_a_link_or_open_to_others_is_refused(backup: Path, folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    with unchanged(folder), pytest.raises(Refused, match="symbolic link"):
        restore(backup, link, unlock, NOW, replace=True)
    folder.chmod(0o777)
    with pytest.raises(Refused, match="0777"):
        restore(backup, folder, unlock, NOW, replace=True)


def test_a_backup_inside_the_journal_can_replace_it(folder: Path, backup: Path) -> None:
    inside = folder / "backups" / "auto-20261121T220000Z.tar"
    inside.write_bytes(backup.read_bytes())
    restored = restore(inside, folder, unlock, NOW, replace=True)
    assert restored.moved is not None
    assert (restored.moved / "backups" / inside.name).is_file()
    assert not inside.exists()


def test_what_was_moved_aside_last_is_found(backup: Path, folder: Path) -> None:
    assert moved_aside(folder) is None
    assert moved_aside(folder.with_name("nowhere") / "journal") is None
    for moment in (NOW, "2026-11-22T10:00:00Z"):
        restored = restore(backup, folder, unlock, moment, replace=True)
        assert moved_aside(folder) == restored.moved
