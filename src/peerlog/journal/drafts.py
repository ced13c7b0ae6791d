"""What was begun and not saved, by the beginning of its id."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.entry import Draft, Entry
from ..domain.text import brief
from ..errors import BadInput, Refused
from .journal import Journal
from .short_ids import LEAST

_LEAST_TYPED = 4


def short_draft_ids(drafts: Sequence[Draft]) -> list[str]:
    """For each draft the beginning of its id, of `LEAST` digits or more, that no other of them shares."""
    ids = [draft.id for draft in drafts]
    return [
        next(
            (
                id_[:digits]
                for digits in range(LEAST, len(id_))
                if sum(other.startswith(id_[:digits]) for other in ids) == 1
            ),
            id_,
        )
        for id_ in ids
    ]


def draft_named(journal: Journal, prefix: str) -> Draft:
    """The draft whose id begins so; raises `BadInput` when several do or it is no id, `Refused` when none does."""
    said = prefix.strip().casefold()
    if len(said) < _LEAST_TYPED or not set(said) <= set("0123456789abcdef"):
        raise BadInput(f"“{brief(prefix)}” is not a draft's id.", "“peerlog drafts” shows the ids.")
    found = [draft for draft in journal.entries.drafts() if draft.id.startswith(said)]
    if len(found) > 1:
        raise BadInput(f"More than one draft's id begins with {said}.", "Give more of its digits.")
    if not found:
        raise Refused(f"There is no draft {brief(said)}.", "“peerlog drafts” shows the ids.")
    return found[0]


def entry_changed_by(journal: Journal, draft: Draft) -> Entry | None:
    """The entry that a draft changes; None for a new one, and when the entry has gone meanwhile."""
    if draft.entry is None:
        return None
    try:
        entry = journal.entries.get(draft.entry)
    except Refused:
        return None
    return None if entry.deleted else entry
