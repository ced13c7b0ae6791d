"""Whether a space's database is whole, and how much is in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Damaged
from .connection import connect, refuse_newer, translated
from .schema import VERSION

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


@dataclass(frozen=True, slots=True)
class Contents:
    """How many transactions have written to a space, and how many rows each of its tables has."""

    writes: int
    rows: dict[str, int]

    @property
    def entries(self) -> int:
        return self.rows["entry"]


def contents(connection: Connection) -> Contents:
    """What a space holds at one moment."""
    connection.execute("BEGIN")
    try:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        ).fetchall()
        rows = {name: int(_one(connection, f'SELECT count(*) FROM "{name}"')) for (name,) in tables}
        return Contents(int(_one(connection, "SELECT value FROM setting WHERE name = 'writes'")), rows)
    finally:
        connection.execute("COMMIT")


def damaged_pages(connection: Connection) -> int:
    """How many pages are not as they were written.

    Reading does not tell all of them: a page that was overwritten with zeros reads as an empty one.
    """
    connection.execute("BEGIN")
    try:
        # The check reads past SQLite's locks; holding one keeps others from writing pages meanwhile.
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        return len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    finally:
        connection.execute("COMMIT")


def require_whole(path: Path, key: str) -> Contents:
    """Read every page of a space; raises `Damaged` when one is not as it was written, `NewerFormat`, or `Refused`."""
    connection = connect(path, key)
    try:
        refuse_newer(connection, VERSION, path)
        with translated(path):
            if (
                damaged_pages(connection)
                or connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]
                or connection.execute("PRAGMA foreign_key_check").fetchall()
            ):
                raise not_whole(path)
            return contents(connection)
    finally:
        connection.close()


def not_whole(path: Path) -> Damaged:
    """What is raised for a space of which some part is not as it was written."""
    return Damaged(f"The file {path.name} of your journal is damaged.", "“peerlog check” says more.")


def _one(connection: Connection, sql: str) -> int | str:
    value: int | str = connection.execute(sql).fetchall()[0][0]
    return value
