"""Erasing entries for good, in the journal and in the backups that it keeps of itself."""

from __future__ import annotations

from collections.abc import Iterable

from .journal import Journal
from .upkeep import renew_backups


def erase(journal: Journal, ids: Iterable[str]) -> list[str]:
    """Erase these entries with all their versions, and replace the automatic backups by a fresh one.

    Returns where copies lie that somebody made on purpose, such as exports, and that may still hold them.
    """
    for id_ in ids:
        journal.entries.forget(id_)
    return renew_backups(journal, "forget")
