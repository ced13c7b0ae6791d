"""What can still be read of a damaged space."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import PeerlogError
from .connection import connect, translated
from .rows import COLUMNS

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


@dataclass(frozen=True, slots=True)
class Salvage:
    """Of `total` entries that the space knows of, `readable` ones can be read whole."""

    total: int
    readable: int


def salvage(path: Path, key: str) -> Salvage | None:
    """Try every entry; None when not even their number can be told. Nothing is written."""
    positions = _positions(path, key)
    if positions is None:
        return None
    readable = 0
    connection: Connection | None = None
    for position in positions:
        try:
            connection = connection or connect(path, key, read_only=True)
            with translated(path):
                readable += len(
                    connection.execute(f"SELECT {COLUMNS} FROM entry WHERE pos = ?", (position,)).fetchall()
                )
        except PeerlogError:
            # What a connection says after one page has failed is not to be trusted.
            if connection:
                connection.close()
            connection = None
    if connection:
        connection.close()
    return Salvage(len(positions), readable)


def _positions(path: Path, key: str) -> list[int] | None:
    """Where entries should be: by the index of their ids, or else by the table itself."""
    for source in ("entry INDEXED BY sqlite_autoindex_entry_1 ORDER BY id", "entry NOT INDEXED"):
        try:
            with closing(connect(path, key, read_only=True)) as connection, translated(path):
                return [position for (position,) in connection.execute(f"SELECT pos FROM {source}").fetchall()]
        except PeerlogError:
            continue
    return None
