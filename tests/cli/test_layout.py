"""Columns of terminal cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.cli.layout import broken, cut, fitted, held, width
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


@pytest.mark.parametrize(
    ("label", "words", "expected"),
    [
        ("For: ", "a word", "For: a word"),
        ("For: ", "one two three four", "For: one two\n     three\n     four"),
        (
            "For: ",
            f"a{chr(0x2800) * 12}May have it",
            f"For: a{chr(0x2800) * 7}\n     {chr(0x2800) * 5}May\n     have it",
        ),
        ("  ", "李梅李梅李梅", "  李梅李梅李\n  梅"),
        ("  ", "x" * 24, f"  {'x' * 11}\n  {'x' * 11}\n  xx"),
        (" " * 40, "May have it", "      May\n      have it"),
        ("A very long name: ", "said no", "  A very long\n  name: said\n  no"),
        ("  ", "a\tb\tc", "  a       b\n  c"),
        ("  ", "", "  "),
    ],
)
def test_no_words_stand_below_their_label(label: str, words: str, expected: str) -> None:
    assert [each.rstrip() for each in held(label, words, 13).split("\n")] == [
        each.rstrip() for each in expected.split("\n")
    ]


@given(st.text(max_size=60), st.integers(8, 30))
def test_nothing_is_wider_than_the_terminal(words: str, cells: int) -> None:
    lines = held("  ", clean_line(words), cells).split("\n")
    assert all(each.startswith("  ") and width(each) <= cells for each in lines)
    assert "".join("".join(lines).split()) == "".join(clean_line(words).split())
