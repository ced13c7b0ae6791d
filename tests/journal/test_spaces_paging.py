"""Paging through several spaces: whatever lies where, and however it is cut, each entry comes once and in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.entry import Entry
from peerlog.domain.selection import Hit, Page
from peerlog.journal.merging import merged_page, merged_tags

spaces = st.lists(st.sets(st.integers(0, 12), max_size=9), min_size=1, max_size=4)
tags = st.lists(st.lists(st.tuples(st.sampled_from(["a", "A", "b", "C"]), st.integers(1, 5))), max_size=3)


def _asked(space: int, positions: set[int], after: int | None, limit: int) -> Page:
    """What a space answers, as `vault.search.page` does."""
    older = sorted((at for at in positions if after is None or at < after), reverse=True)
    hits = tuple(Hit(Entry(f"{space}/{at}", "note", {}, "", ""), position=at) for at in older[:limit])
    return Page(hits, hits[-1].position if len(older) > limit else None)


@given(spaces, st.integers(1, 5))
def test_pages_neither_lose_nor_repeat_anything(held: list[set[int]], limit: int) -> None:
    seen: list[Hit] = []
    after: int | None = None
    while True:
        page = merged_page([_asked(number, each, after, limit) for number, each in enumerate(held)], limit)
        assert len(page.hits) < limit + len(held)
        assert page.after is None or len(page.hits) >= limit
        seen += page.hits
        after = page.after
        if after is None:
            break
    assert sorted(hit.entry.id for hit in seen) == sorted(f"{n}/{at}" for n, each in enumerate(held) for at in each)
    positions = [hit.position for hit in seen]
    assert positions == sorted(positions, reverse=True)


@given(tags)
def test_tags_add_up(groups: list[list[tuple[str, int]]]) -> None:
    merged = merged_tags(groups)
    assert sum(uses for _, uses in merged) == sum(uses for group in groups for _, uses in group)
    assert len({name.casefold() for name, _ in merged}) == len(merged)
    assert [uses for _, uses in merged] == sorted((uses for _, uses in merged), reverse=True)
