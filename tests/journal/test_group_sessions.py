"""What a group's session leaves in the journal, and whose turn it is next time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.journal.conftest import SetClock

from peerlog.domain.entry import Draft, Entry
from peerlog.domain.group_session import GroupSession, Outcome
from peerlog.domain.problem import Problem
from peerlog.domain.protocol import Protocol
from peerlog.domain.session_clock import go_on, pause, resume
from peerlog.journal.action_reader import action_reader
from peerlog.journal.group_sessions import (
    as_draft,
    begin,
    earlier_presenters,
    is_session,
    offered_turns,
    people_of,
    protocol_named,
    record,
    session_in,
    usual_minutes,
)
from peerlog.journal.journal import Journal
from peerlog.journal.practice_files import group_protocols

FIVE = ("Kim", "Sam", "Ada", "Bo", "Cy")


@pytest.fixture
def learning() -> Protocol:
    return group_protocols()[0]["action_learning"]


def through(session: GroupSession, seconds: float = 60) -> GroupSession:
    """A session of which each step has taken so long."""
    clock = resume(session.clock, 0)
    for number in range(1, len(session.steps) + 1):
        clock = go_on(clock, number * seconds)
    return replace(session, clock=pause(clock, 0))


def held(journal: Journal, protocol: Protocol, *presenters: str, people: tuple[str, ...] = FIVE) -> Entry:
    return record(journal, through(begin(journal, protocol, people, presenters, 120)))


def test_all_that_came_of_it_is_kept(journal: Journal, learning: Protocol) -> None:
    session = begin(journal, learning, FIVE, ("Kim", "Sam"), 120)
    session = session.with_outcome(2, Outcome("What am I not asking?", "Ask Ada first."))
    session = replace(
        session, notes="Good questions.", actions=(action_reader(journal, session.people).read("sam reading list fri"),)
    )
    journal.entries.keep_draft(replace(as_draft(session, "d1"), saved=journal.time.stamp()))
    meeting = record(journal, through(session), "d1")
    assert meeting.title == meeting.line("protocol") == "Action Learning set"
    assert meeting.state == "held"
    assert meeting.minutes == len(session.steps)
    assert meeting.text == "Good questions."
    assert set(meeting.members("people")) == set(FIVE) - {journal.profile.name}
    first, second = journal.entries.parts(meeting.id, "turn")
    assert [first.line(role) for role in ("presenter", "chair", "note_taker", "timekeeper")] == [
        "Kim",
        "Sam",
        "Ada",
        "Bo",
    ]
    assert (second.line("presenter"), second.title, second.text) == ("Sam", "What am I not asking?", "Ask Ada first.")
    assert first.line("position") < second.line("position")
    (action,) = journal.entries.parts(meeting.id, "action")
    assert (action.line("owner"), action.title, action.line("due"), action.state) == (
        "Sam",
        "Reading list",
        "2026-11-27",
        "open",
    )
    assert journal.entries.drafts() == []


def test_what_i_do_is_mine(journal: Journal, learning: Protocol) -> None:
    own = journal.profile.name
    session = begin(journal, learning, (own, *FIVE[1:]), ("Sam",), 120)
    assert action_reader(journal, session.people).read(f"{own} call ada").owner == ""
    with pytest.raises(Problem):
        action_reader(journal, session.people).read("sam")


def test_a_meeting_that_was_planned_is_used(journal: Journal, learning: Protocol, clock: SetClock) -> None:
    fields = {"title": "The set", "people": ["Sam", "Ada", "Bo"], "text": "Bring biscuits.", "state": "planned"}
    meeting = journal.entries.add("meeting", {**fields, "when": "2026-11-21T19:00:00+00:00[Europe/Dublin]"})
    people = (*people_of(journal, meeting), "Cy")
    session = begin(journal, learning, people, people[:1], 60, meeting)
    kept = record(journal, through(replace(session, notes="No biscuits left.")))
    assert kept.id == meeting.id
    assert kept.when == meeting.when
    assert (kept.title, kept.state, kept.line("protocol")) == ("The set", "held", "Action Learning set")
    assert kept.text == "Bring biscuits.\n\nNo biscuits left."
    assert set(kept.members("people")) == {"Sam", "Ada", "Bo", "Cy"}
    again = record(journal, through(begin(journal, learning, people, people[1:2], 60, kept)))
    turns = sorted(journal.entries.parts(again.id, "turn"), key=lambda turn: turn.line("position"))
    assert [turn.line("presenter") for turn in turns] == list(people[:2])


def test_a_meeting_brought_forward_is_dated_as_it_was_held(journal: Journal, learning: Protocol) -> None:
    meeting = journal.entries.add(
        "meeting", {"people": ["Sam"], "state": "planned", "when": "2026-11-28T19:00:00+00:00[Europe/Dublin]"}
    )
    kept = record(journal, through(begin(journal, learning, FIVE, ("Sam",), 60, meeting)))
    assert kept.when.day.isoformat() == "2026-11-21"


def test_when_its_meeting_has_gone_it_becomes_a_new_one(journal: Journal, learning: Protocol) -> None:
    meeting = journal.entries.add("meeting", {"title": "Gone", "people": ["Sam"]})
    session = through(begin(journal, learning, FIVE, ("Sam",), 60, meeting))
    journal.entries.delete(meeting.id)
    kept = record(journal, session)
    assert kept.id != meeting.id
    assert kept.title == "Gone"


def test_turns_that_nobody_came_to_are_not_kept(journal: Journal, learning: Protocol) -> None:
    session = begin(journal, learning, FIVE, ("Kim", "Sam"), 120)
    clock = resume(session.clock, 0)
    for number in range(1, 8):
        clock = go_on(clock, number)
    meeting = record(journal, replace(session, clock=pause(clock, 90)))
    assert [turn.line("presenter") for turn in journal.entries.parts(meeting.id, "turn")] == ["Kim"]
    assert earlier_presenters(journal, FIVE) == ("Kim",)


def test_those_who_have_waited_longest_come_first(journal: Journal, learning: Protocol, clock: SetClock) -> None:
    assert offered_turns(journal, learning, FIVE, 90) == ("Kim", "Sam")
    assert offered_turns(journal, learning, FIVE, 120) == ("Kim", "Sam", "Ada")
    held(journal, learning, "Sam", "Ada")
    clock.forward(days=14)
    gone = held(journal, learning, "Bo", "Sam")
    journal.entries.delete(gone.id)
    held(journal, learning, "Kim")
    assert earlier_presenters(journal, FIVE) == ("Sam", "Ada", "Kim")
    assert offered_turns(journal, learning, ("kim", "sam", "ada", "bo", "cy"), 90) == ("bo", "cy")


def test_another_group_with_one_of_them_has_turns_of_its_own(journal: Journal, learning: Protocol) -> None:
    held(journal, learning, "Sam", people=("Sam", "Di", "Ed", "Flo", "Gus"))
    assert earlier_presenters(journal, FIVE) == ()


def test_a_draft_holds_all_of_it(journal: Journal, learning: Protocol) -> None:
    session = replace(begin(journal, learning, FIVE, ("Kim",), 60), title="The set", notes="So far")
    journal.entries.keep_draft(replace(as_draft(session, "d1"), saved=journal.time.stamp()))
    (draft,) = journal.entries.drafts()
    assert is_session(draft)
    assert session_in(draft) == session
    assert not is_session(Draft("d2", "meeting", {"title": "x"}, ""))


def test_a_protocol_is_named_by_its_beginning(learning: Protocol) -> None:
    protocols, _ = group_protocols()
    for said in ("action_learning", "Action Learning set", "action", "ACTION-LEARNING"):
        assert protocol_named(dict(protocols), said) == learning
    for said, wrong in (("co", "More than one"), ("", "no way of working"), ("zz", "no way of working")):
        with pytest.raises(Problem, match=wrong):
            protocol_named(dict(protocols), said)


def test_the_minutes_that_are_offered_can_be_used(learning: Protocol) -> None:
    protocols, _ = group_protocols()
    offered = {name: usual_minutes(each, each.people[0]) for name, each in protocols.items()}
    assert offered["action_learning"] == 90
    assert offered["troika"] == 34
    assert offered["pair_swap"] == 64
