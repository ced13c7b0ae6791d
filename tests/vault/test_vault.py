"""Making and opening a vault, its key file and its generations."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlcipher3 import dbapi2
from tests.vault.vaults import SECRET, add, add_circle, new_vault, open_vault, put_back, seal, snapshot, texts, unlock

from peerlog.crypto import slots
from peerlog.errors import Busy, Damaged, NewerFormat, Refused, WrongPassphrase
from peerlog.vault import birth, exclusion, keyfile
from peerlog.vault import vault as vaults
from peerlog.vault.connection import connect
from peerlog.vault.exclusion import Hold
from peerlog.vault.keyfile import KeyFile
from peerlog.vault.schema import VERSION
from peerlog.vault.vault import Vault


def test_everything_is_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        folder = new_vault(tmp_path / "above" / "journal")
    finally:
        os.umask(before)
    for path in (folder, *folder.rglob("*")):
        expected = 0o700 if path.is_dir() else 0o600
        assert sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == expected, path


def test_a_vault_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    def fail(vault_key: bytes, vault_id: str) -> slots.Slot:
        raise WrongPassphrase("no")

    with pytest.raises(WrongPassphrase):
        vaults.create(tmp_path / "journal", fail, {}, "2026-01-01T00:00:00Z")
    assert not (tmp_path / "journal").exists()
    new_vault(tmp_path / "journal")
    assert [path.name for path in tmp_path.iterdir()] == ["journal"]


def test_a_vault_is_never_made_over_another(folder: Path) -> None:
    before = snapshot(folder)
    with pytest.raises(Refused, match="already"):
        new_vault(folder)
    (folder / "vault.json").unlink()
    (folder / "vault.json.copy").unlink()
    with pytest.raises(Refused, match="already"):
        new_vault(folder)
    assert snapshot(folder) == {name: data for name, data in before.items() if not name.startswith("vault")}


def test_an_empty_folder_is_made_use_of(tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    open_vault(new_vault(tmp_path / "journal")).close()


def test_two_spaces_have_two_keys(vault: Vault) -> None:
    add_circle(vault)
    assert vault.spaces == ["private", "0123456789abcdef"]
    with closing(vault.space()) as private, closing(vault.space("0123456789abcdef")) as circle:
        assert private.id != circle.id
        assert private.device_key != circle.device_key
        add(circle, "shared")
    assert texts(vault) == []
    assert vault.key("private") != vault.key("0123456789abcdef")
    with pytest.raises(Damaged):
        connect(vault.path("private"), vault.key("0123456789abcdef"))


def test_files_that_other_systems_leave_are_no_spaces(vault: Vault) -> None:
    for name in ("._0123456789abcdef.db", "0123456789abcdef.db-journal", "Thumbs.db", "x.txt"):
        vault.path("private").with_name("circles").joinpath(name).write_bytes(b"")
    assert vault.spaces == ["private"]


def test_another_secret_does_not_open_it(folder: Path) -> None:
    def other(keys: KeyFile) -> bytes:
        return slots.open_with_recovery(keys.slots[0], b"x" * 32, keys.vault_id)

    with pytest.raises(WrongPassphrase):
        Vault.open(folder, other)
    with Hold.exclusive(folder):  # nobody holds it any more
        pass


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        (keyfile.NAME, "missing"),
        (keyfile.NAME, "damaged"),
        (keyfile.COPY_NAME, "missing"),
        (keyfile.COPY_NAME, "damaged"),
        (keyfile.COPY_NAME, "older"),
    ],
)
def test_one_key_file_of_two_is_enough_and_mended(folder: Path, name: str, harm: str) -> None:
    before = (folder / name).read_bytes()
    if harm == "missing":
        (folder / name).unlink()
    elif harm == "damaged":
        (folder / name).write_bytes(before[:-5])
    else:
        with closing(open_vault(folder)) as vault:
            vault.replace_slot(seal(vault.vault_key, vault.id))
        (folder / name).write_bytes(before)
    with closing(open_vault(folder)) as opened, closing(open_vault(folder)):
        assert keyfile.read(folder) == opened.keys
    assert (folder / keyfile.NAME).read_bytes() == (folder / keyfile.COPY_NAME).read_bytes()


def test_looking_at_a_vault_mends_nothing(folder: Path) -> None:
    (folder / keyfile.COPY_NAME).unlink()
    (folder / "gen-7").mkdir(mode=0o700)
    before = snapshot(folder)
    with closing(Vault.inspect(folder, unlock)) as vault:
        assert vault.keys.copy_outdated
    assert snapshot(folder) == before


def test_a_slot_can_be_added_and_removed_while_others_have_it_open(folder: Path) -> None:
    with closing(open_vault(folder)) as vault, closing(open_vault(folder)) as other:
        vault.replace_slot(slots.seal_with_keyring(vault.vault_key, b"k" * 32, vault.id))
        other.replace_slot(seal(vault.vault_key, vault.id))
        assert [slot.type for slot in keyfile.read(folder).slots] == ["recovery", "keyring"]
        vault.remove_slot("keyring")
        assert [slot.type for slot in keyfile.read(folder).slots] == ["recovery"]


def test_two_changes_of_slots_at_once_are_both_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second begins while the first has read the key file and not yet written it, and waits for it."""
    monkeypatch.setattr(exclusion, "EXCLUSIVE_WAIT", 30.0)
    reached, second = Event(), Thread(target=lambda: change(b"k" * 32, slots.seal_with_keyring))
    writing = keyfile.write

    def change(secret: bytes, seal_with: Callable[[bytes, bytes, str], slots.Slot]) -> None:
        with closing(open_vault(folder)) as vault:
            reached.set()
            vault.replace_slot(seal_with(vault.vault_key, secret, vault.id))

    def write_late(directory: Path, keys: KeyFile) -> None:
        monkeypatch.setattr(keyfile, "write", writing)
        second.start()
        assert reached.wait(30)
        time.sleep(0.3)  # long enough for one that does not wait
        writing(directory, keys)

    monkeypatch.setattr(keyfile, "write", write_late)
    before = keyfile.read(folder)
    change(SECRET, slots.seal_with_recovery)
    second.join(30)
    after = keyfile.read(folder)
    assert [slot.type for slot in after.slots] == ["recovery", "keyring"]
    assert after.slots[0] != before.slots[0]


def test_the_folder_of_the_generation_is_there_or_it_is_damage(folder: Path) -> None:
    (folder / "gen-1").rename(folder / "gen-2")
    with pytest.raises(Damaged, match="gen-1 of your journal is missing"):
        open_vault(folder)
    assert (folder / "gen-2" / "private.db").is_file()


def test_only_earlier_generations_are_cleared_away(folder: Path) -> None:
    with closing(open_vault(folder)) as vault:
        add(space := vault.space(), "the words")
        space.close()
        keys = vault.keys
    later = {"gen-2": True, "gen-10": True, "gen-2-copy": True, "gen-x": True, "gen-01": True}
    for name in later:
        (folder / name).mkdir(mode=0o700)
    with closing(open_vault(folder)) as vault:
        assert texts(vault) == ["the words"]
    assert all((folder / name).is_dir() for name in later)
    keyfile.write(folder, replace(keys, generation=10))
    (folder / "gen-10").rmdir()
    (folder / "gen-1").rename(folder / "gen-10")
    (folder / "gen-1").mkdir(mode=0o700)
    with pytest.raises(Damaged):  # the spaces' keys are another generation's
        open_vault(folder)
    assert sorted(path.name for path in folder.glob("gen-*")) == ["gen-01", "gen-10", "gen-2-copy", "gen-x"]


def test_a_newer_format_is_refused_and_left_alone(folder: Path) -> None:
    with (
        closing(open_vault(folder)) as vault,
        closing(connect(vault.path("private"), vault.key("private"))) as connection,
    ):
        connection.execute(f"PRAGMA user_version={VERSION + 1}")
    before = snapshot(folder)
    with pytest.raises(NewerFormat, match=f"format {VERSION + 1}"):
        open_vault(folder)
    assert snapshot(folder) == before


def test_a_rekey_by_another_between_two_locks_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(open_vault(folder)) as vault:
        exclusive = Hold.exclusive

        def another_was_first(path: Path, name: str = "lock") -> Hold:
            hold = exclusive(path, name)
            if name == "lock":
                keyfile.write(folder, replace(keyfile.read(folder), generation=2))
            return hold

        monkeypatch.setattr(Hold, "exclusive", another_was_first)
        with pytest.raises(Busy, match="changed the whole journal"), vault.alone():
            pytest.fail("entered with keys that are no longer in force")
        monkeypatch.undo()
        vault.close()


def test_put_back_restores_a_snapshot(folder: Path) -> None:
    before = snapshot(folder)
    (folder / "gen-1" / "extra").write_bytes(b"x")
    (folder / "vault.json").unlink()
    put_back(folder, before)
    assert snapshot(folder) == before


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (dbapi2.OperationalError("database or disk is full"), "no space left on the disk; no journal was made"),
        (OSError(28, "No space left on device"), "no space left on the disk for {home}/journal"),
    ],
)
def test_a_vault_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    if isinstance(error, OSError):
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(birth, "migrate", fail)
    with pytest.raises(Refused) as caught:
        new_vault(tmp_path / "home" / "journal")
    assert caught.value.hint
    assert said.format(home=tmp_path / "home") in caught.value.message
    assert list((tmp_path / "home").iterdir()) == []
