"""The cards that people show each other where they share, one's own among them."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain.entry import Entry
from ...domain.kinds import CARD
from ...domain.selection import Selection
from ..journal import Journal
from ..shared.authorship import author_of
from .circles import Circle, own_card_fields

_MOST = 50


def cards_in(journal: Journal, circle: Circle) -> tuple[Entry, ...]:
    """One card for each person there who has shown one, one's own first, then by name; of several the newest."""
    space = journal.spaces[circle.space]
    found: dict[str, Entry] = {}
    own: list[Entry] = []
    for card in journal.entries.page(_cards(circle), limit=_MOST).entries:
        author = author_of(space, card)
        if author.is_me:
            own = own or [card]
        else:
            found.setdefault(author.name, card)
    return (*own, *(found[name] for name in sorted(found, key=str.casefold)))


def own_card_in(journal: Journal, circle: Circle) -> Entry | None:
    """The card that one shows there; None where one has shown none."""
    space = journal.spaces[circle.space]
    cards = journal.entries.page(_cards(circle), limit=_MOST).entries
    return next((card for card in cards if author_of(space, card).is_me), None)


def keep_own_card_in(journal: Journal, circle: Circle, fields: Mapping[str, object]) -> Entry:
    """The card that one shows there with these fields changed; it leaves with the next update.

    Raises `Problem` for one that would say nothing any more of what one offers or seeks.
    """
    card = own_card_in(journal, circle)
    whole = own_card_fields(journal, {**(card.fields if card else {}), **fields})
    return journal.entries.change(card.id, whole) if card else journal.entries.add(CARD.name, whole, space=circle.space)


def _cards(circle: Circle) -> Selection:
    return Selection(kinds=frozenset({CARD.name}), space=circle.space)
