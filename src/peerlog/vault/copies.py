"""Backups and exports that left the vault, so that a later “forget” can say where a copy may still lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .space import Space

BACKUP = "backup"
EXPORT = "export"


@dataclass(frozen=True, slots=True)
class CopyMade:
    """A file that was written: when (a UTC stamp), what it is (`BACKUP` or `EXPORT`), and where it was put."""

    at: str
    what: str
    path: Path


def record_copy(space: Space, what: str, path: Path, now: str) -> None:
    """Remember that a copy of what is in this space was put at `path`; `now` is a UTC stamp."""
    with space.write():
        space.run(
            "INSERT OR REPLACE INTO copy_made(at, what, path) VALUES (?, ?, ?)", (now, what, str(path.absolute()))
        )


def forget_copy(space: Space, path: Path) -> None:
    """Forget that there is a copy at `path`."""
    with space.write():
        space.run("DELETE FROM copy_made WHERE path = ?", (str(path.absolute()),))


def copies_made(space: Space) -> list[CopyMade]:
    """Every copy that was made, the latest first. They may have been moved, copied on or deleted since."""
    rows = space.rows("SELECT at, what, path FROM copy_made ORDER BY at DESC, path")
    return [CopyMade(at, what, Path(path)) for at, what, path in rows]
