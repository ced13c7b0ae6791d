"""Names that every shell and file system takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.domain.slug import slug


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kim", "kim"),
        ("Zoë O'Hara", "zoe-o-hara"),
        ("Zoë O’Hara", "zoe-o-hara"),
        ("  Summary 3, second  ", "summary-3-second"),
        ("Łukasz", "ukasz"),
        ("李梅", ""),
        ("..", ""),
        ("CON", ""),
        ("com1", ""),
        ("console", "console"),
        ("-rf /", "rf"),
        ("a" * 40, "a" * 32),
        ("x" * 31 + " y", "x" * 31),
    ],
)
def test_what_becomes_of_names(words: str, expected: str) -> None:
    assert slug(words) == expected


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_nothing_else_is_ever_in_it(words: str) -> None:
    found = slug(words)
    assert re.fullmatch("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", found)
    assert len(found) <= 32
    assert slug(found) == found
