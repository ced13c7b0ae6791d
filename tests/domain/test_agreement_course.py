"""The course of an agreement: which moves lead where, and what is asked on which day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.agreement_course import Ask, Move, move, moves_from, question_about
from peerlog.domain.entry import Entry
from peerlog.domain.problem import Problem
from peerlog.domain.terms import Terms, next_meeting

from .entries import entry
from .hostile import assert_clear

TODAY = date(2026, 11, 27)
STATES = ("draft", "active", "paused", "ended")
days = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def agreement(**fields: object) -> Entry:
    return entry("agreement", **{"people": "Sam", "starts": "2026-10-31", "ends": "2027-02-28", **fields})


def after(before: Entry, wanted: Move, until: date | None = None, today: date = TODAY) -> Entry:
    return entry("agreement", **{**before.fields, **move(before, wanted, today, until)})


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("wanted", Move)
def test_a_move_is_made_exactly_where_it_is_offered(state: str, wanted: Move) -> None:
    before = agreement(state=state)
    if wanted in moves_from(state):
        assert after(before, wanted).state in STATES
        return
    with pytest.raises(Problem, match="This agreement") as refused:
        move(before, wanted, TODAY)
    assert_clear(refused.value)


@given(st.lists(st.sampled_from(Move), max_size=8), days)
def test_whatever_is_done_in_any_order_it_stays_sound(moves: list[Move], today: date) -> None:
    found = entry("agreement", people="Sam")
    for wanted in moves:
        if wanted in moves_from(found.state):
            found = after(found, wanted, today=today)
        terms = Terms.of(found)
        assert terms.state in STATES
        assert terms.ends is None or terms.ends >= terms.starts
        assert terms.resume is None or terms.state == "paused"
    assert moves_from(found.state)


def test_a_draft_begins_with_what_it_lacks() -> None:
    begun = after(entry("agreement", people="Sam"), Move.START, today=date(2027, 10, 31))
    assert (begun.state, begun.line("starts"), begun.line("ends")) == ("active", "2027-10-31", "2028-02-29")
    with pytest.raises(Problem, match="before it begins"):
        move(agreement(ends="2026-10-30"), Move.START, TODAY)


@pytest.mark.parametrize(
    ("ends", "today", "expected"),
    [
        ("2027-02-28", "2027-02-20", "2027-06-28"),
        ("2027-02-28", "2027-03-31", "2027-07-31"),
        ("2027-10-31", "2027-10-31", "2028-10-31"),
    ],
)
def test_renewing_gives_as_long_again(ends: str, today: str, expected: str) -> None:
    running = agreement(state="active", ends=ends)
    renewed = after(running, Move.RENEW, today=date.fromisoformat(today))
    assert renewed.line("ends") == expected
    assert date.fromisoformat(today) < date.fromisoformat(renewed.line("review")) < date.fromisoformat(expected)


def test_days_that_do_not_fit_are_refused() -> None:
    running = agreement(state="active")
    for wanted in (Move.PAUSE, Move.RENEW, Move.LOOKED_AT):
        with pytest.raises(Problem) as refused:
            move(running, wanted, TODAY, TODAY)
        assert refused.value.hint
    with pytest.raises(Problem, match="9999"):
        move(agreement(state="active", ends="9999-12-30"), Move.RENEW, TODAY)


def test_an_ending_keeps_the_day_on_which_it_was_over() -> None:
    assert after(agreement(state="active"), Move.END).line("ends") == "2026-11-27"
    assert after(agreement(state="active", ends="2026-11-20"), Move.END).line("ends") == "2026-11-20"
    early = after(agreement(state="active", starts="2026-12-24"), Move.END)
    assert early.line("ends") == early.line("starts")


@pytest.mark.parametrize(
    ("fields", "ask"),
    [
        ({"state": "active"}, None),
        ({"state": "active", "ends": "2026-12-12"}, None),
        ({"state": "active", "ends": "2026-12-11"}, Ask.NEAR_END),
        ({"state": "active", "ends": "2026-11-27"}, Ask.NEAR_END),
        ({"state": "active", "ends": "2026-11-26"}, Ask.OVER),
        ({"state": "active", "review": "2026-11-28"}, None),
        ({"state": "active", "review": "2026-11-27"}, Ask.REVIEW),
        ({"state": "active", "review": "2026-11-01", "ends": "2026-11-30"}, Ask.NEAR_END),
        ({"state": "paused", "ends": "2026-11-01"}, None),
        ({"state": "paused", "resume": "2026-11-28"}, None),
        ({"state": "paused", "resume": "2026-11-27"}, Ask.RESUME),
        ({"state": "draft", "ends": "2026-11-01"}, None),
        ({"state": "ended", "review": "2026-11-01"}, None),
    ],
)
def test_what_is_asked_on_a_day(fields: dict[str, str], ask: Ask | None) -> None:
    found = question_about(agreement(**fields), TODAY)
    assert (found.ask if found else None) == ask
    if found:
        assert "Sam" in found.words
        assert found.words.endswith("?")


@given(days, st.integers(1, 200))
def test_after_an_answer_the_question_is_gone(today: date, length: int) -> None:
    near = agreement(state="active", starts=today - timedelta(days=length), ends=today + timedelta(days=3))
    assert question_about(near, today)
    for wanted in (Move.RENEW, Move.END, Move.PAUSE):
        assert question_about(after(near, wanted, today=today), today) is None
    looked = agreement(state="active", ends=today + timedelta(days=90), review=today)
    assert question_about(looked, today)
    assert question_about(after(looked, Move.LOOKED_AT, today=today), today) is None


@pytest.mark.parametrize(
    ("cadence", "last", "expected"),
    [
        ("weekly", "2026-12-28", "2027-01-04"),
        ("fortnightly", "2028-02-22", "2028-03-07"),
        ("monthly", "2027-01-31", "2027-02-28"),
        ("quarterly", "2026-11-30", "2027-02-28"),
        ("half-yearly", "2026-08-31", "2027-02-28"),
        ("half-yearly", "2027-08-29", "2028-02-29"),
        ("", "2026-08-31", None),
        ("weekly", "9999-12-30", None),
        ("half-yearly", "9999-12-30", None),
    ],
)
def test_the_next_meeting_by_the_cadence(cadence: str, last: str, expected: str | None) -> None:
    found = next_meeting(cadence, date.fromisoformat(last))
    assert (found.isoformat() if found else None) == expected
