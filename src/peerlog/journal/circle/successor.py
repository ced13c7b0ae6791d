"""A successor: the same people and somebody more, who reads only what its author has carried over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ...domain.entry import Entry
from ...domain.field import Value
from ...domain.kinds import APPROVAL, CARD, CIRCLE, PARTS
from ...domain.selection import Selection
from ...errors import Refused
from ..journal import Journal
from ..shared.authorship import author_of
from ..shared.sharing import remember_copy
from .circle_cards import own_card_in
from .circles import Circle, circle_entry, create_circle

_NOT_CARRIED = frozenset({APPROVAL.name, CARD.name, CIRCLE.name})
_STANDS_ALONE = frozenset({"action", "request", "feedback", "resource", "thanks", "agreement"})
"""Kinds that can be parts, and say enough without what they are a part of."""


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What its author may carry over, newest first, and what of it needs something that is not theirs to carry.

    `needs` are the ids of entries that are nothing without what they are a part of, where that is somebody else's and
    not in the successor: they can follow once its author has carried that over. `homes` says for those whose whole is
    there already, which entry that is.
    """

    source: Circle
    target: Circle
    entries: tuple[Entry, ...]
    needs: frozenset[str] = frozenset()
    homes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Carried:
    """What would stand in the successor: of which entry, as a part of which other one (its id here), its fields."""

    of: Entry
    whole: str
    fields: Mapping[str, Value]


def succeed(journal: Journal, circle: Circle, seats: int, name: str = "") -> Circle:
    """Begin a successor with the same focus, to invite everybody to; the one before stays until it is put away."""
    before = circle_entry(journal.spaces[circle.space])
    card = own_card_in(journal, circle)
    fields = {key: value for key, value in card.fields.items() if key not in ("when", "own")} if card else {}
    new = create_circle(journal, name or circle.name, seats, before.line("focus") if before else "", fields)
    journal.spaces[new.space].set_value("succeeds", circle.space)
    return new


def predecessor(journal: Journal, circle: Circle) -> str:
    """The name of the space that a circle was begun to follow; empty for none here."""
    found = journal.spaces[circle.space].value("succeeds", "")
    return found if found in journal.spaces else ""


def to_carry_over(journal: Journal, source: Circle, target: Circle) -> CarryOver:
    """One's own entries of the circle before, newest first, without those that were carried over already."""
    if source.space == target.space:
        raise Refused("That is one and the same.", "Name what you shared before, then what it goes into.")
    if target.joining:
        raise Refused("You have not joined that yet.", "Carry over once the last of the three files has come.")
    space = journal.spaces[source.space]
    done = _carried(journal, target)
    found = [
        entry
        for entry in _every(journal, source)
        if entry.kind not in _NOT_CARRIED and author_of(space, entry).is_me and entry.id not in done
    ]
    mine = {entry.id for entry in found} | set(done)
    homes: dict[str, str] = {}
    needs: set[str] = set()
    for entry in found:
        whole = entry.line("parent")
        if not whole or whole in mine:
            continue
        home = _same_in(journal, target, whole)
        if home:
            homes[entry.id] = home
        elif entry.kind in PARTS and entry.kind not in _STANDS_ALONE:
            needs.add(entry.id)
    needs |= _parts_of(found, needs)
    return CarryOver(source, target, tuple(found), frozenset(needs), homes)


def what_goes(chosen: CarryOver, ids: Iterable[str]) -> tuple[Carried, ...]:
    """Exactly what would be copied, whatever is a part of something after that: for its author to look at first.

    Raises `Refused` for what is not theirs, and for parts without what they are a part of.
    """
    wanted = set(ids)
    if unknown := wanted - {entry.id for entry in chosen.entries}:
        raise Refused(f"{len(unknown)} of these are not yours to carry over.", "Only its author carries a text over.")
    if alone := [entry for entry in chosen.entries if entry.id in wanted & chosen.needs]:
        raise Refused(
            f"“{alone[0].headline}” is nothing without what it is a part of, which somebody else wrote.",
            "They carry that over first; once it has come, yours can follow.",
        )
    return tuple(_as_it_goes(entry) for entry in _wholes_first(each for each in chosen.entries if each.id in wanted))


def carry_over(journal: Journal, chosen: CarryOver, ids: Iterable[str]) -> list[Entry]:
    """Copy these entries, as they stand, into the successor; parts whose whole comes along stay parts of it."""
    goes = what_goes(chosen, ids)
    copies = dict(_carried(journal, chosen.target))
    made: list[Entry] = []
    with journal.writing():
        for each in goes:
            parent = chosen.homes.get(each.of.id) or copies.get(each.whole)
            links = tuple(copies[link] for link in each.of.members("links") if link in copies)
            fields = {**each.fields, **({"parent": parent} if parent else {}), "links": links}
            copy = journal.entries.add(each.of.kind, fields, space=chosen.target.space)
            copies[each.of.id] = copy.id
            remember_copy(journal, each.of, chosen.target.space, copy)
            made.append(copy)
    return made


def _as_it_goes(entry: Entry) -> Carried:
    fields = {name: value for name, value in entry.fields.items() if name not in ("parent", "links", "own")}
    return Carried(entry, entry.line("parent"), fields)


def _wholes_first(entries: Iterable[Entry]) -> list[Entry]:
    """Every entry after the one that it is a part of, the oldest first."""
    left = {entry.id: entry for entry in sorted(entries, key=lambda each: (each.when.utc, each.id))}
    ordered: list[Entry] = []
    while left:
        ready = [entry for entry in left.values() if entry.line("parent") not in left] or list(left.values())
        ordered += ready
        for entry in ready:
            del left[entry.id]
    return ordered


def _parts_of(entries: Iterable[Entry], wholes: set[str]) -> set[str]:
    """The ids of what is a part of these, or of a part of them, and so on."""
    every, found, more = list(entries), set[str](), set(wholes)
    while more:
        more = {entry.id for entry in every if entry.line("parent") in more and entry.id not in found}
        found |= more
    return found


def _same_in(journal: Journal, target: Circle, whole: str) -> str:
    """What somebody else has carried over of this entry: of one kind, one moment and one title; empty for nothing."""
    entry = journal.entries.find(whole)
    if entry is None:
        return ""
    day = entry.when.day
    near = Selection(kinds=frozenset({entry.kind}), since=day, until=day, space=target.space)
    found = journal.entries.page(near, limit=200).entries
    return next((each.id for each in found if each.when.utc == entry.when.utc and each.title == entry.title), "")


def _every(journal: Journal, circle: Circle) -> Iterator[Entry]:
    after: int | None = None
    while True:
        page = journal.entries.page(Selection(space=circle.space, with_parts=True), after=after, limit=200)
        yield from page.entries
        after = page.after
        if after is None:
            return


def _carried(journal: Journal, target: Circle) -> dict[str, str]:
    """Where each entry that was carried over went."""
    rows = journal.private.rows("SELECT entry, copy FROM shared_copy WHERE space = ?", (target.space,))
    return {bytes(entry).hex(): bytes(copy).hex() for entry, copy in rows}
