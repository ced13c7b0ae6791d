"""Ids as people type them: the first digits, as many as it takes to name one entry."""

from __future__ import annotations

from .journal import Journal

LEAST = 7


def short_id(journal: Journal, id_: str) -> str:
    """The shortest beginning of an entry's id, of `LEAST` digits or more, that no other entry's id shares."""
    return journal.entries.shortest_id(id_, LEAST)
