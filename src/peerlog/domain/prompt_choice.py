"""Which deck the prompt of the day comes from, and whose turn it is in there, by what lies ahead and behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

BEFORE, AFTER, ENDINGS = "before", "after", "endings"
"""The decks for an occasion."""
ENDING_DAYS = 31
"""An agreement that ends within so many days is about to end."""

_ROTA = ("everyday", "partnership", "everyday", "people", "everyday", "partnership", "everyday", "reading")
_ROTA_ALONE = tuple("everyday" if deck == "partnership" else deck for deck in _ROTA)


@dataclass(frozen=True, slots=True)
class Occasions:
    """What the day has to do with others.

    `ahead` is the number of the meeting that is near, `behind` that of the one just held, counted from the first;
    `ends` the day on which an agreement ends. `alone` says that there has been no meeting and no agreement at all yet.
    """

    ahead: int | None = None
    behind: int | None = None
    ends: date | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A deck and the number of its turn, as `deck.prompt_for_turn` takes it."""

    deck: str
    number: int


def turn_of(day: date, occasions: Occasions) -> Turn:
    """The deck for `day`.

    A meeting ahead comes before one behind, and both before an ending. On all other days the decks take turns, the
    everyday questions every second day. Turns of a deck are numbered without a repetition, so that none of its prompts
    comes twice until it is through.
    """
    if occasions.ahead is not None:
        return Turn(BEFORE, occasions.ahead)
    if occasions.behind is not None:
        return Turn(AFTER, occasions.behind)
    if occasions.ends is not None and 0 <= (occasions.ends - day).days <= ENDING_DAYS:
        return Turn(ENDINGS, day.toordinal())
    rota = _ROTA_ALONE if occasions.alone else _ROTA
    round_, place = divmod(day.toordinal(), len(rota))
    deck = rota[place]
    return Turn(deck, round_ * rota.count(deck) + rota[:place].count(deck))
