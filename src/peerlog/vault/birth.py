"""A new space: its tables, its random id and this device's first signing key in it."""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .connection import connect, translated
from .disk_errors import explained, said_of
from .migrations import migrate
from .syncing import sync_dir

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


NO_JOURNAL, NO_CIRCLE = "no journal was made", "nothing was made"


def create_space(path: Path, key: str, settings: dict[str, str], now: str, consequence: str = NO_JOURNAL) -> None:
    """Create the database of a space under `key`, with the given settings and a device key of its own.

    `consequence` ends the sentence that says what the disk refused.
    """
    connection = connect(path, key, create=True)
    try:
        path.chmod(0o600)
        with translated(path, consequence):
            migrate(connection)
            connection.execute("BEGIN IMMEDIATE")
            for name, value in {"space": secrets.token_hex(16), "writes": "0", **settings}.items():
                connection.execute("INSERT INTO setting(name, value) VALUES (?, ?)", (name, value))
            add_device(connection, now)
            connection.execute("COMMIT")
    finally:
        connection.close()


def create_whole(path: Path, key: str, settings: dict[str, str], now: str) -> None:
    """Create a space beside its place and move it there, so that a crash leaves it whole or not at all.

    The caller is the only one who creates spaces in that folder: what an earlier one that was cut short has left there
    is removed.
    """
    with explained(path):
        for left in path.parent.glob(".*.new*"):
            left.unlink()
    new = path.with_name(f".{path.name}.{secrets.token_hex(8)}.new")
    try:
        with said_of(path, new), explained(new, f"; {NO_CIRCLE}"):
            create_space(new, key, settings, now, NO_CIRCLE)
        with explained(path, f"; {NO_CIRCLE}"):
            new.rename(path)
    except BaseException:
        with suppress(OSError):  # the first error is the one to tell
            new.unlink(missing_ok=True)
            new.with_name(new.name + "-journal").unlink(missing_ok=True)
        raise
    with explained(path):
        sync_dir(path.parent)


def add_device(connection: Connection, now: str) -> None:
    """Give this device a fresh Ed25519 key in the space (RFC 8032); the latest one is in use."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    connection.execute(
        "INSERT INTO device(key, seed, since) VALUES (?, ?, ?)",
        (private.public_key().public_bytes_raw(), private.private_bytes_raw(), now),
    )
