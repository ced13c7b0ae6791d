"""Who else has the journal open: many may write by turns, but rekey, restore and migration need it to themselves.

The lock is SQLite's own, on an empty file `lock` in the vault, because it works on every platform and falls with its
process. Whoever has a space open holds it shared.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Busy, Refused
from .disk_errors import explained
from .surroundings import require_writable

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

JOURNAL = "lock"
KEYS = "lock-keys"
"""A second lock, held for a moment by whoever rewrites the key file."""

BACKUPS = "lock-backups"
"""A third one, held by whoever makes a backup."""

SHARED_WAIT = 2.0
EXCLUSIVE_WAIT = 1.0
"""Seconds to wait for others who hold a lock."""

_TAKEN = {
    JOURNAL: "The journal is open in another peerlog.",
    KEYS: "Another peerlog is changing how the journal is opened.",
    BACKUPS: "Another peerlog is making a backup just now.",
}


class Hold:
    """A hold on a vault folder, shared or exclusive, until `release()`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @classmethod
    def shared(cls, folder: Path) -> Hold:
        """Raises `Busy` while another process rekeys, restores or migrates."""
        statements = ("BEGIN", "SELECT count(*) FROM sqlite_schema")
        return cls(
            _locked(
                folder / JOURNAL, statements, SHARED_WAIT, "Another peerlog is changing the whole journal just now."
            )
        )

    @classmethod
    def exclusive(cls, folder: Path, name: str = JOURNAL) -> Hold:
        """Raises `Busy` while anybody else holds it."""
        return cls(_locked(folder / name, ("BEGIN EXCLUSIVE",), EXCLUSIVE_WAIT, _TAKEN[name]))

    def release(self) -> None:
        self._connection.close()

    def __enter__(self) -> Hold:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


_ATTEMPTS = 5


def _locked(path: Path, statements: tuple[str, ...], wait: float, message: str) -> Connection:
    """A lock on the file that `path` names once it is held: a restore may have moved the one that was waited for."""
    for _ in range(_ATTEMPTS):
        if not path.exists():
            _create(path)
        before = _which(path)
        connection = _lock(path, statements, wait, message)
        if _which(path) == before:
            return connection
        connection.close()
    raise Busy(message, "Close it there, or wait until it is done.")


def _which(path: Path) -> tuple[int, int] | None:
    """The identity of the file at `path`, None while there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _lock(path: Path, statements: tuple[str, ...], wait: float, message: str) -> Connection:
    from sqlcipher3 import dbapi2

    connection: Connection | None = None
    try:
        connection = dbapi2.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=0)
        connection.execute(f"PRAGMA busy_timeout={int(wait * 1000)}").fetchall()
        for statement in statements:
            connection.execute(statement).fetchall()
    except dbapi2.Error as error:
        if connection:
            connection.close()
        if "locked" in str(error) or "busy" in str(error):
            raise Busy(message, "Close it there, or wait until it is done.") from None
        require_writable(path.parent)
        if "not a database" in str(error):
            raise Refused(
                f"The journal's folder cannot be used: {path.name} in it is not a lock.",
                f"Remove {path}; nothing that you wrote is in that file.",
            ) from None
        if "full" in str(error):
            raise Refused("There is no space left on the journal's disk.", "Free some space and try again.") from None
        raise Refused("The journal's folder cannot be used.", "Is it there, and writable?") from error
    return connection


def _create(path: Path) -> None:
    with explained(path):
        os.close(os.open(path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600))
