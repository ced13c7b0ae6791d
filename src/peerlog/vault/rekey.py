"""Encrypting everything anew under a new vault key, for when the old one may have become known."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..crypto.slots import Slot, SlotType
from ..crypto.spacekeys import space_key
from .connection import connect, translated
from .disk_errors import explained
from .files import create_new
from .keyfile import KeyFile, generation_dir
from .private_places import make_private_dir
from .soundness import contents, damaged_pages, not_whole, page_faults, require_whole
from .syncing import sync_dir
from .vault import Vault, generations, space_path

_NOTHING = "nothing was changed"


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """The new generation; the slots that no longer open the vault; whether the old generation's files are gone.

    They are not when the system refused to remove them; the next opening tries again.
    """

    generation: int
    dropped: tuple[SlotType, ...]
    old_removed: bool


def rekey(vault: Vault, seal: Callable[[bytes, str], Slot]) -> Rekeyed:
    """Build the next generation under a new vault key, put it in force, and remove the old one.

    `seal(vault_key, vault_id)` gives the only slot that there is afterwards: recovery words and keyring have to be set
    up anew. The vault goes on under the new key. Whoever has a space of the old generation open in this process closes
    it first; other processes make this raise `Busy`. Backups from before are still opened by the old passphrase:
    `backup.fresh_after` follows.

    Whatever interrupts this, exactly one generation is in force, whole: the old until the key file is replaced.
    """
    with vault.alone():
        old = vault.keys
        for number, path in generations(vault.folder):
            if number != old.generation:
                with explained(path):
                    shutil.rmtree(path)
        vault_key = secrets.token_bytes(32)
        new = KeyFile(vault.id, old.generation + 1, (seal(vault_key, vault.id),))
        try:
            _build(vault, new, vault_key)
            vault.change_keys(new, vault_key)
        except BaseException:
            if vault.keys.generation == old.generation:
                with suppress(OSError):  # the first error is the one to tell; the next rekey removes what is left
                    shutil.rmtree(generation_dir(vault.folder, new.generation))
            raise
        return Rekeyed(
            new.generation,
            tuple(slot.type for slot in old.slots if new.slot(slot.type) is None),
            _removed(generation_dir(vault.folder, old.generation)),
        )


def _build(vault: Vault, new: KeyFile, vault_key: bytes) -> None:
    folder = generation_dir(vault.folder, new.generation)
    make_private_dir(folder / "circles")
    for name in vault.spaces:
        path = space_path(vault.folder, new.generation, name)
        _copy(vault.path(name), vault.key(name), path, space_key(vault_key, vault.id, new.generation, name))
    with explained(folder):
        for each in (folder / "circles", folder, vault.folder):
            sync_dir(each)


def _copy(path: Path, key: str, new_path: Path, new_key: str) -> None:
    """Copy a space page by page under another key, durably, and read the copy whole."""
    create_new(new_path, b"")
    _drop_torn_unused_pages(path, key)
    source = connect(path, key, read_only=True)
    try:
        with translated(path, _NOTHING):
            if damaged_pages(source):
                raise not_whole(path)
        target = connect(new_path, new_key, create=True)
        try:
            with translated(new_path, _NOTHING):
                source.backup(target)
        finally:
            target.close()
        with translated(path, _NOTHING):
            expected = contents(source)
    finally:
        source.close()
    if require_whole(new_path, new_key) != expected:
        raise not_whole(path)


def _drop_torn_unused_pages(path: Path, key: str) -> None:
    """What a power cut left in unused pages cannot be copied page by page; nothing that was saved is in it."""
    connection = connect(path, key)
    try:
        with translated(path, _NOTHING):
            used, unused = page_faults(connection)
            if unused and not used:
                connection.execute("VACUUM")
    finally:
        connection.close()


def _removed(folder: Path) -> bool:
    try:
        shutil.rmtree(folder)
    except OSError:
        return False
    return True
