"""Check-ins and lines with a day at their end, as they are typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from peerlog.domain.check_in_line import CheckInLine, read_check_in
from peerlog.domain.dated_line import read_dated_line
from peerlog.domain.problem import Problem

from .hostile import assert_clear, texts

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("line", "level", "note"),
    [
        ("7", 7, ""),
        ("  0 nobody came", 0, "nobody came"),
        ("10/10", 10, ""),
        ("7/10: held the time", 7, "held the time"),
        ("6 of 10, two spoke", 6, "two spoke"),
        ("7 – 3 people spoke", 7, "3 people spoke"),
        ("5, 李梅 asked", 5, "李梅 asked"),
    ],
)
def test_check_ins(line: str, level: int, note: str) -> None:
    assert read_check_in(line) == CheckInLine(level, note)


@pytest.mark.parametrize("line", ["", "well", "11", "999999", "-3", "7th time", "7.5x", "3½"])
def test_what_is_none(line: str) -> None:
    with pytest.raises(Problem) as refused:
        read_check_in(line)
    assert_clear(refused.value)


@given(texts)
def test_any_line_is_a_check_in_or_clearly_none(line: str) -> None:
    try:
        assert 0 <= read_check_in(line).level <= 10
    except Problem as problem:
        assert_clear(problem)


@pytest.mark.parametrize(
    ("line", "title", "due"),
    [
        ("first draft by 4 dec", "First draft", date(2026, 12, 4)),
        ("I chair a whole meeting fri", "I chair a whole meeting", date(2026, 11, 27)),
        ("ask two people", "Ask two people", None),
    ],
)
def test_dated_lines(line: str, title: str, due: date | None) -> None:
    assert read_dated_line(line, SATURDAY) == (title, due)


def test_an_empty_line_is_refused() -> None:
    with pytest.raises(Problem):
        read_dated_line("  ", SATURDAY)
