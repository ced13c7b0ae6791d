"""Hours across zones and across changes of their clocks: London, Sydney, New York, Kathmandu."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.clock_change import instants_of, place_of, say_change, say_change_in
from peerlog.domain.moment import Moment
from peerlog.domain.problem import Problem
from peerlog.domain.waking_hours import SLEEPS, WAKES, DayOfHours, hours_ahead, is_awake

LONDON, SYDNEY, NEW_YORK, KATHMANDU = "Europe/London", "Australia/Sydney", "America/New_York", "Asia/Kathmandu"
ZONES = (LONDON, SYDNEY, NEW_YORK, KATHMANDU)


@pytest.mark.parametrize(
    ("zone", "local", "offsets"),
    [
        # Forward: an hour that is not there. Back: one that is there twice.
        (LONDON, "2026-03-29 00:59", ["+00:00"]),
        (LONDON, "2026-03-29 01:00", []),
        (LONDON, "2026-03-29 01:59", []),
        (LONDON, "2026-03-29 02:00", ["+01:00"]),
        (LONDON, "2026-10-25 01:30", ["+01:00", "+00:00"]),
        (LONDON, "2026-10-25 02:00", ["+00:00"]),
        (SYDNEY, "2026-10-04 02:30", []),
        (SYDNEY, "2026-10-04 03:00", ["+11:00"]),
        (SYDNEY, "2026-04-05 02:30", ["+11:00", "+10:00"]),
        (SYDNEY, "2026-04-05 03:00", ["+10:00"]),
        (NEW_YORK, "2026-03-08 02:30", []),
        (NEW_YORK, "2026-11-01 01:30", ["-04:00", "-05:00"]),
        (KATHMANDU, "2026-03-29 01:30", ["+05:45"]),
        (KATHMANDU, "2026-10-25 01:30", ["+05:45"]),
    ],
)
def test_instants(zone: str, local: str, offsets: list[str]) -> None:
    found = instants_of(datetime.fromisoformat(local), zone)
    assert [f"{each.local:%z}"[:3] + ":" + f"{each.local:%z}"[3:] for each in found] == offsets
    assert all(f"{each.local:%Y-%m-%d %H:%M}" == local for each in found)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1)), st.sampled_from(ZONES))
def test_every_instant_shows_the_time_that_was_asked_for(local: datetime, zone: str) -> None:
    local = local.replace(microsecond=0)
    found = instants_of(local, zone)
    assert len(found) <= 2
    assert [each.utc for each in found] == sorted({each.utc for each in found})
    assert all(each.local.replace(tzinfo=None) == local for each in found)
    if found:
        assert Moment.at_local(local, zone).utc == found[0].utc


def test_a_change_is_said_in_words() -> None:
    assert say_change(datetime(2026, 3, 29, 1, 30), LONDON) == (
        "There is no 01:30 in London that day, for clocks go forward: 02:30 is taken."
    )
    assert say_change(datetime(2026, 11, 1, 1, 30), NEW_YORK) == (
        "01:30 comes twice in New York that day, for clocks go back: the first one is taken."
    )
    assert say_change(datetime(2026, 11, 21, 1, 30), LONDON) == ""
    assert say_change(datetime(2026, 3, 29, 1, 30), "") == ""
    assert place_of("America/Argentina/Buenos_Aires") == "Buenos Aires"


def said(day: DayOfHours) -> list[str]:
    """The clocks of the hours that suit everybody."""
    return [" ".join(f"{clock.local:%H:%M}" for clock in hour.clocks) for hour in day.suiting]


@pytest.mark.parametrize(
    ("zones", "day", "expected"),
    [
        # New York puts its clocks back a week after London: for a week they are four hours apart.
        ((LONDON, NEW_YORK), "2026-10-24", (10, "12:00 07:00", "21:00 16:00")),
        ((LONDON, NEW_YORK), "2026-10-26", (11, "11:00 07:00", "21:00 17:00")),
        ((LONDON, NEW_YORK), "2026-11-02", (10, "12:00 07:00", "21:00 16:00")),
        # London and Sydney in the northern winter, eleven hours apart: morning here, evening there.
        ((LONDON, SYDNEY), "2026-11-23", (6, "07:00 18:00", "21:00 08:00")),
        ((LONDON, SYDNEY), "2026-06-22", (6, "07:00 16:00", "12:00 21:00")),
        # Kathmandu is a quarter of an hour off: 20:45 would end too late.
        ((LONDON, KATHMANDU), "2026-11-23", (9, "07:00 12:45", "15:00 20:45")),
    ],
)
def test_hours_that_suit_everybody(zones: tuple[str, ...], day: str, expected: tuple[int, str, str]) -> None:
    (found,) = hours_ahead(zones, Moment.parse(f"{day}T00:00:00+00:00").in_zone("UTC"), days=1)
    suiting = said(found)
    assert (len(suiting), suiting[0], suiting[-1]) == expected
    for hour in found.hours:
        assert hour.suits_all == all(is_awake(clock, 60) for clock in hour.clocks)
    assert all(int(clock[:2]) >= WAKES for hour in suiting for clock in hour.split())
    assert all(clock <= f"{SLEEPS - 1}:00" for hour in suiting for clock in hour.split())


@pytest.mark.parametrize(
    ("zone", "day", "count", "skipped", "repeated"),
    [
        (LONDON, "2026-03-29", 23, ["01:00"], []),
        (LONDON, "2026-10-25", 25, [], ["01:00"]),
        (SYDNEY, "2026-10-04", 23, ["02:00"], []),
        (SYDNEY, "2026-04-05", 25, [], ["02:00"]),
        (NEW_YORK, "2026-03-08", 23, ["02:00"], []),
        (NEW_YORK, "2026-11-01", 25, [], ["01:00"]),
        (KATHMANDU, "2026-03-29", 24, [], []),
    ],
)
def test_days_with_an_hour_less_or_more(
    zone: str, day: str, count: int, skipped: list[str], repeated: list[str]
) -> None:
    midnight = Moment.at_local(datetime.fromisoformat(f"{day} 00:00"), zone)
    now = Moment.of(midnight.utc - timedelta(minutes=1), zone)
    (_, found) = hours_ahead((zone, "UTC"), now, days=2)
    assert found.day.isoformat() == day
    starts = [hour.clocks[0] for hour in found.hours]
    assert len(starts) == count
    assert [each.utc for each in starts] == sorted(each.utc for each in starts)
    assert [f"{each:%H:%M}" for each in found.skipped] == skipped
    assert [f"{hour.clocks[0].local:%H:%M}" for hour in found.hours if hour.again] == repeated


def test_only_what_is_still_to_come_and_fourteen_days_of_it() -> None:
    now = Moment.parse("2026-11-21T20:30:00+00:00[Europe/London]")
    days = hours_ahead((LONDON,), now)
    assert len(days) == 14
    assert [f"{hour.clocks[0].local:%H:%M}" for hour in days[0].hours] == ["21:00", "22:00", "23:00"]
    assert said(days[0]) == ["21:00"]
    assert days[0].skipped == ()
    assert time(7) == days[1].suiting[0].clocks[0].local.time()


def test_a_meeting_has_to_end_by_ten() -> None:
    start = Moment.parse("2026-11-21T20:30:00+00:00[Europe/London]")
    assert is_awake(start, 90)
    assert not is_awake(start, 91)
    assert not is_awake(Moment.parse("2026-11-21T06:59:00+00:00[Europe/London]"), 10)
    assert not is_awake(start, 24 * 60)
    assert is_awake(Moment.parse("2026-11-21T20:30:00+05:45"), 90)  # an offset will do


def test_a_zone_that_does_not_exist_and_a_meeting_without_end() -> None:
    now = Moment.parse("2026-11-21T20:30:00+00:00[Europe/London]")
    with pytest.raises(Problem, match="no time zone called “Europe/Atlantis”"):
        hours_ahead((LONDON, "Europe/Atlantis"), now)
    with pytest.raises(Problem, match="901 minutes do not fit"):
        hours_ahead((LONDON,), now, minutes=901)


def test_a_typed_time_says_what_a_change_makes_of_it() -> None:
    now = Moment.parse("2026-03-20T10:00:00+00:00[Europe/London]")
    assert say_change_in("29 Mar 01:30", now, ahead=True).startswith("There is no 01:30 in London")
    assert say_change_in("2026-10-25 01:30", now).startswith("01:30 comes twice in London")
    assert say_change_in("2026-10-25T01:30:00+00:00[Europe/London]", now) == ""
    assert say_change_in("29 Mar 03:30", now, ahead=True) == ""
    assert say_change_in("today", now) == ""
    with pytest.raises(Problem):
        say_change_in("half past", now)
