"""Writing the column `keys` anew, for spaces that were made before it held what it holds today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Damaged
from .rows import COLUMNS, entry_from
from .tokens import key_tokens

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

    from .space import Row

_AT_ONCE = 500
_INDEXED = "pos, title, text, more, keys, cjk"


def write_keys_anew(connection: Connection) -> None:
    """Give every entry the tokens that it would be saved with today; runs inside the caller's transaction."""
    after = -1
    while rows := connection.execute(
        f"SELECT {COLUMNS}, pos, keys FROM entry WHERE pos > ? ORDER BY pos LIMIT {_AT_ONCE}", (after,)
    ).fetchall():
        for *stored, pos, before in rows:
            keys = _keys(tuple(stored))
            if keys is not None and keys != before:
                _replace(connection, pos, keys, indexed=stored[-1] is None)
        after = rows[-1][-2]


def _keys(stored: Row) -> str | None:
    """The tokens of an entry; None when its row is damaged."""
    try:
        return key_tokens(entry_from(stored, ""))
    except (Damaged, AttributeError, TypeError, ValueError):
        return None  # the rest is worth as much as before; “peerlog check” names it


def _replace(connection: Connection, pos: int, keys: str, *, indexed: bool) -> None:
    if indexed:
        connection.execute(
            "INSERT INTO search(search, rowid, title, text, more, keys, cjk)"
            f" SELECT 'delete', {_INDEXED} FROM entry WHERE pos = ?",
            (pos,),
        )
    connection.execute("UPDATE entry SET keys = ? WHERE pos = ?", (keys, pos))
    if indexed:
        connection.execute(
            f"INSERT INTO search(rowid, title, text, more, keys, cjk) SELECT {_INDEXED} FROM entry WHERE pos = ?",
            (pos,),
        )
