"""Which card is one's own."""

from __future__ import annotations

from .entry import PRIVATE, Entry


def is_own_card(card: Entry) -> bool:
    """Whether it is the journal owner's own, private card: what comes from others cannot say so of itself."""
    return card.space == PRIVATE and bool(card.fields.get("own"))
