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


_NEAREST = 60 * 1000
_FURTHEST = 720 * 1000
"""How far to go on after a page that cannot be read: an hour of the calendar at first, half a day at most."""
_AROUND = 400 * 1440 * 1000
"""How far before and after all that is known to look, in places: more than a year."""


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
    return len(positions), list(_readable(path, key, space, positions, label_in(path, key)))


def label_in(path: Path, key: str) -> str:
    """What a space is called here; empty for the private one, and where it cannot be read."""
    with suppress(PeerlogError), closing(connect(path, key, read_only=True)) as connection, translated(path):
        rows = connection.execute("SELECT value FROM setting WHERE name = 'label'").fetchall()
        return str(rows[0][0]) if rows else ""
    return ""


def _readable(path: Path, key: str, space: str, positions: list[int], label: str = "") -> Iterator[Entry]:
    connection: Connection | None = None
    try:
        for position in positions:
            try:
                connection = connection or connect(path, key, read_only=True)
                with translated(path):
                    rows = connection.execute(f"SELECT {COLUMNS} FROM entry WHERE pos = ?", (position,)).fetchall()
                for row in rows:
                    entry = entry_from(row, space, label)
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
    if opened:
        found |= _between(path, key, found)
    return sorted(found) if opened else None


def _between(path: Path, key: str, known: set[int]) -> set[int]:
    """Where entries are between damaged pages, which no way from an end leads to.

    The entry after a place is asked for; where that cannot be read, after a place further on, and from there back to
    the first from which it can.
    """
    found: set[int] = set()
    if not known:
        return found
    with closing(_After(path, key)) as after:
        place, last = max(0, min(known) - _AROUND), max(known) + _AROUND
        while place < last:
            following = after(place)
            stride, unreadable = _NEAREST, place
            while following == _UNREADABLE and place < last:
                unreadable, place = place, place + stride
                following, stride = after(place), min(stride * 2, _FURTHEST)
            while place - unreadable > _NEAREST:
                middle = (place + unreadable) // 2
                earlier = after(middle)
                if earlier == _UNREADABLE:
                    unreadable = middle
                else:
                    place, following = middle, earlier
            if following in (_UNREADABLE, _NONE):
                break
            found.add(following)
            place = following
    return found


_NONE, _UNREADABLE = -1, -2


class _After:
    """Tells the first entry after a place in the table, `_NONE` or `_UNREADABLE`."""

    def __init__(self, path: Path, key: str) -> None:
        self._path, self._key = path, key
        self._connection: Connection | None = None

    def __call__(self, place: int) -> int:
        try:
            self._connection = self._connection or connect(self._path, self._key, read_only=True)
            with translated(self._path):
                rows = self._connection.execute(
                    "SELECT pos FROM entry NOT INDEXED WHERE pos > ? ORDER BY pos LIMIT 1", (place,)
                ).fetchall()
        except PeerlogError:
            self.close()
            return _UNREADABLE
        return int(rows[0][0]) if rows else _NONE

    def close(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None
