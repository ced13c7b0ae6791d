"""One space: an encrypted database, what it is called, and the devices that write in it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .connection import connect, format_version, refuse_newer
from .database import COUNT_WRITE as COUNT_WRITE
from .database import Database
from .database import Row as Row
from .schema import VERSION

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

ABOUT_CHANGES = frozenset({"change", "change_value", "statement", "known", "bundle", "setting", "departure", "device"})
"""The tables that whoever writes an update may read: what has been signed, never what is written in the journal."""

_ABOUT_ITSELF = ("label", "shared")


class Space(Database):
    """An open space. It belongs to the thread that opened it.

    `name` is "private" or a circle's file name; `id` is random and goes into every entry's id; `label` is what the
    space is called here, empty for the private one; `is_shared` tells whether others read what leaves it. `device`
    numbers this device's signing key in this space, and `device_key` is its public half (32 bytes). `format` is the
    space's own, 4 unless it is looked at before it was brought to the newest.
    """

    def __init__(self, name: str, path: Path, connection: Connection) -> None:
        super().__init__(path, connection)
        self.name = name
        self.to_index: dict[int, Row | None] | None = None  # see `indexing`: places, with what the index has of them
        self.format = format_version(connection)
        self.id = self.value("space")
        self.refresh()

    @classmethod
    def open(cls, name: str, path: Path, key: str, *, read_only: bool = False) -> Space:
        """Open an existing space; raises `Damaged`, `NewerFormat` or `Refused`, and leaves the file as it was."""
        connection = connect(path, key, read_only=read_only)
        try:
            refuse_newer(connection, VERSION, path)
            return cls(name, path, connection)
        except BaseException:
            connection.close()
            raise

    def refresh(self) -> None:
        """Read again what may change while it is open: the label, whether it is shared, and the device in use."""
        about: dict[str, str] = dict(self.rows("SELECT name, value FROM setting WHERE name IN (?, ?)", _ABOUT_ITSELF))
        self.label = str(about.get("label", ""))
        self.is_shared = "shared" in about
        own = "WHERE own = 1" if self.format >= 3 else ""
        self.device, key = self.rows(f"SELECT number, key FROM device {own} ORDER BY number DESC LIMIT 1")[0]
        self.device_key = bytes(key)

    def _undone(self) -> None:
        self.refresh()

    @property
    def writes(self) -> int:
        """How many transactions have ever written to this space; it never goes back unless the file does."""
        return int(self.value("writes"))

    @property
    def data_version(self) -> int:
        """A number that changes when another connection has written (3 µs)."""
        return int(self.rows("PRAGMA data_version")[0][0])

    def value(self, name: str, default: str | None = None) -> str:
        """A value of the space's own table of settings; raises KeyError when it is missing and has no default."""
        row = self.row("SELECT value FROM setting WHERE name = ?", (name,))
        if row is None:
            if default is None:
                raise KeyError(name)
            return default
        return str(row[0])

    def set_value(self, name: str, value: str) -> None:
        with self.write():
            self.run(
                "INSERT INTO setting(name, value) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
                (name, value),
            )
            if name in _ABOUT_ITSELF:
                self.refresh()

    def identity(self) -> bytes:
        """The 32-byte seed of the age identity of the device in use, drawn and stored when it has none."""
        found = "SELECT identity FROM device WHERE number = ?"
        identity = self.rows(found, (self.device,))[0][0]
        if identity is None:
            with self.write():
                self.run(
                    "UPDATE device SET identity = ? WHERE number = ? AND identity IS NULL",
                    (secrets.token_bytes(32), self.device),
                )
            identity = self.rows(found, (self.device,))[0][0]
        return bytes(identity)

    def add_device(self, now: str) -> None:
        """Give this device new keys in the space, which are in use from here on: an Ed25519 key and an age identity."""
        from .birth import add_device

        with self.write():
            with self._guard():
                add_device(self._connection, now)
            self.refresh()
            self.run("UPDATE device SET identity = ? WHERE number = ?", (secrets.token_bytes(32), self.device))

    def use_keys(self, seed: bytes, key: bytes, identity: bytes, now: str) -> None:
        """Let these keys, drawn elsewhere, be those of this device from here on: 32 bytes each."""
        with self.write():
            self.run("INSERT INTO device(key, seed, since, identity) VALUES (?, ?, ?, ?)", (key, seed, now, identity))
            self.refresh()

    def foreign_device(self, key: bytes) -> int:
        """The number of the device with this public key (32 bytes), noted as somebody else's when it is not known."""
        row = self.row("SELECT number FROM device WHERE key = ?", (key,))
        if row is None:
            with self.write():
                self.run(
                    "INSERT INTO device(key, seed, since, own) VALUES (?, zeroblob(32), '', 0)"
                    " ON CONFLICT(key) DO NOTHING",
                    (key,),
                )
            row = self.rows("SELECT number FROM device WHERE key = ?", (key,))[0]
        return int(row[0])

    def device_named(self, number: int) -> bytes:
        """The public key (32 bytes) of a device by its number; raises KeyError for a number that is not there."""
        row = self.row("SELECT key FROM device WHERE number = ?", (number,))
        if row is None:
            raise KeyError(number)
        return bytes(row[0])

    @contextmanager
    def reading_only_changes(self) -> Iterator[None]:
        """Let SQLite itself refuse to read any table but those in `ABOUT_CHANGES`; a refusal raises `Refused`.

        Not to be nested. Temporary tables and the schema are refused too.
        """
        from sqlcipher3 import dbapi2

        def authorise(action: int, table: str | None, *_: str | None) -> int:
            refused = action == dbapi2.SQLITE_READ and table not in ABOUT_CHANGES
            return int(dbapi2.SQLITE_DENY if refused else dbapi2.SQLITE_OK)

        self._connection.set_authorizer(authorise)
        try:
            yield
        finally:
            if not self._damaged:
                self._connection.set_authorizer(None)
