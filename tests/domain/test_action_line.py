"""An action in one line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from peerlog.domain.action_line import ActionLine, read_action_line
from peerlog.domain.problem import Problem

from .hostile import assert_clear, texts

SATURDAY = date(2026, 11, 21)
PEOPLE = ("Sam", "Sam Ortega", "Ada Blom", "Zoë", "李 梅")


@pytest.mark.parametrize(
    ("line", "owner", "title", "due"),
    [
        ("sam reading list fri", "Sam", "Reading list", date(2026, 11, 27)),
        ("Sam Ortega: reading list by 4 Dec", "Sam Ortega", "Reading list", date(2026, 12, 4)),
        ("book the room", "", "Book the room", None),
        ("me call the archive tomorrow", "", "Call the archive", date(2026, 11, 22)),
        ("zoë send slides in 2 weeks", "Zoë", "Send slides", date(2026, 12, 5)),
        ("李 梅 回信 2026-12-01", "李 梅", "回信", date(2026, 12, 1)),
        ("read chapter 7", "", "Read chapter 7", None),
        ("fri", "", "Fri", None),
        ("stand by", "", "Stand by", None),
        ("sam by fri", "Sam", "By", date(2026, 11, 27)),
        ("ada slides", "Ada Blom", "Slides", None),
    ],
)
def test_lines(line: str, owner: str, title: str, due: date | None) -> None:
    assert read_action_line(line, PEOPLE, SATURDAY) == ActionLine(owner, title, due)


@pytest.mark.parametrize("line", ["", "  ", "sam", "me", "I:"])
def test_nothing_to_be_done(line: str) -> None:
    with pytest.raises(Problem) as refused:
        read_action_line(line, PEOPLE, SATURDAY)
    assert_clear(refused.value)


@given(texts)
def test_any_line_is_an_action_or_clearly_none(line: str) -> None:
    try:
        found = read_action_line(line, PEOPLE, SATURDAY)
    except Problem as problem:
        assert_clear(problem)
        return
    assert found.title
    assert found.owner in ("", *PEOPLE)
