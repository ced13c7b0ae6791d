"""A rekey puts everything under a new key, and whatever stops it leaves one whole generation."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from tests.vault.vaults import CIRCLE, SECRET, add, add_circle, new_vault, open_vault, seal, snapshot, texts, unlock

from peerlog.crypto import slots
from peerlog.crypto.spacekeys import space_key
from peerlog.errors import Busy, Damaged, PeerlogError, WrongPassphrase
from peerlog.vault import files, keyfile, rekey
from peerlog.vault.check import check
from peerlog.vault.connection import connect
from peerlog.vault.rekey import Rekeyed
from peerlog.vault.vault import Vault


@pytest.fixture
def full(folder: Path) -> Path:
    """A vault with a private entry and a shared one, closed."""
    with closing(open_vault(folder)) as vault:
        add_circle(vault)
        with closing(vault.space()) as space, closing(vault.space(CIRCLE)) as circle:
            add(space, "private words")
            add(circle, "shared words")
    return folder


def assert_whole(folder: Path, generation: int) -> None:
    with closing(open_vault(folder)) as vault:
        assert vault.keys.generation == generation
        assert (texts(vault), texts(vault, CIRCLE)) == (["private words"], ["shared words"])
        assert check(vault).is_clean


def test_everything_is_under_a_new_key(full: Path) -> None:
    with closing(open_vault(full)) as vault:
        old_key, old = vault.vault_key, snapshot(full)
        assert rekey.rekey(vault, seal) == Rekeyed(2, (), True)
        assert vault.vault_key != old_key
        assert texts(vault) == ["private words"]
        with closing(vault.space()) as space:
            add(space, "written after")
            assert space.writes == 2
        assert sorted(path.name for path in full.glob("gen-*")) == ["gen-2"]
        for name in vault.spaces:
            for key in (space_key(old_key, vault.id, 2, name), space_key(old_key, vault.id, 1, name)):
                with pytest.raises(Damaged):
                    connect(vault.path(name), key)
    new = snapshot(full)
    assert {data[:16] for name, data in old.items() if name.endswith(".db")}.isdisjoint(
        data[:16] for name, data in new.items() if name.endswith(".db")
    )
    assert new["vault.json"] == new["vault.json.copy"]


def test_ids_versions_and_formats_stay(full: Path) -> None:
    def facts(vault: Vault) -> list[object]:
        found: list[object] = []
        for name in vault.spaces:
            with closing(vault.space(name)) as space:
                found += [space.id, space.device_key, space.writes]
                found += space.rows("SELECT pos, id, nonce, fields FROM entry")
                found += space.rows("PRAGMA user_version") + space.rows("PRAGMA application_id")
        return found

    with closing(open_vault(full)) as vault:
        before = facts(vault)
        rekey.rekey(vault, seal)
        assert facts(vault) == before


def test_only_the_new_slot_opens_it(full: Path) -> None:
    with closing(open_vault(full)) as vault:
        vault.replace_slot(slots.seal_with_keyring(vault.vault_key, b"k" * 32, vault.id))
        done = rekey.rekey(vault, lambda key, id_: slots.seal_with_recovery(key, SECRET[::-1], id_))
        assert done.dropped == ("keyring",)
    with pytest.raises(WrongPassphrase):
        Vault.open(full, unlock)
    Vault.open(full, lambda keys: slots.open_with_recovery(keys.slots[0], SECRET[::-1], keys.vault_id)).close()


def test_twice(full: Path) -> None:
    with closing(open_vault(full)) as vault:
        rekey.rekey(vault, seal)
        assert rekey.rekey(vault, seal).generation == 3
    assert_whole(full, 3)


def test_nobody_else_may_be_in(full: Path) -> None:
    with closing(open_vault(full)) as vault, closing(open_vault(full)), pytest.raises(Busy):
        rekey.rekey(vault, seal)
    assert_whole(full, 1)


def test_what_an_interrupted_one_left_is_removed_first(full: Path) -> None:
    shutil.copytree(full / "gen-1", full / "gen-2")
    (full / "gen-9").mkdir(mode=0o700)
    with closing(open_vault(full)) as vault:
        assert rekey.rekey(vault, seal).generation == 2
    assert_whole(full, 2)
    assert [path.name for path in full.glob("gen-*")] == ["gen-2"]


@pytest.mark.parametrize("page", ["flipped", "zeros"])
def test_a_damaged_space_is_not_carried_over(full: Path, page: str) -> None:
    with closing(open_vault(full)) as vault:
        with closing(vault.space()) as space:
            for number in range(30):
                add(space, f"{number} " * 900)
        data = bytearray(vault.path("private").read_bytes())
        data[80_000:81_920] = bytes(1920) if page == "flipped" else data[80_000:81_920]
        if page == "zeros":
            data[20 * 4096 : 21 * 4096] = bytes(4096)
        vault.path("private").write_bytes(data)
        before = snapshot(full)
        with pytest.raises(Damaged, match=r"private\.db"):
            rekey.rekey(vault, seal)
        assert vault.keys.generation == 1
    assert snapshot(full) == before


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (rekey, "make_private_dir"),
        (rekey, "create_new"),
        (rekey, "require_whole"),
        (rekey, "sync_dir"),
        (keyfile, "write"),
    ],
)
def test_a_failure_before_the_commit_point_changes_nothing(
    full: Path, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    before = snapshot(full)
    with closing(open_vault(full)) as vault:

        def fail(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(module, name, fail)
        with pytest.raises((PeerlogError, OSError)):
            rekey.rekey(vault, seal)
        monkeypatch.undo()
        assert texts(vault) == ["private words"]
    assert snapshot(full) == before
    assert_whole(full, 1)


def test_a_failed_seal_changes_nothing(full: Path) -> None:
    def refuse(vault_key: bytes, vault_id: str) -> slots.Slot:
        raise WrongPassphrase("no")

    before = snapshot(full)
    with closing(open_vault(full)) as vault, pytest.raises(WrongPassphrase):
        rekey.rekey(vault, refuse)
    assert snapshot(full) == before


def test_a_failure_between_the_key_file_and_its_copy_keeps_the_new_key(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = files.replace_atomically

    def only_the_first(path: Path, data: bytes) -> None:
        if path.name == keyfile.COPY_NAME:
            raise files.NotDurable("The disk reported an error.")
        replace(path, data)

    with closing(open_vault(full)) as vault:
        monkeypatch.setattr(keyfile, "replace_atomically", only_the_first)
        with pytest.raises(files.NotDurable):
            rekey.rekey(vault, seal)
        monkeypatch.undo()
        assert vault.keys.generation == 2
        assert texts(vault) == ["private words"]
        assert sorted(path.name for path in full.glob("gen-*")) == ["gen-1", "gen-2"]
    assert_whole(full, 2)
    assert [path.name for path in full.glob("gen-*")] == ["gen-2"]


def test_files_that_cannot_be_removed_are_told_and_removed_later(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "in use")

    with closing(open_vault(full)) as vault:
        monkeypatch.setattr(shutil, "rmtree", refuse)
        assert not rekey.rekey(vault, seal).old_removed
        monkeypatch.undo()
    assert (full / "gen-1").is_dir()
    assert_whole(full, 2)
    assert not (full / "gen-1").exists()


def test_a_space_left_open_cannot_write_to_what_is_gone(full: Path) -> None:
    if os.name == "nt":
        pytest.skip("an open file cannot be removed there")
    with closing(open_vault(full)) as vault:
        left_open = vault.space()
        rekey.rekey(vault, seal)
        with pytest.raises(PeerlogError):
            add(left_open, "lost")
        left_open.close()
    assert_whole(full, 2)


def test_a_larger_vault_of_two_hundred_entries(tmp_path: Path) -> None:
    folder = new_vault(tmp_path / "journal")
    with closing(open_vault(folder)) as vault:
        with closing(vault.space()) as space, space.write():
            for number in range(200):
                add(space, f"entry {number} " * 100 + "and its end")
        before = texts(vault)
        rekey.rekey(vault, seal)
        assert texts(vault) == before
        assert check(vault).is_clean
