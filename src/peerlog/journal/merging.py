"""What several spaces hold, as one: pages, parts, tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from ..domain.selection import Page


def merged_page(pages: Sequence[Page], limit: int) -> Page:
    """The newest of several pages that were asked for with the same `after` and `limit`.

    It goes on to the end of a position that entries of several spaces share, so it may have a few more than `limit`:
    whoever goes on `after` it loses none and sees none twice.
    """
    everything = chain.from_iterable(page.hits for page in pages)
    hits = sorted(everything, key=lambda hit: (hit.position, hit.entry.created), reverse=True)
    has_more = any(page.after is not None for page in pages)
    if len(hits) <= limit and not has_more:
        return Page(tuple(hits))
    last = hits[limit - 1].position
    # A page that goes on is full, so that what it leaves out lies below `last`.
    shown = tuple(hit for hit in hits if hit.position >= last)
    return Page(shown, last if has_more or len(shown) < len(hits) else None)


def merged_tags(groups: Iterable[Sequence[tuple[str, int]]]) -> list[tuple[str, int]]:
    """Tags with their uses added up, as they are written in the first group that has them; the most used first."""
    found: dict[str, tuple[str, int]] = {}
    for name, uses in chain.from_iterable(groups):
        written, before = found.get(name.casefold(), (name, 0))
        found[name.casefold()] = (written, before + uses)
    return [found[folded] for folded in sorted(found, key=lambda folded: (-found[folded][1], folded))]
