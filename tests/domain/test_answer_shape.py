"""Answers by their shape: what was typed is kept so that it is read as it was meant."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.answer_shape import keep_answer, parts_of, read_answer, say_answer
from peerlog.domain.problem import Problem

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("shape", "typed", "kept", "said"),
    [
        ("day", "12 mar", "2026-03-12", "12 March 2026"),
        ("day", "yesterday", "2026-11-20", "20 November 2026"),
        ("minutes", " 1:30 ", "1:30", "1 h 30"),
        ("yes", "no", "no", "No"),
        ("yes", "Yes.", "Yes.", "Yes"),
        ("number", "-1,5", "-1,5", "-1,5"),
        ("people", "Ada Obi; Sam", "Ada Obi; Sam", "Ada Obi, Sam"),
        ("list", "A\nB; C", "A\nB; C", "A; B; C"),
        ("line", " as it is ", "as it is", "as it is"),
        ("day", " ", "", ""),
    ],
)
def test_what_is_typed_is_said_back(shape: str, typed: str, kept: str, said: str) -> None:
    assert keep_answer(shape, typed, TODAY) == kept
    assert say_answer(shape, read_answer(shape, kept)[0] if kept else None) == said


@pytest.mark.parametrize(
    ("shape", "typed"), [("day", "31 feb"), ("minutes", "-5"), ("minutes", "soon"), ("yes", "maybe"), ("number", "1e5")]
)
def test_what_is_none_of_its_shape_is_refused_and_said_as_it_stands_where_it_is_kept(shape: str, typed: str) -> None:
    with pytest.raises(Problem):
        keep_answer(shape, typed, TODAY)
    value, problem = read_answer(shape, typed)
    assert problem
    assert say_answer(shape, value) == typed


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_day_is_kept_as_it_was_meant(day: date) -> None:
    kept = keep_answer("day", day.isoformat(), TODAY)
    assert read_answer("day", kept) == (day.isoformat(), "")


@given(st.lists(st.text("ab é,.", min_size=1).map(str.strip).filter(bool), max_size=4))
def test_values_survive_being_kept_a_line_each(values: list[str]) -> None:
    assert parts_of("\n".join(values)) == tuple(values)
