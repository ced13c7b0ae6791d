"""Clocks in zones: the same instant elsewhere, daylight saving, and the ends of the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peerlog.domain.moment import Moment, zone_named
from peerlog.domain.problem import Problem

from .hostile import assert_clear
from .moments import ZONES


@given(st.datetimes(datetime(1973, 1, 1), datetime(9000, 1, 1)), st.sampled_from(ZONES), st.sampled_from(ZONES))
def test_the_same_instant_on_other_clocks(instant: datetime, here: str, there: str) -> None:
    moment = Moment.of(instant.replace(tzinfo=UTC), here)
    assert moment.utc == instant.replace(tzinfo=UTC, microsecond=0)
    assert moment.in_zone(there).utc == moment.utc
    assert moment.in_zone(there).in_zone(here) == moment


@given(st.datetimes(), st.sampled_from(ZONES))
@example(datetime(2026, 3, 29, 1, 30), "Europe/London")
@example(datetime(2011, 12, 30, 12), "Pacific/Apia")  # a whole day that was left out
def test_a_local_time_is_what_clocks_show(local: datetime, zone: str) -> None:
    local = local.replace(microsecond=0)
    try:
        moment = Moment.at_local(local, zone)
    except Problem as problem:
        assert not 2 <= local.year <= 9998
        assert_clear(problem)
        return
    shown = moment.local.replace(tzinfo=None)
    assert moment.zone == zone
    assert shown == local or timedelta() < shown - local <= timedelta(days=1)
    assert Moment.at_local(shown, zone) == moment or Moment.at_local(shown, zone).utc < moment.utc


@pytest.mark.parametrize(
    ("zone", "local", "written"),
    [
        ("Europe/London", "2026-03-29 00:59", "2026-03-29T00:59:00+00:00"),
        ("Europe/London", "2026-03-29 01:30", "2026-03-29T02:30:00+01:00"),
        ("Europe/London", "2026-03-29 02:00", "2026-03-29T02:00:00+01:00"),
        ("Europe/London", "2026-10-25 01:30", "2026-10-25T01:30:00+01:00"),
        ("Europe/London", "2026-10-25 02:00", "2026-10-25T02:00:00+00:00"),
        ("Europe/London", "1847-01-01 12:00", "1847-01-01T12:00:00-00:01"),
        ("Australia/Sydney", "2026-10-04 02:30", "2026-10-04T03:30:00+11:00"),
        ("Australia/Sydney", "2026-04-05 02:30", "2026-04-05T02:30:00+11:00"),
        ("Australia/Sydney", "2026-04-05 03:00", "2026-04-05T03:00:00+10:00"),
        ("America/New_York", "2026-03-08 02:30", "2026-03-08T03:30:00-04:00"),
        ("America/New_York", "2026-11-01 01:30", "2026-11-01T01:30:00-04:00"),
        ("America/New_York", "2026-11-01 02:00", "2026-11-01T02:00:00-05:00"),
        ("Asia/Kathmandu", "2026-11-17 19:40", "2026-11-17T19:40:00+05:45"),
        ("Asia/Kathmandu", "1986-01-01 00:05", "1986-01-01T00:20:00+05:45"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04T02:45:00+11:00"),
        ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-05T01:45:00+11:00"),
        ("Australia/Lord_Howe", "2026-04-05 02:00", "2026-04-05T02:00:00+10:30"),
    ],
)
def test_clocks_that_jump(zone: str, local: str, written: str) -> None:
    assert str(Moment.at_local(datetime.fromisoformat(local), zone)) == f"{written}[{zone}]"


def test_the_second_time_of_two_is_told_from_the_first() -> None:
    first = Moment.of(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/London")
    second = Moment.of(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Europe/London")
    assert str(first) == "2026-10-25T01:30:00+01:00[Europe/London]"
    assert str(second) == "2026-10-25T01:30:00+00:00[Europe/London]"
    assert Moment.parse(str(second)).utc - Moment.parse(str(first)).utc == timedelta(hours=1)


@pytest.mark.parametrize("edge", [datetime.min, datetime.max])
@pytest.mark.parametrize("zone", [*ZONES, "Etc/GMT-14"])
def test_the_ends_of_the_calendar(edge: datetime, zone: str) -> None:
    at_the_edge = Moment.of(edge.replace(tzinfo=UTC))
    attempts: list[Callable[[], Moment]] = [
        lambda: Moment.at_local(edge, zone),
        lambda: Moment.of(edge.replace(tzinfo=UTC), zone),
        lambda: Moment.of(edge.replace(tzinfo=ZoneInfo(zone))),
        lambda: at_the_edge.in_zone(zone),
    ]
    for attempt in attempts:
        try:
            moment = attempt()
        except Problem as problem:
            assert_clear(problem)
        else:
            assert moment.utc.year == edge.year


@pytest.mark.parametrize(
    ("edge", "zone"),
    [(datetime.min, "Asia/Kathmandu"), (datetime.max, "America/New_York")],
)
def test_no_clock_shows_what_lies_beyond_the_calendar(edge: datetime, zone: str) -> None:
    with pytest.raises(Problem, match="lies outside the years 1 to 9999"):
        Moment.at_local(edge, zone)


def test_every_zone_of_this_machine_can_be_written() -> None:
    winter = datetime(2026, 1, 17, 19, 40, tzinfo=UTC)
    for name in available_timezones():
        moment = Moment.of(winter, name)
        assert Moment.parse(str(moment)) == moment


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            " ",
            ".",
            "..",
            "Europe",
            "Europe/",
            "Mars/Olympus",
            "/etc/passwd",
            "../../etc/passwd",
            "a\x00b",
            "\ud800",
        ),
        *("Europe..London", "Europe/London/x", "zone.tab", "London", "+01:00", "\x1b[31m", "x" * 1_000_000),
    ],
    ids=lambda name: ascii(name[:20]),
)
def test_unknown_zones(name: str) -> None:
    with pytest.raises(Problem, match=r"^There is no time zone called “") as refused:
        zone_named(name)
    assert_clear(refused.value)


def test_a_zone_that_this_machine_does_not_know_is_kept_and_only_named_when_needed() -> None:
    moment = Moment.parse("2026-11-17T19:40:00+01:00[Mars/Olympus_Mons]")
    assert moment.utc == datetime(2026, 11, 17, 18, 40, tzinfo=UTC)
    assert str(moment.in_zone("UTC")) == "2026-11-17T18:40:00+00:00[UTC]"
    with pytest.raises(Problem, match="Mars/Olympus_Mons"):
        moment.in_zone(moment.zone)
