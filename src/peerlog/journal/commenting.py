"""Comments on entries of any kind."""

from __future__ import annotations

from ..domain.entry import Entry
from ..domain.kinds import COMMENT
from ..domain.problem import Problem
from .expected_kind import require_at_hand
from .journal import Journal


def comment_on(journal: Journal, id_: str, text: str) -> Entry:
    """Keep a comment where the entry is; raises `Problem` when it says nothing, `Refused` for what is in the trash."""
    if not text.strip():
        raise Problem("There is nothing to save yet.", "Write something first.")
    about = require_at_hand(journal, journal.entries.get(id_))
    return journal.entries.add(COMMENT.name, {"text": text, "parent": about.id})
