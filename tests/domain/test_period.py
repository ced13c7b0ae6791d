"""Months and years to look back on."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.period import Period, month_of, read_period, year_of
from peerlog.domain.problem import Problem

from .hostile import assert_clear, texts


@given(st.dates(date(2, 1, 1), date(9997, 12, 31)))
def test_a_day_lies_in_its_month_and_year_and_the_parts_cover_them(day: date) -> None:
    for period in (month_of(day), year_of(day)):
        assert period.first <= day <= period.last
        parts = period.parts()
        assert (parts[0][1], parts[-1][2]) == (period.first, period.last)
        for (_, _, last), (_, first, _) in pairwise(parts):
            assert first == last + timedelta(days=1)
        assert period.step(1).first == period.last + timedelta(days=1)
        assert period.step(1).step(-1) == period


def test_words() -> None:
    assert Period(2026, 11).label == "November 2026"
    assert Period(2026).label == "2026"
    assert read_period(" 2026-02 ") == Period(2026, 2)
    assert read_period("2024") == Period(2024)
    assert read_period("2024-2").last == date(2024, 2, 29)


@pytest.mark.parametrize("written", ["", "2026-13", "2026-00", "0000", "9999", "Nov", "2026-11-17", "20 26"])
def test_neither_month_nor_year(written: str) -> None:
    with pytest.raises(Problem) as refused:
        read_period(written)
    assert_clear(refused.value)


@given(texts)
def test_any_text_is_a_period_or_clearly_none(written: str) -> None:
    try:
        assert read_period(written).first <= read_period(written).last
    except Problem as problem:
        assert_clear(problem)


def test_there_is_a_first_and_a_last() -> None:
    assert Period(1, 1).step(-1) == Period(1, 1)
    assert Period(9998, 12).step(1).year == 9998
    assert month_of(date.max).year == 9998
