"""Columns of terminal cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.cli.layout import broken, cut, fitted, width
from peerlog.domain.text import clean_line


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("李梅", 4), ("é", 1), ("e\u0301", 1), ("👩‍💻", 2), ("ﷺ", 1), ("", 0), ("한국", 4), ("ﾊﾝｶｸ", 4)],
)
def test_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("ab cdef", 4, "ab…"),
        ("李梅李梅", 5, "李梅…"),
        ("李梅李梅", 4, "李…"),
        ("xe\u0301\u0301y", 2, "x…"),
        ("👩‍💻👩‍💻", 3, "👩‍💻…"),
        ("abc", 1, "…"),
    ],
)
def test_what_is_too_long_is_cut(text: str, cells: int, expected: str) -> None:
    assert cut(text, cells) == expected


@given(st.text().map(clean_line), st.integers(1, 40))
def test_a_column_is_as_wide_as_it_should_be(text: str, cells: int) -> None:
    assert width(cut(text, cells)) <= cells
    assert width(fitted(text, cells)) == cells


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("one two three", "one two\nthree"),
        ("  one two three", "  one\n  two\n  three"),
        ("a /path/without/a/space b", "a\n/path/without/a/space\nb"),
        ("as it is", "as it is"),
        ("李梅 李梅 李梅", "李梅\n李梅\n李梅"),
        ("", ""),
    ],
)
def test_a_line_breaks_between_words(line: str, expected: str) -> None:
    assert broken(line, 8) == expected
