"""What the screen says of a day can be typed back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.dates import parse_day, parse_moment, say_day
from peerlog.domain.moment import Moment
from peerlog.domain.problem import Problem

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@given(DAYS, st.integers(-6, 6))
def test_a_day_near_today(today: date, distance: int) -> None:
    day = today + timedelta(days=distance)
    assert parse_day(say_day(day, today), today) == day


@given(DAYS, st.integers(-9000, 0))
def test_a_day_long_ago(today: date, distance: int) -> None:
    day = today + timedelta(days=distance)
    assert parse_day(say_day(day, today), today) == day


@given(DAYS, st.integers(0, 9000))
def test_a_day_ahead(today: date, distance: int) -> None:
    day = today + timedelta(days=distance)
    assert parse_day(say_day(day, today), today, ahead=True) == day


def test_a_day_that_is_not_near() -> None:
    with pytest.raises(Problem, match="Thursday 3") as caught:
        parse_day("Thursday 3", date(2026, 11, 21))
    assert "month" in caught.value.hint


def test_a_meeting_on_friday_lies_ahead() -> None:
    now = Moment.parse("2026-11-18T10:00:00+00:00[Europe/Dublin]")
    assert str(parse_moment("fri 9am", now, ahead=True).day) == "2026-11-20"
    assert str(parse_moment("fri 9am", now).day) == "2026-11-13"
