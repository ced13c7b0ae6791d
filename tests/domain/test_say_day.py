"""Days as the screen says them: relative within a week, absolute beyond."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.dates import parse_day, say_day

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-21", "Today"),
        ("2026-11-20", "Yesterday"),
        ("2026-11-22", "Tomorrow"),
        ("2026-11-19", "Thursday 19"),
        ("2026-11-15", "Sunday 15"),
        ("2026-11-27", "Friday 27"),
        ("2026-11-14", "Sat 14 Nov"),
        ("2026-11-28", "Sat 28 Nov"),
        ("2026-01-01", "Thu 1 Jan"),
        ("2025-12-31", "Wed 31 Dec 2025"),
        ("2027-05-01", "Sat 1 May 2027"),
        ("0001-01-01", "Mon 1 Jan 1"),
        ("9999-12-31", "Fri 31 Dec 9999"),
    ],
)
def test_says(day: str, said: str) -> None:
    assert say_day(date.fromisoformat(day), TODAY) == said


def test_across_the_new_year() -> None:
    assert say_day(date(2026, 12, 30), date(2027, 1, 2)) == "Wednesday 30"
    assert say_day(date(2026, 12, 20), date(2027, 1, 2)) == "Sun 20 Dec 2026"


@given(st.dates(), st.dates())
def test_no_two_days_are_said_alike(today: date, day: date) -> None:
    said = say_day(day, today)
    near = [
        today + timedelta(days=distance) for distance in range(-8, 9) if 0 < today.toordinal() + distance < 3_652_060
    ]
    assert [other for other in near if say_day(other, today) == said] == ([day] if day in near else [])
    if said in ("Today", "Yesterday", "Tomorrow"):
        assert parse_day(said, today) == day
