"""Erasing entries for good, in the journal and in the backups that it keeps of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...domain.entry import Entry
from ...errors import PeerlogError
from ..journal import Journal
from .unfinished import told_what_is_done
from .upkeep import renew_backups

WHAT_OTHERS_KEEP = (
    "Once you exchange, it is erased with everybody who reads it. What they have quoted or merged into words of their "
    "own stays, and so does what they wrote about it."
)
"""To be said before something that others read is erased."""


def erase(journal: Journal, ids: Iterable[str], *, only_if: Callable[[Entry], bool] | None = None) -> list[str]:
    """Erase these entries with all their versions, all of them or none, and replace the automatic backups.

    With `only_if`, those alone of which it holds at the moment of erasing.
    Returns where copies lie that somebody made on purpose, such as exports, and that may still hold them. Raises
    `Unfinished` when they are erased and the rest was not done.
    """
    ids = list(ids)
    there = _how_many(journal, ids)

    def erased() -> bool:
        return _how_many(journal, ids) < there

    with told_what_is_done(journal, "forget", erased, "Erased"):
        try:
            journal.entries.forget(*ids, only_if=only_if)
        except PeerlogError:
            if erased():
                renew_backups(journal, "forget")  # traces in the journal's own file are no reason to leave the backups
            raise
        return renew_backups(journal, "forget")


def _how_many(journal: Journal, ids: Iterable[str]) -> int:
    return sum(1 for id_ in ids if journal.entries.find(id_))
