"""Whether several journals show the same of what they share."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256

from ...domain.kinds import KINDS
from ...domain.selection import Selection
from ..journal import Journal
from .circles import Circle


@dataclass(frozen=True, slots=True)
class Shown:
    """What a journal shows of a circle: how many entries, of which so many have two versions, and a digest of it all.

    Equal in two journals exactly where they show the same, whoever of the two it is that looks.
    """

    entries: int
    two_versions: int
    digest: str


def what_is_shown(journal: Journal, circle: Circle) -> Shown:
    """Read everything in a circle, every name spelt out as all have it."""
    stored = journal.entries.in_space(circle.space).stored
    ids: list[str] = []
    after: int | None = None
    while True:
        page = journal.entries.page(Selection(kinds=frozenset(KINDS), space=circle.space), after=after, limit=500)
        ids += [entry.id for entry in page.entries]
        after = page.after
        if after is None:
            break
    entries = sorted(stored.with_ids(ids), key=lambda entry: entry.id)
    said = json.dumps([[each.id, each.kind, dict(each.fields)] for each in entries], sort_keys=True)
    return Shown(len(entries), circle.two_versions, sha256(said.encode()).hexdigest())
