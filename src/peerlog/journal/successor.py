"""A successor: the same people and somebody more, who reads only what its author has carried over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..domain.entry import Entry
from ..domain.kinds import CARD, CIRCLE
from ..domain.selection import Selection
from ..errors import Refused
from .authorship import author_of
from .circles import Circle, circle_entry, create_circle
from .journal import Journal

_NOT_CARRIED = frozenset({CARD.name, CIRCLE.name})


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What its author may carry over: entries of their own, each with those of its parts that are theirs too."""

    source: Circle
    target: Circle
    entries: tuple[Entry, ...]


def succeed(journal: Journal, circle: Circle, seats: int, name: str = "") -> Circle:
    """Begin a successor with the same focus, to invite everybody to; the one before stays until it is put away."""
    before = circle_entry(journal.spaces[circle.space])
    card = _own_card(journal, circle)
    fields = {key: value for key, value in card.fields.items() if key not in ("when", "own")} if card else {}
    new = create_circle(journal, name or circle.name, seats, before.line("focus") if before else "", fields)
    journal.spaces[new.space].set_value("succeeds", circle.space)
    return new


def to_carry_over(journal: Journal, source: Circle, target: Circle) -> CarryOver:
    """One's own entries of the circle before, newest first, without those that were carried over already."""
    space = journal.spaces[source.space]
    done = _carried(journal, source, target)
    found: list[Entry] = []
    after: int | None = None
    while True:
        page = journal.entries.page(Selection(space=source.space, with_parts=True), after=after, limit=200)
        found += [
            entry
            for entry in page.entries
            if entry.kind not in _NOT_CARRIED and author_of(space, entry).is_me and entry.id not in done
        ]
        after = page.after
        if after is None:
            return CarryOver(source, target, tuple(found))


def carry_over(journal: Journal, chosen: CarryOver, ids: Iterable[str]) -> list[Entry]:
    """Copy these entries, as they stand, into the successor; parts whose whole comes along stay parts of it."""
    wanted = set(ids)
    if unknown := wanted - {entry.id for entry in chosen.entries}:
        raise Refused(f"{len(unknown)} of these are not yours to carry over.", "Only its author carries a text over.")
    copies = dict(_carried(journal, chosen.source, chosen.target))
    made: list[Entry] = []
    with journal.writing():
        for entry in sorted(
            (each for each in chosen.entries if each.id in wanted),
            key=lambda each: (bool(each.line("parent")), each.id),
        ):
            fields = dict(entry.fields)
            parent = copies.get(str(fields.pop("parent", "")))
            links = tuple(copies[link] for link in entry.members("links") if link in copies)
            fields |= {"parent": parent} if parent else {}
            fields |= {"links": links}
            copy = journal.entries.add(entry.kind, fields, space=chosen.target.space)
            copies[entry.id] = copy.id
            _remember(journal, entry, chosen.target, copy)
            made.append(copy)
    return made


def _own_card(journal: Journal, circle: Circle) -> Entry | None:
    space = journal.spaces[circle.space]
    cards = journal.entries.page(Selection(kinds=frozenset({CARD.name}), space=circle.space)).entries
    return next((card for card in cards if author_of(space, card).is_me), None)


def _carried(journal: Journal, source: Circle, target: Circle) -> dict[str, str]:
    """Where each entry that was carried over went."""
    rows = journal.private.rows("SELECT entry, copy FROM shared_copy WHERE space = ?", (target.space,))
    return {bytes(entry).hex(): bytes(copy).hex() for entry, copy in rows}


def _remember(journal: Journal, entry: Entry, target: Circle, copy: Entry) -> None:
    from .sharing import remember_copy

    remember_copy(journal, entry, target.space, copy)
