"""Whether a space's database is whole, and how much is in it."""

from __future__ import annotations

import re
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
    """How many pages that are in use are not as they were written.

    Reading does not tell all of them: a page that was overwritten with zeros reads as an empty one.
    """
    return page_faults(connection)[0]


def page_faults(connection: Connection) -> tuple[int, int]:
    """How many pages in use, and how many unused ones, are not as they were written.

    SQLite does not put back the unused pages that a write cut short by a power cut had begun to use; what remains in
    them is nothing that was saved. They are told by the structure check, which reads every page in use and stops at
    one that is not whole, except that it may take a page of zeros for an empty one: such pages count as in use.
    """
    connection.execute("BEGIN")
    # The check reads past SQLite's locks; holding one keeps others from writing pages meanwhile.
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    said = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
    torn = [line for line in said if _is_torn(connection, line)]
    if torn and not _is_sound(connection):
        # After that the library refuses even to end the transaction: whoever asked closes the connection.
        return len(said), 0
    connection.execute("COMMIT")
    return len(said) - len(torn), len(torn)


def _is_torn(connection: Connection, said: str) -> bool:
    """Whether a line of `cipher_integrity_check` names a page that is neither as it was written nor all zeros."""
    match = re.fullmatch(r"HMAC verification failed for page (\d+)", said)
    if not match:
        return False
    size = int(_one(connection, "PRAGMA cipher_page_size"))
    with open(str(connection.execute("PRAGMA database_list").fetchall()[0][2]), "rb") as file:
        file.seek((int(match[1]) - 1) * size)
        return any(file.read(size))


def _is_sound(connection: Connection) -> bool:
    from sqlcipher3 import dbapi2

    try:
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)])
    except dbapi2.DatabaseError:
        return False


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
