"""A new space: its tables, its random id and this device's first signing key in it."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from .connection import connect, translated
from .migrations import migrate

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def create_space(path: Path, key: str, settings: dict[str, str], now: str) -> None:
    """Create the database of a space under `key`, with the given settings and a device key of its own."""
    connection = connect(path, key, create=True)
    try:
        path.chmod(0o600)
        with translated(path, "no journal was made"):
            migrate(connection)
            connection.execute("BEGIN IMMEDIATE")
            for name, value in {"space": secrets.token_hex(16), "writes": "0", **settings}.items():
                connection.execute("INSERT INTO setting(name, value) VALUES (?, ?)", (name, value))
            add_device(connection, now)
            connection.execute("COMMIT")
    finally:
        connection.close()


def add_device(connection: Connection, now: str) -> None:
    """Give this device a fresh Ed25519 key in the space (RFC 8032); the latest one is in use."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    connection.execute(
        "INSERT INTO device(key, seed, since) VALUES (?, ?, ?)",
        (private.public_key().public_bytes_raw(), private.private_bytes_raw(), now),
    )
