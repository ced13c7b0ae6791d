"""Writing the column `keys` anew, for spaces that were made before it held what it holds today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Damaged
from .rows import COLUMNS, entry_from
from .tokens import key_tokens

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

_INDEXED = "pos, title, text, more, keys, cjk"


def write_keys_anew(connection: Connection) -> None:
    """Give every entry the tokens that it would be saved with today; runs inside the caller's transaction."""
    rows = connection.execute(f"SELECT {COLUMNS}, pos, keys FROM entry").fetchall()
    for *stored, pos, before in rows:
        try:
            entry = entry_from(tuple(stored), "")
        except Damaged:
            continue  # the rest is worth as much as before; “peerlog check” names it
        keys = key_tokens(entry)
        if keys == before:
            continue
        if not entry.deleted:
            connection.execute(
                "INSERT INTO search(search, rowid, title, text, more, keys, cjk)"
                f" SELECT 'delete', {_INDEXED} FROM entry WHERE pos = ?",
                (pos,),
            )
        connection.execute("UPDATE entry SET keys = ? WHERE pos = ?", (keys, pos))
        if not entry.deleted:
            connection.execute(
                f"INSERT INTO search(rowid, title, text, more, keys, cjk) SELECT {_INDEXED} FROM entry WHERE pos = ?",
                (pos,),
            )
