"""Opening an encrypted SQLite database, in the one order that is safe.

A database is SQLCipher 4 with a raw 256-bit key (no second key derivation). The order of the statements matters: the
library logs to the terminal until told otherwise, takes a key of 63 digits for a passphrase, creates missing files,
and opens an empty file under any key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from ..errors import Busy, Damaged, NewerFormat, PeerlogError, Refused
from .disk_errors import Missing
from .private_places import require_real_file

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

APPLICATION_ID = 0x70656572
"""`PRAGMA application_id` of every space: the ASCII letters "peer"."""

BUSY_SECONDS = 10.0

_SETTINGS = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA fullfsync=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
)


def connect(path: Path, key: str, *, create: bool = False, read_only: bool = False) -> Connection:
    """An open connection to the space at `path`; `key` is 64 lower-case hex digits.

    Raises `Damaged` when the file is missing, empty or does not open under the key, `Refused` when it is a link or no
    regular file. The key has been checked against
    the vault's commitment by then, so a file that does not open is damaged, never "wrong passphrase".
    """
    from sqlcipher3 import dbapi2

    if not re.fullmatch("[0-9a-f]{64}", key):
        raise ValueError("a space key is 64 lower-case hex digits")
    try:
        require_real_file(path)
    except Missing:
        if not create:
            raise Damaged(
                f"The file {path.name} of your journal is missing.", "Run “peerlog restore” on a backup."
            ) from None
    mode = "rwc" if create else "rw"
    try:
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=0
        )
    except dbapi2.OperationalError as error:
        raise Refused(f"The file {path.name} cannot be opened.", "Is the folder readable and writable?") from error
    try:
        connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
        connection.execute(f"PRAGMA key=\"x'{key}'\"").fetchall()
        connection.execute("PRAGMA cipher_compatibility=4").fetchall()
        connection.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}").fetchall()
        with translated(path):
            tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()[0][0]
        if create and tables:
            raise Refused(f"The file {path.name} exists already.")
        if not create and (not tables or _pragma(connection, "application_id") != APPLICATION_ID):
            raise Damaged(f"The file {path.name} holds no journal.", "Run “peerlog restore” on a backup.")
        with translated(path):
            for setting in _SETTINGS:
                connection.execute(setting).fetchall()
            if read_only:
                connection.execute("PRAGMA query_only=ON").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchall()[0][0])


def format_version(connection: Connection) -> int:
    """The version of the space's format, from `PRAGMA user_version`."""
    return _pragma(connection, "user_version")


def refuse_newer(connection: Connection, known: int, path: Path) -> None:
    """Raise `NewerFormat` when the space was written by a later peerlog."""
    found = format_version(connection)
    if found > known:
        raise NewerFormat(
            f"The file {path.name} has format {found}; this peerlog knows up to {known}.",
            "Install a newer peerlog.",
        )


@contextmanager
def translated(path: Path, consequence: str = "nothing was saved") -> Iterator[None]:
    """Turn SQLite's errors into ours, without a word of SQL (which could quote text or a key).

    `consequence` ends the sentence where the disk is the reason.
    """
    from sqlcipher3 import dbapi2

    try:
        yield
    except dbapi2.Error as error:
        raise translate(error, path, consequence) from None


def is_of_sqlite(error: BaseException) -> TypeGuard[Exception]:
    """Whether an error is one that SQLite raises."""
    from sqlcipher3 import dbapi2

    return isinstance(error, dbapi2.Error)


def translate(error: Exception, path: Path, consequence: str = "nothing was saved") -> PeerlogError:
    """What an error of SQLite means for the file at `path`; see `translated`."""
    name = getattr(error, "sqlite_errorname", None) or str(error)
    said = f"{name} {error}"
    if "NOTADB" in name or "not a database" in said or "CORRUPT" in name or "malformed" in said:
        return Damaged(
            f"The file {path.name} of your journal is damaged.",
            "Nothing was changed. “peerlog check” says more; “peerlog restore” brings back a backup.",
        )
    if "BUSY" in name or "locked" in said:
        return Busy("Another peerlog is writing to the journal.", "Try again in a moment.")
    if name == "SQLITE_AUTH" or "not authorized" in said or "is prohibited" in said:
        return Refused(
            "What is written in the journal may not be read while an update is made; nothing was sent.",
            "This is a mistake in peerlog, not yours.",
        )
    if "FULL" in name or "disk is full" in said:
        return Refused(f"There is no space left on the disk; {consequence}.", "Free some space and try again.")
    if any(word in said for word in ("READONLY", "readonly", "CANTOPEN", "unable to open", "IOERR")) and _is_gone(path):
        return Refused(f"The journal's folder has gone; {consequence}.", "Was it moved, or its drive taken out?")
    if "READONLY" in name or "readonly" in said:
        return Refused(f"The journal's folder is read-only; {consequence}.", "Make it writable and try again.")
    if "CANTOPEN" in name or "unable to open" in said:
        return Refused(
            f"The journal's folder cannot be written in; {consequence}.", "Look at its permissions, and at its drive."
        )
    if "IOERR" in name or "disk I/O" in said:
        return Refused(
            f"The disk refused to store this; {consequence}.",
            "Lock and unlock the journal, then try again; “peerlog check” tells whether all is well.",
        )
    return Refused(f"The journal's database refused: {name}.", "Run “peerlog check”.")


def _is_gone(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False
