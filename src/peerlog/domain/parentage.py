"""Which entries would be a part of themselves: nobody writes that here, but a file from elsewhere may say it."""

from __future__ import annotations

from collections.abc import Mapping


def in_circles(parents: Mapping[str, str]) -> frozenset[str]:
    """Those of `parents`, which says by an entry's id what it is a part of, from which a way up leads back to them."""
    found: set[str] = set()
    settled: set[str] = set()
    for start in parents:
        way: dict[str, None] = {}
        here = start
        while here in parents and here not in settled and here not in way:
            way[here] = None
            here = parents[here]
        if here in way:
            steps = list(way)
            found.update(steps[steps.index(here) :])
        settled.update(way)
    return frozenset(found)
