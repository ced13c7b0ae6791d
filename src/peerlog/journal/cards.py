"""People's cards: one's own, those of others, and what the journal knows about each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..domain.entry import PRIVATE, Entry
from ..domain.kinds import ACTION, CARD
from ..domain.meeting_time import is_cancelled, took_place
from ..domain.moment import Moment
from ..domain.own_card import is_own_card
from ..domain.selection import Selection
from ..domain.text import brief
from ..domain.time_together import fold
from ..errors import BadInput, Refused
from .actions import by_due
from .journal import Journal, Profile
from .meeting.meetings_with import meetings_with
from .people import known_people

WAKING = range(7, 22)
"""The hours in which people are taken to be awake."""

_MEETINGS_LOOKED_AT = 500
_MOST_CARDS = 500
_ID_LEAST = 7


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's card and what goes on with them. `now` is their own clock; None where no zone is known.

    `meetings` are those that took place, the newest first; `ahead` those that are planned, the soonest first.
    """

    card: Entry
    now: Moment | None
    meetings: tuple[Entry, ...]
    ahead: tuple[Entry, ...]
    actions: tuple[Entry, ...]

    @property
    def is_awake(self) -> bool | None:
        return None if self.now is None else self.now.local.hour in WAKING


def cards(journal: Journal) -> list[Entry]:
    """Every card, one's own first, the others by name; a copy of one's own that others read is left out.

    Of one name, what somebody shows stands before what was written about them here.
    """
    everybody = journal.entries.of_kind(CARD.name)
    found = [card for card in everybody if card.space == PRIVATE or journal.entries.is_theirs(card)]
    return sorted(
        found, key=lambda card: (not is_own_card(card), card.title.casefold(), card.space == PRIVATE, card.id)
    )


def shown_cards(journal: Journal) -> list[Entry]:
    """One's own cards that others read, one for each circle, the newest first."""
    return [
        card
        for card in journal.entries.of_kind(CARD.name)
        if card.space != PRIVATE and not journal.entries.is_theirs(card)
    ]


def card_beside(journal: Journal, card: Entry) -> Entry | None:
    """One's own card to compare another with: what one shows to that person, else the private one."""
    shown = [each for each in shown_cards(journal) if each.space == card.space]
    return shown[0] if shown else own_card(journal)


def own_card(journal: Journal) -> Entry | None:
    """One's own card, the newest where there are several; None where there is none."""
    private = journal.entries.page(Selection(kinds=frozenset({CARD.name}), space=PRIVATE), limit=_MOST_CARDS).entries
    return next((card for card in private if is_own_card(card)), None)


def card_named(journal: Journal, said: str) -> Entry:
    """The card of somebody by name, by “me”, by the first word of a name, or by the beginning of its id.

    Of several by one name, the newest that they show themselves. “Me” is the private card, else the newest shown.
    """
    everybody = cards(journal)
    wanted = said.strip().casefold()
    if wanted in ("me", "my", "mine"):
        own = own_card(journal) or next(iter(shown_cards(journal)), None)
        if own is None:
            raise Refused("You have no card of your own yet.", "“peerlog card me --offers …” makes it.")
        return own
    for found in (
        [card for card in everybody if card.title.casefold() == wanted],
        [card for card in everybody if wanted and card.title.casefold().split()[:1] == [wanted]],
        [card for card in everybody if len(wanted) >= _ID_LEAST and card.id.startswith(wanted)],
    ):
        found = _as_shown(found)
        if len(found) > 1:
            raise BadInput(f"More than one card is called “{brief(said)}”.", "Give the whole name, or the card's id.")
        if found:
            return found[0]
    raise Refused(f"There is no card of “{brief(said)}”.", "“peerlog card” lists them, “peerlog card add” makes one.")


def _as_shown(found: list[Entry]) -> list[Entry]:
    """Without what was written about somebody who shows a card themselves, and of theirs only the newest."""
    theirs: dict[str, Entry] = {}
    for card in sorted(found, key=lambda card: (card.when.utc, card.id)):
        if card.space != PRIVATE:
            theirs[card.title.casefold()] = card
    private = [card for card in found if card.space == PRIVATE and card.title.casefold() not in theirs]
    return [*theirs.values(), *private]


def keep_own_card(journal: Journal, fields: Mapping[str, object]) -> Entry:
    """One's own card with these fields changed; made where there is none, with the journal's name and zone."""
    card = own_card(journal)
    if card:
        return journal.entries.change(card.id, fields)
    start = {"own": True, "title": journal.profile.name, "zone": journal.profile.zone}
    return journal.entries.add(CARD.name, {**start, **fields})


def change_me(journal: Journal, *, name: str | None = None, zone: str | None = None) -> Profile:
    """Another name or zone for the journal's owner, on their card too where there is one.

    Raises `Problem` for a zone that does not exist, and `BadInput` for an empty name.
    """
    before = journal.profile
    if name is not None and not name.strip():
        raise BadInput("A name has at least one letter.", "Leave it out to keep the present one.")
    journal.change_profile(Profile(before.name if name is None else name, before.zone if zone is None else zone))
    card = own_card(journal)
    if card:
        now = journal.profile
        journal.entries.change(card.id, {"title": now.name, "zone": now.zone})
    return journal.profile


def person(journal: Journal, card: Entry) -> Person:
    """What goes on with the person on this card; on one's own card stand one's own actions, and no meetings."""
    now = journal.time.moment()
    own = is_own_card(card) or (card.space != PRIVATE and not journal.entries.is_theirs(card))
    name = card.title.casefold()
    named = meetings_with(journal, [card.title], _MEETINGS_LOOKED_AT) if name and not own else []
    open_actions = by_due(journal.entries.of_kind(ACTION.name, states=("open",)))
    owners = {"", name} if own else {name}
    zone = card.line("zone") or (journal.profile.zone if own else "")
    return Person(
        card,
        now.in_zone(zone) if zone else None,
        tuple(each for each in named if took_place(each, now)),
        tuple(
            sorted(
                (each for each in named if each.when.utc > now.utc and not is_cancelled(each)),
                key=lambda each: each.when.utc,
            )
        ),
        tuple(each for each in open_actions if each.line("owner").casefold() in owners),
    )


def without_card(journal: Journal) -> tuple[str, ...]:
    """People that meetings and agreements name and that have no card."""
    have = fold(card.title for card in cards(journal))
    return tuple(name for name in known_people(journal) if name.casefold() not in have)
