"""Days with times as people type them, read on Saturday 21 November 2026 at 10:15 in London."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.dates import parse_moment
from peerlog.domain.moment import Moment
from peerlog.domain.problem import Problem

from .hostile import assert_clear, texts
from .moments import moments
from .phrases import phrases

NOW = Moment.parse("2026-11-21T10:15:30+00:00[Europe/London]")

LOCAL = {
    "": "2026-11-21T10:15:30",
    "now": "2026-11-21T10:15:30",
    "today": "2026-11-21T10:15:30",
    "2026-11-21": "2026-11-21T10:15:30",
    "yesterday": "2026-11-20T12:00:00",
    "fri": "2026-11-20T12:00:00",
    "9am": "2026-11-21T09:00:00",
    "9 AM": "2026-11-21T09:00:00",
    "at 9pm": "2026-11-21T21:00:00",
    "12am": "2026-11-21T00:00:00",
    "12pm": "2026-11-21T12:00:00",
    "12:30am": "2026-11-21T00:30:00",
    "12:30 pm": "2026-11-21T12:30:00",
    "1:05pm": "2026-11-21T13:05:00",
    "21:30": "2026-11-21T21:30:00",
    "9:05": "2026-11-21T09:05:00",
    "9.30": "2026-11-21T09:30:00",
    "9h30": "2026-11-21T09:30:00",
    "0:00": "2026-11-21T00:00:00",
    "23:59:59": "2026-11-21T23:59:59",
    "yesterday 21:30": "2026-11-20T21:30:00",
    "yesterday at 9am": "2026-11-20T09:00:00",
    "tomorrow  12pm": "2026-11-22T12:00:00",
    "last fri 9am": "2026-11-20T09:00:00",
    "17 Nov 19:40": "2026-11-17T19:40:00",
    "17 Nov, 19:40": "2026-11-17T19:40:00",
    "Nov 17th 2025 at 7pm": "2025-11-17T19:00:00",
    "17 nov 2025 12am": "2025-11-17T00:00:00",
    "-3d 8:00": "2026-11-18T08:00:00",
    "in 2 weeks 9am": "2026-12-05T09:00:00",
    "2026-11-17 19:40": "2026-11-17T19:40:00",
    "2026-11-17 19:40:05": "2026-11-17T19:40:05",
    "2026-11-17T19:40": "2026-11-17T19:40:00",
    "2026-11-17t19:40:05": "2026-11-17T19:40:05",
    "2026-11-17, 7:40 pm": "2026-11-17T19:40:00",
}


@pytest.mark.parametrize(("written", "local"), LOCAL.items())
def test_reads_in_the_zone_of_now(written: str, local: str) -> None:
    assert str(parse_moment(written, NOW)) == f"{local}+00:00[Europe/London]"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-17T19:40:00+01:00", "2026-11-17T19:40:00+01:00"),
        ("2026-11-17 19:40+0545", "2026-11-17T19:40:00+05:45"),
        ("2026-11-17T19:40:00.123Z", "2026-11-17T19:40:00+00:00"),
        ("2026-11-17t19:40z", "2026-11-17T19:40:00+00:00"),
        ("2026-11-17T19:40-05:00[America/Toronto]", "2026-11-17T19:40:00-05:00[America/Toronto]"),
        ("2026-11-17 19:40+0100[Africa/Brazzaville]", "2026-11-17T19:40:00+01:00[Africa/Brazzaville]"),
        ("2026-11-17T19:40z[Europe/London]", "2026-11-17T19:40:00+00:00[Europe/London]"),
        ("2026-07-17 19:40", "2026-07-17T19:40:00+01:00[Europe/London]"),
        ("2026-03-29 01:30", "2026-03-29T02:30:00+01:00[Europe/London]"),
        ("2026-10-25 01:30", "2026-10-25T01:30:00+01:00[Europe/London]"),
    ],
)
def test_reads_offsets_and_zones(written: str, moment: str) -> None:
    assert str(parse_moment(written, NOW)) == moment


def test_keeps_the_offset_of_now_where_its_zone_is_unknown() -> None:
    now = Moment(datetime(2026, 11, 21, 10, 15, tzinfo=timezone(timedelta(hours=5, minutes=45))))
    assert str(parse_moment("17 jul 9am", now)) == "2026-07-17T09:00:00+05:45"


@given(moments, moments)
def test_reads_every_moment_as_it_is_written(moment: Moment, now: Moment) -> None:
    assert parse_moment(str(moment), now) == moment


@pytest.mark.parametrize(
    "written",
    [
        "25:00",
        "24:00",
        "21:60",
        "9:05:60",
        "0am",
        "0pm",
        "13pm",
        "13am",
        "yesterday 99:99",
        "12:60am",
        "2026-11-17 24:00",
    ],
)
def test_names_impossible_times(written: str) -> None:
    with pytest.raises(Problem, match=f"^“{written}” has no possible time of day\\.$") as refused:
        parse_moment(written, NOW)
    assert_clear(refused.value)


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("31 February 9am", "There is no 31 February in the calendar"),
        ("2026-02-31T19:40:00Z", "2026-02-31T19:40:00Z"),
        ("2026-11-17T24:00Z", "2026-11-17T24:00Z"),
        ("0001-01-01T00:00+14:00", "0001-01-01T00:00"),
        ("2026-11-17T19:40Z[Europe/\x1b[31mParis]", "2026-11-17T19:40Z"),
        ("whenever 9am", "whenever"),
        ("tomorrow at 9", "tomorrow at 9"),
        ("930", "930"),
        ("9 a clock", "9 a clock"),
        ("İ 9am", "İ"),
        ("2026-11-17 19:40 \ud83d", "2026-11-17 19:40"),
        ("9am\x00", "9am"),
    ],
)
def test_refuses_by_name(written: str, named: str) -> None:
    with pytest.raises(Problem) as refused:
        parse_moment(written, NOW)
    assert named in refused.value.message
    assert_clear(refused.value)


EDGES = (
    "0001-01-01T00:00:00+00:00[UTC]",
    "0001-01-02T13:59:59+14:00[Pacific/Kiritimati]",
    "9999-12-31T23:59:59+00:00",
    "9999-12-31T18:59:59-05:00[America/New_York]",
    "2026-11-17T19:40:00+01:00[Mars/Olympus_Mons]",
)
edges = st.sampled_from(EDGES).map(Moment.parse)


@given(texts | phrases, moments | edges)
def test_any_text_is_a_moment_or_a_problem(written: str, now: Moment) -> None:
    try:
        moment = parse_moment(written, now)
    except Problem as problem:
        assert_clear(problem)
    else:
        assert Moment.parse(str(moment)) == moment


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ("0001-01-01 00:00", "0001-02-01T00:00:00+05:41[Asia/Kathmandu]"),
        ("0001-01-01 00:00", "0001-02-01T00:00:00+14:00"),
        ("9999-12-31 23:59", "9999-11-01T00:00:00-05:00[America/New_York]"),
        ("9999-12-31 23:59", "9999-11-01T00:00:00-05:00"),
    ],
)
def test_the_ends_of_the_calendar_are_named(written: str, now: str) -> None:
    with pytest.raises(Problem, match=f"^“{written}.*” lies outside the years 1 to 9999") as refused:
        parse_moment(written, Moment.parse(now))
    assert_clear(refused.value)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "written",
    [
        "x" + " " * 1_000_000 + "x",
        " 9am" * 1_000_000,
        "9" * 1_000_000 + "am",
        "2026-11-17T19:40:00." + "9" * 1_000_000 + "Z",
    ],
    ids=lambda written: ascii(written[:8]),
)
def test_megabytes_are_refused_by_name(written: str) -> None:
    with pytest.raises(Problem, match=r"is not a date that I can read|is too long for a date") as refused:
        parse_moment(written, NOW)
    assert_clear(refused.value)


@pytest.mark.parametrize("written", ["bad", "31 February 10:00", "+99999d"])
def test_a_hint_about_a_moment_shows_a_time_of_day(written: str) -> None:
    with pytest.raises(Problem) as refused:
        parse_moment(written, NOW)
    assert "19:40" in refused.value.hint
