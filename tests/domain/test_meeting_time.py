"""When a meeting ends and is over."""

from __future__ import annotations

import pytest

from peerlog.domain.entry import Entry
from peerlog.domain.meeting_time import end_of, is_over, minutes_until, took_place
from peerlog.domain.moment import Moment
from peerlog.domain.problem import Problem

from .hostile import assert_clear

NOW = Moment.parse("2026-11-21T10:00:00+00:00[Europe/London]")


def meeting(when: str = "2026-11-21T09:30:00+00:00[Europe/London]", **fields: str | int) -> Entry:
    return Entry("a" * 64, "meeting", {"when": when, **fields}, "", "")


def test_over_is_held_cancelled_or_past() -> None:
    assert not is_over(meeting(), NOW)  # an hour, where nothing is said
    assert is_over(meeting(minutes=30), NOW)
    assert is_over(meeting(state="held"), NOW)
    assert is_over(meeting(channel="e-mail"), NOW)
    assert not is_over(meeting("2026-11-22T09:30:00+00:00", state="planned"), NOW)
    assert is_over(meeting("2026-11-22T09:30:00+00:00", state="cancelled"), NOW)
    assert not took_place(meeting(state="cancelled"), NOW)
    assert took_place(meeting(minutes=30, state="planned"), NOW)
    assert f"{end_of(meeting(minutes=45)):%H:%M}" == "10:15"


@pytest.mark.parametrize(
    ("start", "until", "minutes"),
    [
        ("2026-11-21T09:30:00+00:00[Europe/London]", "10:15", 45),
        ("2026-11-21T09:30:00+00:00[Europe/London]", "11", 90),
        ("2026-11-21T21:30:00+00:00[Europe/London]", "11pm", 90),
        ("2026-11-21T23:30:00+00:00[Europe/London]", "2026-11-22 00:30", 60),
        # Across the change of the clocks it lasts as long as it lasts.
        ("2026-03-29T00:30:00+00:00[Europe/London]", "2:30", 60),
        ("2026-10-25T00:30:00+01:00[Europe/London]", "2:30", 180),
    ],
)
def test_until(start: str, until: str, minutes: int) -> None:
    assert minutes_until(Moment.parse(start), until) == minutes


@pytest.mark.parametrize("until", ["9:00", "09:30", "yesterday 10:00", "9"])
def test_an_end_before_the_start_is_said_so(until: str) -> None:
    with pytest.raises(Problem, match="would end before it starts: it begins at 09:30") as caught:
        minutes_until(Moment.parse("2026-11-21T09:30:00+00:00[Europe/London]"), until)
    assert_clear(caught.value)


@pytest.mark.parametrize("until", ["2026-11-23 10:00", "half past", "25:00", ""])
def test_ends_that_cannot_be(until: str) -> None:
    with pytest.raises(Problem) as caught:
        minutes_until(Moment.parse("2026-11-21T09:30:00+00:00[Europe/London]"), until)
    assert_clear(caught.value)
