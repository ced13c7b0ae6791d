"""Periods: every day is in one, they follow each other without a gap, and leap days fall where they should."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.domain.problem import Problem
from peerlog.domain.scheme.period_rule import PeriodKind, PeriodRule
from peerlog.portfolio.reporting_period import period_with

DAY = timedelta(days=1)
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def renewal(months: int, **more: int) -> PeriodRule:
    return PeriodRule(PeriodKind.RENEWAL, months, None, None, more.get("due_days", 0), "Your day")


def enrolment(months: int) -> PeriodRule:
    return PeriodRule(PeriodKind.ENROLMENT, months, None, None, 0, "Your day")


def fixed(begins: date, months: int, due: tuple[int, int] | None = None) -> PeriodRule:
    return PeriodRule(PeriodKind.FIXED, months, begins, due, 0, "")


ROLLING = PeriodRule(PeriodKind.ROLLING, 12, None, None, 0, "")
JULY, DECEMBER = fixed(date(2000, 7, 1), 12), fixed(date(2000, 12, 1), 12)


@pytest.mark.parametrize(
    ("rule", "on", "own_day", "first", "last"),
    [
        (JULY, date(2026, 6, 30), None, date(2025, 7, 1), date(2026, 6, 30)),
        (JULY, date(2026, 7, 1), None, date(2026, 7, 1), date(2027, 6, 30)),
        (JULY, date(1999, 12, 31), None, date(1999, 7, 1), date(2000, 6, 30)),
        (DECEMBER, date(2026, 11, 27), None, date(2025, 12, 1), date(2026, 11, 30)),
        (fixed(date(2000, 1, 1), 3), date(2024, 2, 29), None, date(2024, 1, 1), date(2024, 3, 31)),
        (fixed(date(2022, 1, 1), 36), date(2024, 12, 31), None, date(2022, 1, 1), date(2024, 12, 31)),
        (fixed(date(2022, 1, 1), 36), date(2025, 1, 1), None, date(2025, 1, 1), date(2027, 12, 31)),
        (fixed(date(2022, 1, 1), 36), date(2021, 12, 31), None, date(2019, 1, 1), date(2021, 12, 31)),
        (ROLLING, date(2026, 11, 27), None, date(2025, 11, 28), date(2026, 11, 27)),
        (ROLLING, date(2024, 2, 29), None, date(2023, 3, 1), date(2024, 2, 29)),
        (ROLLING, date(2025, 2, 28), None, date(2024, 2, 29), date(2025, 2, 28)),
        (renewal(36), date(2026, 1, 1), date(2027, 4, 30), date(2024, 5, 1), date(2027, 4, 30)),
        (renewal(36), date(2027, 4, 30), date(2027, 4, 30), date(2024, 5, 1), date(2027, 4, 30)),
        (renewal(36), date(2027, 5, 1), date(2027, 4, 30), date(2027, 5, 1), date(2030, 4, 30)),
        (renewal(12), date(2025, 1, 1), date(2024, 2, 29), date(2024, 3, 1), date(2025, 2, 28)),
        (renewal(12), date(2027, 6, 1), date(2024, 2, 29), date(2027, 3, 1), date(2028, 2, 29)),
        (renewal(36), date(2026, 6, 1), date(2024, 2, 29), date(2024, 3, 1), date(2027, 2, 28)),
        (renewal(1), date(2026, 2, 10), date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28)),
        (renewal(1), date(2026, 3, 31), date(2026, 1, 31), date(2026, 3, 1), date(2026, 3, 31)),
        (enrolment(24), date(2026, 2, 27), date(2024, 2, 29), date(2024, 2, 29), date(2026, 2, 27)),
        (enrolment(24), date(2026, 2, 28), date(2024, 2, 29), date(2026, 2, 28), date(2028, 2, 28)),
        (enrolment(60), date(2020, 1, 1), date(2021, 9, 15), date(2016, 9, 15), date(2021, 9, 14)),
    ],
)
def test_the_period_around_a_day(rule: PeriodRule, on: date, own_day: date | None, first: date, last: date) -> None:
    period = period_with(rule, on, own_day)
    assert (period.first, period.last) == (first, last)


@settings(max_examples=60)
@given(
    st.one_of(
        st.builds(renewal, st.integers(1, 60)),
        st.builds(enrolment, st.integers(1, 60)),
        st.builds(
            fixed, st.dates(date(1995, 1, 1), date(2030, 12, 31)).map(lambda day: day.replace(day=1)), st.just(36)
        ),
    ),
    days,
    days,
)
def test_periods_hold_every_day_once(rule: PeriodRule, day: date, own_day: date) -> None:
    period = period_with(rule, day, own_day)
    assert period.first <= day <= period.last
    assert period_with(rule, period.first, own_day) == period == period_with(rule, period.last, own_day)
    assert period_with(rule, period.last + DAY, own_day).first == period.last + DAY
    assert period_with(rule, period.first - DAY, own_day).last == period.first - DAY
    for months in (1, rule.months):
        parts = period.parts(months)
        assert len(parts) == rule.months // months
        assert (parts[0][0], parts[-1][1]) == (period.first, period.last)
        assert all(later[0] == earlier[1] + DAY for earlier, later in pairwise(parts))


@pytest.mark.parametrize(
    ("rule", "on", "due"),
    [
        (DECEMBER, date(2026, 1, 1), date(2026, 11, 30)),
        (fixed(date(2000, 1, 1), 12, (11, 30)), date(2026, 3, 1), date(2026, 11, 30)),
        (fixed(date(2000, 7, 1), 12, (11, 30)), date(2026, 3, 1), date(2025, 11, 30)),
        (renewal(12, due_days=-60), date(2026, 6, 1), date(2026, 11, 1)),
        (renewal(12, due_days=90), date(2026, 6, 1), date(2027, 3, 31)),
        (ROLLING, date(2026, 6, 1), None),
    ],
)
def test_when_the_record_is_due(rule: PeriodRule, on: date, due: date | None) -> None:
    assert period_with(rule, on, date(2026, 12, 31)).due == due


def test_years_of_a_period() -> None:
    parts = period_with(fixed(date(2022, 1, 1), 36), date(2023, 6, 1)).parts(12)
    assert parts == tuple((date(year, 1, 1), date(year, 12, 31)) for year in (2022, 2023, 2024))


def test_a_day_of_ones_own_is_asked_for() -> None:
    with pytest.raises(Problem, match=r"^The period depends on a day of your own\.$") as refused:
        period_with(renewal(36), date(2026, 1, 1))
    assert refused.value.hint == "Say it first: Your day."


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        (renewal(120), date.min),
        (renewal(120), date.max),
        (enrolment(120), date.max),
        (JULY, date.min),
        (JULY, date.max),
        (ROLLING, date.min),
    ],
)
def test_beyond_the_calendar(rule: PeriodRule, day: date) -> None:
    with pytest.raises(Problem, match=f"^There is no whole period around {day}.$"):
        period_with(rule, day, date(2026, 1, 15))


@pytest.mark.parametrize(
    ("rule", "on", "own_day", "ends"),
    [
        (renewal(36), date(2026, 1, 1), date(2027, 2, 28), [(2025, 2, 28), (2026, 2, 28), (2027, 2, 28)]),
        (renewal(36), date(2026, 1, 1), date(2024, 2, 29), [(2025, 2, 28), (2026, 2, 28), (2027, 2, 28)]),
        (renewal(36), date(2026, 1, 1), date(2026, 4, 30), [(2024, 4, 30), (2025, 4, 30), (2026, 4, 30)]),
        (enrolment(24), date(2026, 3, 1), date(2024, 2, 29), [(2027, 2, 27), (2028, 2, 28)]),
        (ROLLING, date(2025, 2, 28), None, [(2025, 2, 28)]),
    ],
)
def test_years_turn_on_the_day_on_which_the_period_does(
    rule: PeriodRule, on: date, own_day: date | None, ends: list[tuple[int, int, int]]
) -> None:
    assert [last for _, last in period_with(rule, on, own_day).parts(12)] == [date(*each) for each in ends]


def test_a_day_in_a_period_can_be_the_day_by_which_it_is_due() -> None:
    rule = fixed(date(2000, 12, 1), 12, (11, 30))
    assert period_with(rule, date(2026, 11, 30)).due == date(2026, 11, 30)
    assert period_with(rule, date(2026, 12, 1)).due == date(2027, 11, 30)
