"""Months as people count them: ends of months, leap days, turns of the year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.months import month_of, months_after, months_between

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
some_months = st.integers(-600, 600)


@pytest.mark.parametrize(
    ("first", "months", "expected"),
    [
        ("2026-10-31", 4, "2027-02-28"),
        ("2027-10-31", 4, "2028-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-07-15", 6, "2027-01-15"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-31", -2, "2025-11-30"),
        ("2026-05-05", 0, "2026-05-05"),
    ],
)
def test_the_same_day_or_the_month_s_last(first: str, months: int, expected: str) -> None:
    assert months_after(date.fromisoformat(first), months).isoformat() == expected


@given(days, some_months)
def test_it_lands_in_the_month_meant_on_the_same_day_or_the_last(day: date, months: int) -> None:
    found = months_after(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == min(day.day, month_of(found)[1].day)


@given(days, some_months, some_months)
def test_more_months_never_come_earlier(day: date, fewer: int, more: int) -> None:
    assert (months_after(day, fewer) < months_after(day, more)) == (fewer < more)


@given(days, st.integers(1, 600))
def test_the_number_of_months_is_found_again(day: date, months: int) -> None:
    assert months_between(day, months_after(day, months)) == months


@given(days, days)
def test_between_two_days_lies_at_least_one_month(first: date, last: date) -> None:
    assert months_between(first, last) >= 1


@given(days)
def test_a_month_holds_its_day(day: date) -> None:
    first, last = month_of(day)
    assert first <= day <= last
    assert (first.day, months_after(first, 1)) == (1, last + (date(2000, 1, 2) - date(2000, 1, 1)))


@pytest.mark.parametrize(("day", "months"), [(date(9999, 12, 1), 1), (date(1, 1, 1), -1)])
def test_outside_the_calendar_it_says_so(day: date, months: int) -> None:
    with pytest.raises(OverflowError):
        months_after(day, months)
