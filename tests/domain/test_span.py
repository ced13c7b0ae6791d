"""A span of days in words, and its first day read back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.problem import Problem
from peerlog.domain.span import check_span, first_day_in, say_span

from .hostile import assert_clear, texts

days = st.dates(date(1900, 1, 1), date(2999, 12, 31))


@given(days, days)
def test_the_first_day_is_read_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert first_day_in(say_span(first, last)) == first


@pytest.mark.parametrize(
    "written",
    [
        "2026-01-05 to 2026-06-30",
        "2026-01-05/2026-06-30",
        "2026-01-05",
        " 5 Jan 2026 – 30 June 2026 ",
        "5 January 2026 until summer, two days a week",
    ],
)
def test_the_first_day_as_people_write_it(written: str) -> None:
    assert first_day_in(written) == date(2026, 1, 5)


@pytest.mark.parametrize("written", ["", "5 Jan – 30 June 2026", "January to June 2026", "31 June 2026 to May", "soon"])
def test_no_day_is_guessed(written: str) -> None:
    assert first_day_in(written) is None


@given(texts)
def test_any_text_has_a_first_day_or_none(written: str) -> None:
    found = first_day_in(written)
    assert found is None or type(found) is date


@given(days, st.integers(0, 400), st.integers(1, 120_000))
def test_a_span_has_room_for_24_hours_a_day(first: date, more: int, minutes: int) -> None:
    last = first + timedelta(days=more)
    if minutes <= (more + 1) * 1440:
        check_span(first, last, minutes)
    else:
        with pytest.raises(Problem, match="do not fit into") as refused:
            check_span(first, last, minutes)
        assert_clear(refused.value)


def test_a_span_ends_after_it_begins() -> None:
    with pytest.raises(Problem, match="It cannot begin on 2 June 2026: it ends on 1 June 2026") as refused:
        check_span(date(2026, 6, 2), date(2026, 6, 1), None)
    assert_clear(refused.value)
