"""Positions: always strictly between, in the order of strings, and short."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.kinds.kind import POSITION
from peerlog.domain.position import DIGITS, LONGEST, NoRoom, between, spread

_positions = st.text(DIGITS, min_size=1, max_size=12)


@given(_positions, _positions)
def test_strictly_between_or_no_room(one: str, other: str) -> None:
    before, after = min(one, other), max(one, other)
    try:
        found = between(before, after)
    except NoRoom:
        # Only where the later one is the earlier one with zeros behind it, or both are the same.
        assert before == after or re.fullmatch(f"{before}0+", after)
    else:
        assert before < found < after
        assert POSITION.clean(found) == found
        assert not found.endswith("0")


@given(_positions)
def test_before_and_after_everything(position: str) -> None:
    assert position < between(position, "")
    if position.strip("0"):
        assert between("", position) < position
    else:
        with pytest.raises(NoRoom):
            between("", position)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=150))
def test_insertions_and_moves_keep_the_order_that_a_list_has(steps: list[tuple[int, int]]) -> None:
    row: list[tuple[str, int]] = []
    for number, (into, out_of) in enumerate(steps):
        if number % 3 == 2:
            row.pop(out_of % len(row))
        place = into % (len(row) + 1)
        before = row[place - 1][0] if place else ""
        after = row[place][0] if place < len(row) else ""
        row.insert(place, (between(before, after), number))
        assert row == sorted(row)
        assert len({position for position, _ in row}) == len(row)


@pytest.mark.parametrize("end", ["first", "last"])
def test_thousands_at_an_end_stay_short(end: str) -> None:
    position = longest = ""
    for _ in range(5000):
        following = between("", position) if end == "first" else between(position, "")
        assert not position or (following < position) == (end == "first")
        position, longest = following, max(longest, following, key=len)
    assert len(longest) <= 5


@pytest.mark.parametrize("side", [0, 1])
def test_a_thousand_into_one_gap_fit_and_its_end_is_said(side: int) -> None:
    gap = ["V", "W"]
    for _ in range(1000):
        gap[side] = between(*gap)
    assert max(map(len, gap)) <= LONGEST
    with pytest.raises(NoRoom):
        _fill(gap, side)


def _fill(gap: list[str], side: int) -> None:
    for _ in range(1000):
        gap[side] = between(*gap)


@given(st.integers(0, 300))
def test_a_spread_row_is_in_order_with_room_everywhere(count: int) -> None:
    row = spread(count)
    assert row == sorted(set(row))
    assert len(row) == count
    for before, after in zip(["", *row], [*row, ""], strict=True):
        assert between(before, after)


def test_out_of_order_is_no_room() -> None:
    with pytest.raises(NoRoom):
        between("b", "a")
