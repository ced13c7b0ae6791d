"""The chain of each device: whether its changes follow each other without a gap, a fork or a false link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

Link = tuple[str, int, bytes, bytes | None]
"""A change as its chain sees it: device, number from 1, id, and the id of the one before (None for the first)."""


class Chain(NamedTuple):
    """What is here of one device's changes.

    `head` is the last (number, id) up to which nothing is missing, None where the first is. `gaps` are the numbers
    that are missing before the last one that is here, as (first, last) stretches. `forks` are the numbers under which
    there are several changes, with their ids: the device wrote on in two ways. `strays` are changes that follow one
    which is not here though another is in its place: a sign of a fork whose other half has not arrived.
    """

    head: tuple[int, bytes] | None
    gaps: tuple[tuple[int, int], ...]
    forks: Mapping[int, tuple[bytes, ...]]
    strays: tuple[bytes, ...]


def chains_of(links: Iterable[Link]) -> dict[str, Chain]:
    """The chain of each device, whatever the order of the links and however often each is among them."""
    by_device: dict[str, dict[int, dict[bytes, bytes | None]]] = {}
    for device, seq, id_, prev in links:
        by_device.setdefault(device, {}).setdefault(seq, {})[id_] = prev
    return {device: _chain(by_seq) for device, by_seq in sorted(by_device.items())}


def _chain(by_seq: Mapping[int, Mapping[bytes, bytes | None]]) -> Chain:
    head: tuple[int, bytes] | None = None
    gaps: list[tuple[int, int]] = []
    strays: list[bytes] = []
    before, joined = 0, {b""}
    for seq in sorted(by_seq):
        here = by_seq[seq]
        if seq > before + 1:
            gaps.append((before + 1, seq - 1))
            joined = set()
        elif before:
            strays += sorted(id_ for id_, prev in here.items() if prev not in by_seq[before])
        joined = {id_ for id_, prev in here.items() if (prev or b"") in joined}
        if joined:
            head = seq, min(joined)
        before = seq
    forks = {seq: tuple(sorted(here)) for seq, here in sorted(by_seq.items()) if len(here) > 1}
    return Chain(head, tuple(gaps), forks, tuple(strays))
