"""Spaces as the first release made them: the tables of format 1 and its tokens, which have nothing on states."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from peerlog.domain.entry import Entry
from peerlog.vault import birth, rows
from peerlog.vault.connection import APPLICATION_ID
from peerlog.vault.migrations import _sqlite_utils
from peerlog.vault.schema import FORMAT_1

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


@contextmanager
def as_the_first_release() -> Iterator[None]:
    """Spaces that are made and entries that are saved meanwhile are of format 1."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(birth, "migrate", _migrate_to_1)
        patch.setattr(rows, "key_tokens", old_tokens)
        yield


def old_tokens(entry: Entry) -> str:
    tags = ("t" + tag.casefold().encode().hex() for tag in entry.tags)
    links = ("l" + link for link in entry.members("links"))
    return " ".join(("k" + entry.kind.encode().hex(), *tags, *links))


def _migrate_to_1(connection: Connection) -> None:
    database_class, migrations_class = _sqlite_utils()
    steps = migrations_class("peerlog")

    @steps(name="format 1")  # type: ignore[untyped-decorator]
    def format_1(database: Any) -> None:
        for statement in FORMAT_1.split(";\n"):
            if statement.strip():
                database.execute(statement)
        database.execute(f"PRAGMA application_id={APPLICATION_ID}")
        database.execute("PRAGMA user_version=1")

    steps.apply(database_class(connection, execute_plugins=False))
