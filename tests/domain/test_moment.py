"""Moments: RFC 9557 there and back, clocks that jump, and the ends of the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peerlog.domain.moment import Moment, utc_stamp
from peerlog.domain.problem import Problem

from .hostile import assert_clear, texts
from .moments import ZONES

offsets = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
odd_offsets = st.integers(-86_399, 86_399).map(lambda seconds: timezone(timedelta(seconds=seconds)))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2026-11-17T19:40:00+01:00", "2026-11-17T19:40:00+01:00"),
        ("2026-11-17T19:40+01:00", "2026-11-17T19:40:00+01:00"),
        ("2026-11-17T19:40:00Z", "2026-11-17T19:40:00+00:00"),
        ("2026-11-17T19:40:00-00:00", "2026-11-17T19:40:00+00:00"),
        ("2026-11-17T19:40:00.999999999+05:45", "2026-11-17T19:40:00+05:45"),
        ("2026-11-17T19:40:00+01:00[Europe/Paris]", "2026-11-17T19:40:00+01:00[Europe/Paris]"),
        ("2026-11-17T19:40:00-03:00[Etc/GMT+3]", "2026-11-17T19:40:00-03:00[Etc/GMT+3]"),
        ("2026-11-17T19:40:00+01:00[Mars/Olympus_Mons]", "2026-11-17T19:40:00+01:00[Mars/Olympus_Mons]"),
        ("2024-02-29T00:00:00+14:00", "2024-02-29T00:00:00+14:00"),
        ("0001-01-01T00:00:00+00:00", "0001-01-01T00:00:00+00:00"),
        ("9999-12-31T23:59:59+00:00", "9999-12-31T23:59:59+00:00"),
    ],
)
def test_reads_and_writes(written: str, kept: str) -> None:
    assert str(Moment.parse(written)) == kept


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "2026-11-17",
        "2026-11-17T19:40:00",
        "2026-11-17 19:40:00+01:00",
        "2026-11-17T19:40:00+0100",
        "2026-11-17T19:40:00+01:00[]",
        "2026-11-17T19:40:00+01:00[Europe/Paris",
        "2026-11-17T19:40:00+01:00[Europe/Par\x1bis]",
        "2026-11-17T19:40:00+01:00[" + "x" * 65 + "]",
        "2026-11-17T19:40:00+01:00\n",
        "2026-02-29T00:00:00Z",
        "2026-02-31T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "2026-11-17T25:00:00Z",
        "2026-11-17T19:60:00Z",
        "2026-11-17T19:40:60Z",
        "2026-11-17T19:40:00+24:00",
        "2026-11-17T19:40:00+01:60",
        "2026-11-17T19:40:00+99:99",
        "２０２６-11-17T19:40:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-00:01",
        "\x00",
        "\ud83d",
        "x" * 10_000_000,
        "2026-11-17T19:40:00." + "9" * 1_000_000,
    ],
    ids=lambda written: ascii(written[:48]),
)
def test_refuses_by_name(written: str) -> None:
    with pytest.raises(Problem, match=r"^“.*” is not a ") as refused:
        Moment.parse(written)
    assert_clear(refused.value)


@given(
    st.datetimes(),
    st.none() | offsets | odd_offsets | st.sampled_from(ZONES).map(ZoneInfo),
    st.sampled_from(("", *ZONES)),
)
@example(datetime.min, timezone(timedelta(hours=14)), "")
@example(datetime.max, timezone(timedelta(hours=-12)), "")
@example(datetime.min, UTC, "America/New_York")
@example(datetime.max, UTC, "Pacific/Kiritimati")
@example(datetime(1847, 1, 1), ZoneInfo("Europe/London"), "")
@example(datetime(1930, 1, 1), ZoneInfo("Europe/Amsterdam"), "")
def test_every_moment_is_read_back_as_written(local: datetime, zone: tzinfo | None, into: str) -> None:
    try:
        moment = Moment.of(local.replace(tzinfo=zone or UTC), into)
    except Problem as problem:
        assert_clear(problem)
        return
    assert Moment.parse(str(moment)) == moment
    assert hash(Moment.parse(str(moment))) == hash(moment)
    assert moment.utc == moment.local
    assert moment.utc.tzinfo is UTC
    assert moment.day == moment.local.date()
    assert moment.zone == into


near_misses = st.from_regex(
    r"\d{1,4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d)?(\.\d*)?([Zz]|[+-]\d\d:?\d\d)?(\[[A-Za-z/\x00]{0,9}\])?", fullmatch=True
)


@given(texts | near_misses)
def test_any_text_is_a_moment_or_a_problem(written: str) -> None:
    try:
        moment = Moment.parse(written)
    except Problem as problem:
        assert_clear(problem)
    else:
        assert Moment.parse(str(moment)) == moment


def test_what_was_written_decides_the_day() -> None:
    moment = Moment.parse("2026-11-17T23:30:00-05:00[America/New_York]")
    assert moment.day == date(2026, 11, 17)
    assert moment.in_zone("Asia/Kathmandu").day == date(2026, 11, 18)


def test_a_moment_needs_an_offset_and_a_possible_zone() -> None:
    with pytest.raises(ValueError, match="needs an offset"):
        Moment(datetime(2026, 11, 17))
    with pytest.raises(Problem, match="cannot be the name"):
        Moment(datetime(2026, 11, 17, tzinfo=UTC), "a]\x1b[31m")


@pytest.mark.parametrize(
    ("when", "stamp"),
    [
        (datetime(2026, 11, 21, 21, 54, 56, 999_999, UTC), "2026-11-21T21:54:56Z"),
        (datetime(2026, 11, 21, 1, tzinfo=timezone(timedelta(hours=5, minutes=45))), "2026-11-20T19:15:00Z"),
        (datetime(800, 12, 25, tzinfo=UTC), "0800-12-25T00:00:00Z"),
    ],
)
def test_stamps(when: datetime, stamp: str) -> None:
    assert utc_stamp(when) == stamp


def test_a_stamp_outside_the_calendar_is_a_problem() -> None:
    with pytest.raises(Problem, match="1 to 9999"):
        utc_stamp(datetime.max.replace(tzinfo=timezone(timedelta(hours=-1))))
