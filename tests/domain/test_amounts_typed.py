"""Amounts of requirements as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.domain.problem import Problem
from peerlog.domain.scheme.amounts_said import say_amount
from peerlog.domain.scheme.amounts_typed import parse_amount


@pytest.mark.parametrize(
    ("unit", "written", "amount"),
    [
        ("hours", "20", 1200),
        ("hours", "1.5 h", 90),
        ("hours", "7:30", 450),
        ("hours", "90m", 90),
        ("hours", "0", 0),
        ("points", "12", 1200),
        ("points", "1,5 points", 150),
        ("entries", "1 entry", 1),
    ],
)
def test_usual_ways(unit: str, written: str, amount: int) -> None:
    assert parse_amount(unit, written) == amount


@pytest.mark.parametrize("unit", ["hours", "points", "entries"])
@pytest.mark.parametrize("written", ["-1", "", "some", "1e9", "100001", "1:75", "٣.x"])
def test_what_is_no_amount_is_named(unit: str, written: str) -> None:
    with pytest.raises(Problem, match="not a number of"):
        parse_amount(unit, written)


@settings(max_examples=25)
@given(st.sampled_from(["points", "entries"]), st.integers(0, 10_000))
def test_what_is_said_is_understood(unit: str, amount: int) -> None:
    assert parse_amount(unit, say_amount(unit, amount).replace(",", "")) == amount
