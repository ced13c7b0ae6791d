"""One space: an encrypted database and the transactions on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Damaged
from .connection import connect, refuse_newer, translated
from .schema import VERSION

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

Row = tuple[Any, ...]

COUNT_WRITE = "UPDATE setting SET value = value + 1 WHERE name = 'writes'"


class Space:
    """An open space. It belongs to the thread that opened it.

    `name` is "private" or a circle's file name; `id` is random and goes into every entry's id; `device` numbers
    this device's signing key in this space, and `device_key` is its public half (32 bytes).
    """

    def __init__(self, name: str, path: Path, connection: Connection) -> None:
        self.name = name
        self.path = path
        self._connection = connection
        self._writing = False
        self._damaged = False
        self.id = self.value("space")
        self.device, key = self.rows("SELECT number, key FROM device ORDER BY number DESC LIMIT 1")[0]
        self.device_key = bytes(key)

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

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _guard(self) -> Iterator[None]:
        if self._damaged:
            raise Damaged("The journal's file is damaged, so it has been closed.", "Run “peerlog check”.")
        try:
            with translated(self.path):
                yield
        except Damaged:
            # After one page has failed its check the library's answers cannot be trusted any more.
            self._damaged = True
            self._connection.close()
            raise

    def rows(self, sql: str, parameters: Iterable[Any] = ()) -> list[Row]:
        """All rows of a query. Never a cursor half read: it would block other processes' commits."""
        with self._guard():
            rows: list[Row] = self._connection.execute(sql, tuple(parameters)).fetchall()
            return rows

    def row(self, sql: str, parameters: Iterable[Any] = ()) -> Row | None:
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def run(self, sql: str, parameters: Iterable[Any] = ()) -> int:
        """Run one writing statement inside `write()`; the number of rows that changed."""
        if not self._writing:
            raise RuntimeError("a statement that writes belongs inside write()")
        with self._guard():
            return int(self._connection.execute(sql, tuple(parameters)).rowcount)

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction, begun at once so that what is read in it cannot change; nested uses join the outer one."""
        if self._writing:
            yield
            return
        with self._guard():
            self._connection.execute("BEGIN IMMEDIATE")
        self._writing = True
        try:
            yield
            with self._guard():
                self._connection.execute(COUNT_WRITE)
                self._connection.execute("COMMIT")
        except BaseException:
            if not self._damaged and self._connection.in_transaction:
                with self._guard():
                    self._connection.execute("ROLLBACK")
            raise
        finally:
            self._writing = False

    def require_no_transaction(self) -> None:
        """Raise RuntimeError inside `write()`: some statements cannot be part of a transaction."""
        if self._writing:
            raise RuntimeError("not possible inside write()")

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

    def compact(self) -> None:
        """Write every page anew. SQLite overwrites what is deleted, but not what it has moved to another page.

        Takes memory of the file's size.
        """
        self.require_no_transaction()
        with self._guard():
            self._connection.execute("VACUUM")
