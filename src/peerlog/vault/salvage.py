"""What can still be read of a damaged space."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.entry import PRIVATE, Entry
from ..domain.moment import Moment
from ..domain.problem import Problem
from ..errors import PeerlogError
from .connection import connect, translated
from .rows import COLUMNS, entry_from

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

_WAYS = (
    "entry INDEXED BY sqlite_autoindex_entry_1 ORDER BY id",
    "entry INDEXED BY sqlite_autoindex_entry_1 ORDER BY id DESC",
    "entry NOT INDEXED ORDER BY pos",
    "entry NOT INDEXED ORDER BY pos DESC",
)
"""By the index of ids and by the table itself, each from both ends, up to what cannot be read. None is enough: a page
that was overwritten with zeros reads as an empty one, without a word."""


@dataclass(frozen=True, slots=True)
class Salvage:
    """Of `total` entries that the space knows of, `readable` ones can be read whole."""

    total: int
    readable: int


def salvage(path: Path, key: str) -> Salvage | None:
    """Try every entry; None when not even one place of an entry can be told. Nothing is written."""
    positions = _positions(path, key)
    if positions is None:
        return None
    return Salvage(len(positions), sum(1 for _ in _readable(path, key, PRIVATE, positions)))


def salvaged(path: Path, key: str, space: str) -> tuple[int, list[Entry]]:
    """How many entries a space knows of, and those that can be read whole, the oldest first, the trash among them."""
    positions = _positions(path, key) or []
    return len(positions), list(_readable(path, key, space, positions))


def _readable(path: Path, key: str, space: str, positions: list[int]) -> Iterator[Entry]:
    connection: Connection | None = None
    try:
        for position in positions:
            try:
                connection = connection or connect(path, key, read_only=True)
                with translated(path):
                    rows = connection.execute(f"SELECT {COLUMNS} FROM entry WHERE pos = ?", (position,)).fetchall()
                for row in rows:
                    entry = entry_from(row, space)
                    Moment.parse(str(entry.fields["when"]))
                    yield entry
            except (PeerlogError, Problem, KeyError, TypeError):
                # What a connection says after one page has failed is not to be trusted.
                if connection:
                    connection.close()
                connection = None
    finally:
        if connection:
            connection.close()


def _positions(path: Path, key: str) -> list[int] | None:
    """Where entries are, in their order."""
    found: set[int] = set()
    opened = False
    for way in _WAYS:
        with suppress(PeerlogError), closing(connect(path, key, read_only=True)) as connection, translated(path):
            opened = True
            # Row by row, so that what was read before a page that cannot be is kept.
            for (position,) in connection.execute(f"SELECT pos FROM {way}"):
                found.add(position)
    return sorted(found) if opened else None
