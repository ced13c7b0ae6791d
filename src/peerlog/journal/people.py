"""People are names: those that somebody has written down, the latest first."""

from __future__ import annotations

from ..domain.entry import PRIVATE
from ..domain.kinds import AGREEMENT, CARD, MEETING
from .journal import Journal

_LOOKED_AT = 60
"""The newest meetings, agreements and cards that names are taken from."""


def known_people(journal: Journal) -> tuple[str, ...]:
    """Everybody named in the newest meetings, agreements and cards, each once, the writer left out."""
    own = journal.profile.name.casefold()
    names: dict[str, str] = {}
    for entry in journal.entries.of_kind(MEETING.name, AGREEMENT.name, CARD.name, limit=_LOOKED_AT):
        if entry.kind == CARD.name and entry.space != PRIVATE and not journal.entries.is_theirs(entry):
            continue  # one's own, under whatever name one has there
        found = (entry.title,) if entry.kind == CARD.name else entry.members("people")
        for name in found:
            if name and name.casefold() != own:
                names.setdefault(name.casefold(), name)
    return tuple(names.values())


def zone_of(journal: Journal, name: str) -> str:
    """The time zone on somebody's card, first on what they show themselves; empty when there is none."""
    named = [card for card in journal.entries.of_kind(CARD.name) if card.title.casefold() == name.casefold()]
    named.sort(key=lambda card: card.space == PRIVATE)
    return next((zone for card in named if (zone := card.line("zone"))), "")
