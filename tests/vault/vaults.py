"""Vaults for tests: opened by a recovery secret, which costs no key derivation."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from tests.vault.plain_reader import plain_sqlite

from peerlog.crypto import slots
from peerlog.crypto.slots import Slot
from peerlog.domain.entry import PRIVATE, Entry
from peerlog.domain.field import Value
from peerlog.vault import vault as vaults
from peerlog.vault.birth import create_space
from peerlog.vault.entries import Entries
from peerlog.vault.keyfile import KeyFile
from peerlog.vault.space import Space
from peerlog.vault.vault import Vault

SECRET = bytes(range(32))
NOW = "2026-11-21T21:54:56Z"
WHEN = "2026-11-17T19:40:00+00:00[Europe/Dublin]"
LATER = datetime(2026, 11, 21, 22, 0, tzinfo=UTC)
CIRCLE = "0123456789abcdef"


def seal(vault_key: bytes, vault_id: str) -> Slot:
    return slots.seal_with_recovery(vault_key, SECRET, vault_id)


def unlock(keys: KeyFile) -> bytes:
    slot = keys.slot("recovery")
    assert slot is not None
    return slots.open_with_recovery(slot, SECRET, keys.vault_id)


def new_vault(folder: Path) -> Path:
    vaults.create(folder, seal, {"name": "Kim", "zone": "Europe/Dublin"}, NOW)
    return folder


def open_vault(folder: Path) -> Vault:
    return Vault.open(folder, unlock)


def add_circle(vault: Vault, name: str = CIRCLE) -> None:
    """A second space, as a partnership has one."""
    create_space(vault.path(name), vault.key(name), {}, NOW)


def fields(text: str, when: str = WHEN, **more: Value) -> dict[str, Value]:
    return {"when": when, "text": text} | more


def add(space: Space, text: str, when: str = WHEN, **more: Value) -> Entry:
    return Entries(space).add("note", fields(text, when, **more), NOW)


def add_part(
    space: Space, whole: Entry, kind: str = "action", text: str = "a part", when: str = WHEN, **more: Value
) -> Entry:
    """A part of another entry."""
    return Entries(space).add(kind, {**fields(text, when), **more, "parent": whole.id}, NOW)


@contextmanager
def undone(space: Space) -> Iterator[None]:
    """A transaction that leaves nothing behind."""

    class Undo(Exception):
        pass

    with suppress(Undo), space.write():
        yield
        raise Undo


def texts(vault: Vault, name: str = PRIVATE) -> list[str]:
    """The texts of a space's entries in their order."""
    with closing(vault.space(name)) as space:
        return [text for (text,) in space.rows("SELECT text FROM entry WHERE deleted IS NULL ORDER BY pos")]


def plain(vault: Vault, name: str = PRIVATE) -> bytes:
    """The decrypted pages of a space. No connection to it may be open: closing a file drops a process's locks on it."""
    return plain_sqlite(vault.path(name).read_bytes(), bytes.fromhex(vault.key(name)))


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, but the empty ones that are locked."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("lock")
    }


def put_back(folder: Path, files: dict[str, bytes]) -> None:
    """Make the files of a folder those of a snapshot."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
    for name, data in files.items():
        path = folder / name
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        overwrite(path, data)
        os.chmod(path, 0o600)


def overwrite(path: Path, data: bytes | bytearray) -> None:
    """Write a file in place, which is far quicker than emptying it first, where it is done thousands of times."""
    with open(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600), "r+b") as file:
        file.write(data)
        file.truncate()
