"""Days as people type them, read on Saturday 21 November 2026."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peerlog.domain.dates import DAYS, MONTHS, parse_day
from peerlog.domain.problem import Problem

from .hostile import assert_clear, texts
from .phrases import phrases

TODAY = date(2026, 11, 21)

PAST = {
    "": "2026-11-21",
    "today": "2026-11-21",
    " TODAY ": "2026-11-21",
    "now": "2026-11-21",
    "yesterday": "2026-11-20",
    "Tomorrow": "2026-11-22",
    "fri": "2026-11-20",
    "Friday": "2026-11-20",
    "on friday": "2026-11-20",
    "thurs": "2026-11-19",
    "su": "2026-11-15",
    "sat": "2026-11-14",
    "last sat": "2026-11-14",
    "last fri": "2026-11-20",
    "on last fri": "2026-11-20",
    "next fri": "2026-11-27",
    "next saturday": "2026-11-28",
    "17 Nov": "2026-11-17",
    "21 nov": "2026-11-21",
    "22 nov": "2025-11-22",
    "17th nov.": "2026-11-17",
    "1st January": "2026-01-01",
    "2nd feb": "2026-02-02",
    "3rd  mar": "2026-03-03",
    "4. april": "2026-04-04",
    "Nov 17": "2026-11-17",
    "Nov 17th 2025": "2025-11-17",
    "November 17, 2025": "2025-11-17",
    "17 sept 2025": "2025-09-17",
    "17 nov, 2025": "2025-11-17",
    "31 dec": "2025-12-31",
    "29 feb": "2024-02-29",
    "29 Feb 2024": "2024-02-29",
    "2026-11-17": "2026-11-17",
    "2026-1-7": "2026-01-07",
    "2030-01-31": "2030-01-31",
    "20261117": "2026-11-17",
    "0001-01-01": "0001-01-01",
    "9999-12-31": "9999-12-31",
    "-3d": "2026-11-18",
    "-0d": "2026-11-21",
    "-2w": "2026-11-07",
    "-1m": "2026-10-21",
    "-1 y": "2025-11-21",
    "+3d": "2026-11-24",
    "+1m": "2026-12-21",
    "1 day ago": "2026-11-20",
    "3 days ago": "2026-11-18",
    "2 weeks ago": "2026-11-07",
    "in 2 weeks": "2026-12-05",
    "in 1 month": "2026-12-21",
    "in 10 years": "2036-11-21",
    "٣ days ago": "2026-11-18",
}

AHEAD = {
    "fri": "2026-11-27",
    "sat": "2026-11-28",
    "last fri": "2026-11-20",
    "next fri": "2026-11-27",
    "17 nov": "2027-11-17",
    "21 nov": "2026-11-21",
    "22 nov": "2026-11-22",
    "29 feb": "2028-02-29",
    "yesterday": "2026-11-20",
    "-3d": "2026-11-18",
    "17 nov 2025": "2025-11-17",
}


@pytest.mark.parametrize(("written", "day"), PAST.items())
def test_reads(written: str, day: str) -> None:
    assert parse_day(written, TODAY).isoformat() == day


@pytest.mark.parametrize(("written", "day"), AHEAD.items())
def test_reads_what_lies_ahead(written: str, day: str) -> None:
    assert parse_day(written, TODAY, ahead=True).isoformat() == day


@pytest.mark.parametrize(
    ("today", "written", "day"),
    [
        ("2026-03-31", "-1m", "2026-02-28"),
        ("2024-03-31", "-1m", "2024-02-29"),
        ("2026-03-31", "+1m", "2026-04-30"),
        ("2026-01-31", "in 1 month", "2026-02-28"),
        ("2026-12-31", "+2m", "2027-02-28"),
        ("2026-01-15", "-1m", "2025-12-15"),
        ("2024-02-29", "-1y", "2023-02-28"),
        ("2024-02-29", "+4y", "2028-02-29"),
        ("1904-02-28", "29 feb", "1896-02-29"),
        ("9999-12-31", "yesterday", "9999-12-30"),
        ("0001-01-01", "tomorrow", "0001-01-02"),
        ("0001-01-01", "1 jan", "0001-01-01"),
    ],
)
def test_reads_at_the_ends_of_months_and_of_the_calendar(today: str, written: str, day: str) -> None:
    assert parse_day(written, date.fromisoformat(today)).isoformat() == day


@pytest.mark.parametrize(
    "written", ["31 February", "29 Feb 2025", "Feb 30", "31 nov", "0 nov", "99 nov", "17 nov 0000"]
)
def test_names_days_that_do_not_exist(written: str) -> None:
    with pytest.raises(Problem, match=f"^There is no {written} in the calendar\\.$") as refused:
        parse_day(written, TODAY)
    assert_clear(refused.value)


@pytest.mark.parametrize("written", ["2026-02-31", "2026-13-01", "2026-00-10", "0000-01-01", "2025-2-29"])
def test_names_iso_days_that_do_not_exist(written: str) -> None:
    with pytest.raises(Problem, match=f"^There is no {written} in the calendar\\.$"):
        parse_day(written, TODAY)


@pytest.mark.parametrize(
    ("today", "written"),
    [
        ("2026-11-21", "-9999y"),
        ("2026-11-21", "in 9999 years"),
        ("2026-11-21", "9999 months ago and more"),
        ("0001-01-01", "yesterday"),
        ("0001-01-01", "last mon"),
        ("0001-01-01", "-1d"),
        ("0001-01-01", "-1m"),
        ("0001-01-01", "17 nov"),
        ("0001-01-31", "9999 weeks ago"),
        ("9999-12-31", "tomorrow"),
        ("9999-12-31", "next mon"),
        ("9999-12-31", "+1w"),
        ("9999-12-31", "+1y"),
        ("2026-11-21", "-99999d"),
        ("2026-11-21", "-100000d"),
        ("2026-11-21", "+9999y"),
        ("2026-11-21", "in 100000 days"),
        ("2026-11-21", "+" + "9" * 30 + "d"),
    ],
)
def test_refuses_what_lies_beyond_the_calendar(today: str, written: str) -> None:
    with pytest.raises(
        Problem, match=f"^“{written.replace('+', '.')}” is (too far away|not a date that I can read)"
    ) as refused:
        parse_day(written, date.fromisoformat(today))
    assert_clear(refused.value)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "garbage",
            "1",
            "17",
            "m",
            "f",
            "fr i",
            "friyay",
            "last",
            "next week",
            "last last fri",
            "fri 17 nov",
            "17.11.2026",
        ),
        *(
            "17/11/2026",
            "2026-11",
            "2026-11-17-1",
            "2026-11-17T19:40",
            "17 novembre",
            "17 xyz",
            "xyz 17",
            "noon",
        ),
        *(
            "-d",
            "--3d",
            "-3",
            "-3x",
            "3 days",
            "ago",
            "in two weeks",
            "17 nov 25",
            "nov 2026",
            "1 nov 20261",
        ),
        *("\x00", "to\x00day", "\x1b[31mtoday", "\ud83d", "²", "½ nov", "１７ 11"),
    ],
)
def test_refuses_by_name(written: str) -> None:
    said = r"does not fit|is not a date that I can read|names no month that I know"
    with pytest.raises(Problem, match=said) as refused:
        parse_day(written, TODAY)
    assert refused.value.hint.startswith("For example")
    assert_clear(refused.value)


days = st.dates() | st.sampled_from([date.min, date.max, TODAY])


@given(texts | phrases, days, st.booleans())
@example("tomorrow", date.max, True)
@example("fri", date.min, False)
def test_any_text_is_a_day_or_a_problem(written: str, today: date, ahead: bool) -> None:
    try:
        assert type(parse_day(written, today, ahead=ahead)) is date
    except Problem as problem:
        assert_clear(problem)


@given(days, days)
def test_iso_means_the_same_on_every_day(day: date, today: date) -> None:
    assert parse_day(day.isoformat(), today) == day


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.sampled_from(DAYS), st.booleans())
def test_a_weekday_is_the_nearest_that_is_not_today(today: date, name: str, ahead: bool) -> None:
    day = parse_day(name[:3], today, ahead=ahead)
    assert DAYS[day.weekday()] == name
    assert 1 <= (day - today if ahead else today - day).days <= 7


@given(st.dates(date(20, 1, 1), date(9980, 1, 1)), st.dates(), st.booleans())
def test_a_day_without_its_year_is_the_nearest(today: date, meant: date, ahead: bool) -> None:
    day = parse_day(f"{meant.day} {MONTHS[meant.month - 1]}", today, ahead=ahead)
    assert (day.month, day.day) == (meant.month, meant.day)
    assert day >= today if ahead else day <= today
    if (meant.month, meant.day) != (2, 29):
        assert abs(day - today) < timedelta(days=366)


@given(st.dates(date(900, 1, 1), date(9000, 1, 1)), st.integers(0, 9999), st.sampled_from("+-"))
def test_a_month_away_is_the_same_day_or_the_last_of_its_month(today: date, months: int, sign: str) -> None:
    day = parse_day(f"{sign}{months}m", today)
    distance = (day.year - today.year) * 12 + day.month - today.month
    assert distance == (months if sign == "+" else -months)
    assert day.day == min(today.day, monthrange(day.year, day.month)[1])


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "written",
    [
        "x" * 10_000_000,
        "x" + " " * 1_000_000 + "x",
        "1 " * 1_000_000,
        "\x1b]" * 1_000_000,
        "9" * 1_000_000,
        "17 n" + "o" * 200,
    ],
    ids=lambda written: ascii(written[:8]),
)
def test_megabytes_are_refused_by_name(written: str) -> None:
    with pytest.raises(Problem, match=r"is not a date that I can read|is too long for a date") as refused:
        parse_day(written, TODAY)
    assert_clear(refused.value)


@pytest.mark.parametrize("written", ["2026-11-17 19:40", "bad", "31 February", "+99999d"])
def test_a_hint_about_a_day_shows_no_time_of_day(written: str) -> None:
    with pytest.raises(Problem) as refused:
        parse_day(written, TODAY)
    assert "2026-11-17." in refused.value.hint
    assert "19:40" not in refused.value.hint


@pytest.mark.parametrize("written", ["+99999d", "-100000d", "in 99999 years"])
def test_what_is_too_far_away_is_told_alike(written: str) -> None:
    with pytest.raises(Problem, match="is too far away"):
        parse_day(written, TODAY)
