"""What was ever said of the members of a space: names and keys that only grow, whatever comes to count no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .statement import AddDevice, Found, Seat


@dataclass(frozen=True)
class Claimed:
    """The names that a member was ever given and the keys (Ed25519, 32 bytes each) that were ever added to them.

    More statements only add to it: a device whose adding counts no more was theirs all the same.
    """

    names: frozenset[str]
    keys: frozenset[bytes]


def claimed_by(every: Iterable[Found | Seat | AddDevice]) -> Mapping[str, Claimed]:
    """What was ever said of each member by whoever may say so, whatever has become of it."""
    names: dict[str, set[str]] = defaultdict(set)
    keys: dict[str, set[bytes]] = defaultdict(set)
    for does in every:
        member = does.member if isinstance(does, AddDevice) else does.member.member
        keys[member].add(does.keys.key if isinstance(does, AddDevice) else does.member.keys.key)
        if not isinstance(does, AddDevice):
            names[member].add(does.member.name)
    return {member: Claimed(frozenset(names[member]), frozenset(theirs)) for member, theirs in keys.items()}
