"""Numbers drawn with characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.bars import bar, columns

counts = st.lists(st.integers(0, 10_000), max_size=40)


def test_bars() -> None:
    assert bar(4, 4, 10) == "━" * 10
    assert bar(1, 4, 10) == "━━╸"
    assert bar(1, 10_000, 10) == "╸"
    assert bar(0, 4, 10) == bar(3, 0, 10) == ""


def test_columns() -> None:
    assert columns([0, 1, 2, 4]) == [" ▂▄█"]
    assert columns([0, 1, 4], 2) == ["  █", " ▄█"]
    assert columns([]) == [""]


@given(counts, st.integers(1, 60))
def test_a_bar_fits_and_more_is_never_shorter(numbers: list[int], cells: int) -> None:
    most = max(numbers, default=0)
    bars = [bar(number, most, cells) for number in sorted(numbers)]
    assert all(len(each) <= cells for each in bars)
    lengths = [2 * len(each) - each.count("╸") for each in bars]
    assert lengths == sorted(lengths)
    assert all(bool(each) == bool(number) for each, number in zip(bars, sorted(numbers), strict=True))


@given(counts, st.integers(1, 5))
def test_columns_have_their_lines_and_something_shows(numbers: list[int], height: int) -> None:
    lines = columns(numbers, height)
    assert [len(line) for line in lines] == [len(numbers)] * height
    for place, number in enumerate(numbers):
        assert (lines[-1][place] != " ") == bool(number)
