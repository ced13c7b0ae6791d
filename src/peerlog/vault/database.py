"""A connection to a space's database, and the transactions on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Damaged, PeerlogError
from .connection import is_of_sqlite, translate

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

Row = tuple[Any, ...]

_USUAL_KIB = 2000
_MUCH_KIB = 48 * 1024

COUNT_WRITE = "UPDATE setting SET value = value + 1 WHERE name = 'writes'"


class Database:
    """An open database. It belongs to the thread that opened it."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self.path = path
        self._connection = connection
        self._writing = False
        self._damaged = False

    def close(self) -> None:
        self._connection.close()

    def _guard(self) -> _Guard:
        if self._damaged:
            raise Damaged("The journal's file is damaged, so it has been closed.", "Run “peerlog check”.")
        return _Guard(self)

    def _failed(self, error: Exception) -> PeerlogError:
        """What an error of SQLite means; the database is closed when its file is damaged."""
        meaning = translate(error, self.path)
        if isinstance(meaning, Damaged):
            # After one page has failed its check the library's answers cannot be trusted any more.
            self._damaged = True
            self._connection.close()
        return meaning

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

    def run_many(self, sql: str, parameters: Iterable[Iterable[Any]]) -> int:
        """Run one writing statement for each of these; the number of rows that changed."""
        if not self._writing:
            raise RuntimeError("a statement that writes belongs inside write()")
        with self._guard():
            return int(self._connection.executemany(sql, parameters).rowcount)

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
                self._undone()
            raise
        finally:
            self._writing = False

    def _undone(self) -> None:
        """Called after a transaction was taken back."""

    @contextmanager
    def much_in_memory(self) -> Iterator[None]:
        """Let many more pages stay in memory meanwhile: one that has to leave is encrypted each time. Not nested."""
        self.rows(f"PRAGMA cache_size=-{_MUCH_KIB}")
        try:
            yield
        finally:
            if not self._damaged:
                self.rows(f"PRAGMA cache_size=-{_USUAL_KIB}")

    def require_no_transaction(self) -> None:
        """Raise RuntimeError inside `write()`: some statements cannot be part of a transaction."""
        if self._writing:
            raise RuntimeError("not possible inside write()")

    def compact(self) -> None:
        """Write every page anew. SQLite overwrites what is deleted, but not what it has moved to another page.

        Takes memory of the file's size.
        """
        self.require_no_transaction()
        with self._guard():
            self._connection.execute("VACUUM")


class _Guard:
    """Turns SQLite's errors in a block into ours. Written out, for it is entered with every statement."""

    __slots__ = ("_database",)

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if error is not None and is_of_sqlite(error):
            raise self._database._failed(error) from None
