"""What a meeting leaves open goes on to the next one: once, and never lost."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from .entry import Entry

LIVE = "open"
CARRIED = "carried"


def still_open(items: Sequence[Entry], later: Collection[Entry] = ()) -> list[Entry]:
    """The agenda items that are open and that no other one, of these or of `later`, has taken up already.

    An item that was carried forward links to the one it comes from; so also where marking the old one failed, or
    where two people carried the same one apart from each other, it is not offered again.
    """
    taken_up = {origin for item in (*items, *later) for origin in item.members("links")}
    return [item for item in items if item.state == LIVE and item.id not in taken_up]


def carried_fields(item: Entry, meeting: str, position: str) -> dict[str, object]:
    """The fields of the item that takes up `item` in the meeting with the id `meeting`."""
    kept = {name: item.fields[name] for name in ("title", "text", "sort", "by", "tags") if name in item.fields}
    return {**kept, "state": LIVE, "parent": meeting, "position": position, "links": (item.id,)}


def same_people(one: Iterable[str], other: Iterable[str], own: str = "") -> bool:
    """Whether two meetings are of the same people, the writer left out; nobody named is nobody the same."""
    here, there = _named(one, own), _named(other, own)
    return bool(here) and here == there


def any_of(people: Iterable[str], named: Iterable[str], own: str = "") -> bool:
    """Whether somebody, the writer left out, is among both."""
    return bool(_named(people, own) & _named(named, own))


def _named(people: Iterable[str], own: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in people) - {own.casefold()}
