"""Steps from each format to the next, applied by sqlite-utils, each in one transaction."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .connection import APPLICATION_ID
from .schema import FORMAT_1, FORMAT_3, FORMAT_4, VERSION

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def migrate(connection: Connection) -> None:
    """Bring a space, new or old, to the newest format."""
    database_class, migrations_class = _sqlite_utils()
    steps = migrations_class("peerlog")

    @steps(name="format 1")  # type: ignore[untyped-decorator]
    def format_1(database: Any) -> None:
        for statement in statements(FORMAT_1):
            database.execute(statement)
        database.execute(f"PRAGMA application_id={APPLICATION_ID}")
        database.execute("PRAGMA user_version=1")

    @steps(name="format 2")  # type: ignore[untyped-decorator]
    def format_2(database: Any) -> None:
        from .reindexing import write_keys_anew

        write_keys_anew(connection)
        database.execute("PRAGMA user_version=2")

    @steps(name="format 3")  # type: ignore[untyped-decorator]
    def format_3(database: Any) -> None:
        for statement in statements(FORMAT_3):
            database.execute(statement)
        database.execute("PRAGMA user_version=3")

    @steps(name="format 4")  # type: ignore[untyped-decorator]
    def format_4(database: Any) -> None:
        for statement in statements(FORMAT_4):
            database.execute(statement)
        database.execute("PRAGMA user_version=4")

    steps.apply(database_class(connection, execute_plugins=False))
    assert connection.execute("PRAGMA user_version").fetchall()[0][0] == VERSION


def statements(script: str) -> Iterator[str]:
    """The SQL statements of a script, each of which ends at the end of a line; a trigger's own are a part of it."""
    from sqlcipher3.dbapi2 import complete_statement

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement.strip()
            statement = ""


def _sqlite_utils() -> tuple[Any, Any]:
    """sqlite-utils' classes, importing it with sqlcipher3 standing in for pysqlite3 so that it catches its errors."""
    if "sqlite_utils" not in sys.modules:
        import sqlcipher3
        from sqlcipher3 import dbapi2

        stand_ins = {"pysqlite3": sqlcipher3, "pysqlite3.dbapi2": dbapi2}
        before = {name: sys.modules.get(name) for name in stand_ins}
        sys.modules.update(stand_ins)
        try:
            import sqlite_utils  # noqa: F401
        finally:
            for name, module in before.items():
                if module is None:
                    del sys.modules[name]
                else:
                    sys.modules[name] = module
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    return Database, Migrations
