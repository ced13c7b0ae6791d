"""Hours and rhythm under an agreement: what counts, on which day, and how it is drawn."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.drawn import EMPTY, FULL, HELD, NONE, bar, beads, tally
from peerlog.domain.terms import Terms
from peerlog.domain.time_together import Contact, Help, is_with, standing

from .entries import entry

START, END = date(2026, 10, 31), date(2027, 2, 28)
offsets = st.integers(-200, 400)


def terms(**fields: object) -> Terms:
    start = {"people": "Sam", "starts": START, "ends": END, "cadence": "fortnightly", "hours": 2, "state": "active"}
    return Terms.of(entry("agreement", **{**start, **fields}))


@pytest.mark.parametrize(
    ("people", "apologies", "agreed", "counts"),
    [
        ("Sam", "", ["Sam"], True),
        ("sam", "", ["Sam"], True),
        ("Sam, Ada", "", ["Sam"], True),
        ("Ada", "", ["Sam"], False),
        ("", "", ["Sam"], False),
        ("Sam", "", [], False),
        ("Ada", "Noor, Sam", ["Ada", "Noor", "Sam"], True),
        ("Ada", "", ["Ada", "Noor", "Sam"], True),
        ("Ada, Zoë", "", ["Ada", "Noor", "Sam"], False),
        ("Ada, Noor, Sam, Zoë", "", ["Ada", "Noor", "Sam"], True),
    ],
)
def test_with_whom_a_meeting_counts(people: str, apologies: str, agreed: list[str], counts: bool) -> None:
    assert is_with(entry("meeting", people=people, apologies=apologies), agreed) is counts


def test_the_writer_s_own_name_makes_no_difference() -> None:
    meeting = entry("meeting", people="Ada, kim")
    assert is_with(meeting, ["Ada", "Noor"], "Kim")
    assert not is_with(meeting, ["Ada", "Noor"], "Zoë")
    assert not is_with(entry("meeting", people="Kim"), ["Sam"], "Kim")


def test_a_meeting_that_links_to_the_agreement_belongs_to_it() -> None:
    agreement = entry("agreement", people="Sam")
    assert is_with(entry("meeting", people="Zoë", links=[agreement.id]), ["Sam"], agreement_id=agreement.id)


def test_hours_given_count_like_those_received() -> None:
    contacts = [Contact(date(2026, 11, 7), 60), Contact(date(2026, 11, 20), None, in_writing=True)]
    helps = [Help(date(2026, 11, 9), 30, True), Help(date(2026, 12, 1), 20, False), Help(date(2026, 10, 1), 99, True)]
    found = standing(terms(), contacts, helps, date(2026, 12, 2))
    assert (found.together, found.given, found.received, found.minutes) == (60, 30, 20, 110)
    assert (found.month_minutes, found.month_agreed) == (20, 120)
    assert (found.meetings, found.in_writing, found.without_minutes) == (2, 1, 1)
    assert (found.last, found.due) == (date(2026, 11, 20), date(2026, 12, 4))


@pytest.mark.parametrize(
    ("today", "passed", "left"),
    [("2026-10-30", 0.0, 121), ("2026-10-31", 0.0, 120), ("2026-12-30", 0.5, 60), ("2027-02-28", 1.0, 0)],
)
def test_how_much_of_its_time_has_passed(today: str, passed: float, left: int) -> None:
    found = standing(terms(), [], [], date.fromisoformat(today))
    assert (found.passed, found.days_left) == (passed, left)


def test_without_an_end_hours_or_cadence_nothing_is_measured_against_them() -> None:
    found = standing(terms(ends=None, hours=None, cadence=""), [Contact(START, 5)], [], START + timedelta(days=9))
    assert (found.passed, found.days_left, found.agreed, found.month_agreed) == (None, None, None, None)
    assert (found.due, found.rhythm, found.minutes) == (None, (), 5)


def test_after_the_end_nothing_more_counts_and_nothing_is_due() -> None:
    late = Contact(END + timedelta(days=1), 60)
    found = standing(terms(state="ended"), [late], [], END + timedelta(days=30))
    assert (found.minutes, found.meetings, found.last, found.due) == (0, 0, None, None)


@given(st.lists(offsets, max_size=30), offsets)
def test_each_contact_of_the_time_stands_in_one_period(days: list[int], passed: int) -> None:
    contacts = [Contact(START + timedelta(days=day), 10) for day in days]
    found = standing(terms(), contacts, [], START + timedelta(days=passed))
    assert sum(found.rhythm) == found.meetings == found.minutes // 10
    assert found.meetings <= len(contacts)
    assert len(found.rhythm) <= 60


@given(st.integers(0, 1000), st.integers(1, 1000), st.integers(2, 60))
def test_a_bar_is_full_only_when_it_is(done: int, of: int, cells: int) -> None:
    drawn = bar(done, of, cells)
    assert len(drawn) == cells
    assert (EMPTY in drawn) == (done < of)
    assert (FULL in drawn) == (done > 0)


def test_beads_and_strokes() -> None:
    assert beads([1, 0, 2]) == f"{HELD} {NONE} 2"
    assert beads([]) == ""
    assert bar(1, 0) == ""
    assert (tally(0), tally(3), tally(13)) == ("", "▪▪▪", "▪" * 11 + "+")
