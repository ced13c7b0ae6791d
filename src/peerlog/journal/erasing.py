"""Erasing entries for good, in the journal and in the backups that it keeps of itself."""

from __future__ import annotations

from collections.abc import Iterable

from .journal import Journal


def erase(journal: Journal, ids: Iterable[str]) -> list[str]:
    """Erase these entries with all their versions, and replace the automatic backups by a fresh one.

    Returns where copies may still lie that somebody made on purpose, such as exports.
    """
    from ..vault import backup

    for id_ in ids:
        journal.entries.forget(id_)
    return backup.fresh_after(journal.vault, journal.private, journal.time.stamp())
