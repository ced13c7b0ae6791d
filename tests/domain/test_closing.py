"""What is said at the end of a meeting, and what a meeting without a title is called."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.closing import FIELDS, LONGEST_RUN, PULSES, length, lines_of, read_next
from peerlog.domain.entry import Entry
from peerlog.domain.kinds import PULSE
from peerlog.domain.meeting_name import meeting_name
from peerlog.domain.moment import Moment
from peerlog.domain.problem import Problem

NOW = Moment.of(datetime(2026, 11, 21, 20, 0, tzinfo=UTC), "Europe/Dublin")
LAST = Moment.of(datetime(2026, 11, 21, 9, 30, tzinfo=UTC), "Europe/Dublin")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("fri", "2026-11-27T09:30"),
        ("in 2 weeks", "2026-12-05T09:30"),
        ("3 Dec 10:00", "2026-12-03T10:00"),
        ("2026-12-03 18:00", "2026-12-03T18:00"),
    ],
)
def test_a_day_alone_keeps_the_time_of_day(typed: str, expected: str) -> None:
    found = read_next(typed, LAST, NOW)
    assert found is not None
    assert str(found).startswith(expected)
    assert found.zone == "Europe/Dublin"


def test_nothing_typed_is_no_next_time_and_the_past_is_refused() -> None:
    assert read_next("  ", LAST, NOW) is None
    with pytest.raises(Problem, match="past"):
        read_next("yesterday", LAST, NOW)
    with pytest.raises(Problem):
        read_next("when it suits", LAST, NOW)


@given(st.floats(0, LONGEST_RUN * 60), st.none() | st.integers(1, 1440))
def test_a_meeting_that_ran_is_as_long_as_it_ran(passed: float, planned: int | None) -> None:
    minutes = length(passed, planned)
    assert minutes is not None
    assert minutes >= 1
    assert abs(minutes * 60 - passed) <= 30 or minutes == 1


@given(st.floats(LONGEST_RUN * 60 + 1, 10**9) | st.none(), st.none() | st.integers(1, 1440))
def test_one_that_was_forgotten_is_as_long_as_planned(passed: float | None, planned: int | None) -> None:
    assert length(passed, planned) == planned


@given(st.lists(st.text(alphabet="abc d", min_size=1).filter(str.strip), max_size=5), st.sampled_from(["", "- ", "* "]))
def test_each_line_is_one_thing(lines: list[str], mark: str) -> None:
    assert lines_of("\n\n".join(mark + line for line in lines)) == tuple(line.strip() for line in lines)


def test_the_form_has_every_number_of_give_and_take_once() -> None:
    names = [each.name for each in FIELDS]
    assert len(names) == len(set(names))
    assert {each.name for each in PULSES} == {each.name for each in PULSE.fields}


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"title": "The set in May", "people": ("Ada",)}, "The set in May"),
        ({"people": ("Ada", "Sam"), "channel": "coffee"}, "Coffee with Ada, Sam"),
        ({"people": ("Ada",), "channel": "phone"}, "Phone call with Ada"),
        ({"people": ("Ada",)}, "Meeting with Ada"),
        ({"text": "We spoke\nof this"}, "We spoke"),
        ({"channel": "video"}, "Video"),
        ({}, "Meeting"),
    ],
)
def test_a_meeting_has_a_name(fields: dict[str, str], name: str) -> None:
    when = str(Moment(datetime(2026, 11, 21, tzinfo=UTC) + timedelta()))
    assert meeting_name(Entry("0" * 64, "meeting", {**fields, "when": when}, "", "")) == name
