"""A session: what it says of itself, and that a draft of it brings all of it back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.any_protocol import NAMES, sessions

from peerlog.domain.action_line import ActionLine
from peerlog.domain.group_session import GroupSession, Outcome, begin_group_session
from peerlog.domain.problem import Problem
from peerlog.domain.protocol import Protocol
from peerlog.domain.session_clock import go_on, pause, resume, skip
from peerlog.domain.session_plan import Roles, Step, plan, total_minutes
from peerlog.domain.session_words import names, say_roles, say_voices, stretches
from peerlog.domain.stored_session import read_stored, stored

BEGAN = "2026-11-21T09:12:00+00:00[Europe/Dublin]"


def begun(session: tuple[Protocol, tuple[str, ...], tuple[str, ...], int]) -> GroupSession:
    protocol, people, presenters, minutes = session
    return begin_group_session(protocol, people, plan(protocol, people, presenters, minutes), BEGAN)


@given(sessions(), st.lists(st.sampled_from([go_on, skip]), max_size=20), st.text(max_size=30), st.text(max_size=30))
def test_a_draft_brings_everything_back(
    laid_out: tuple[Protocol, tuple[str, ...], tuple[str, ...], int], moves: list[object], question: str, text: str
) -> None:
    session = begun(laid_out)
    clock = resume(session.clock, 0)
    for number, move in enumerate(moves):
        clock = move(clock, number * 7.5)  # type: ignore[operator]
    session = replace(session, clock=pause(clock, 200), title="T", notes=text)
    session = session.with_outcome(len(session.turns), Outcome(question, text))
    session = replace(
        session, actions=(ActionLine("Sam", "Reading list", date(2026, 11, 27)), ActionLine("", "x", None))
    )
    through_json = json.loads(json.dumps(stored(session)))
    assert read_stored(through_json, "T", text) == session


@pytest.mark.parametrize(
    "broken",
    [
        None,
        [],
        {},
        {"form": 2},
        {"at": 99},
        {"steps": []},
        {"used": [1]},
        {"outcomes": []},
        {"steps": [{"name": 3}]},
        {"actions": [{"owner": "", "title": "x", "due": "friday"}]},
        {"clock": 3, "allotted": "many"},
    ],
)
def test_what_another_release_has_written_is_named(broken: object) -> None:
    good = stored(begun(example()))
    with pytest.raises(Problem, match="cannot be read"):
        read_stored({**good, **broken} if broken and isinstance(broken, dict) else broken, "", "")


def example() -> tuple[Protocol, tuple[str, ...], tuple[str, ...], int]:
    from peerlog.library.group_protocols import group_protocols

    return group_protocols()[0]["action_learning"], NAMES[:5], NAMES[:2], 120


def test_turns_that_were_not_reached_do_not_count() -> None:
    session = begun(example())
    clock = resume(session.clock, 0)
    for second in range(1, 8):
        clock = go_on(clock, second)
    session = replace(session, clock=pause(clock, 60))
    assert session.step.turn == 1
    assert session.was_held(1)
    assert not session.was_held(2)
    assert session.with_outcome(2, Outcome("But why?")).was_held(2)
    assert session.minutes == 1
    assert session.says_something
    assert not begun(example()).says_something


def test_a_turn_that_was_left_out_does_not_count() -> None:
    session = begun(example())
    clock, place = resume(session.clock, 0), 0
    while session.steps[place].turn < 2:
        clock, place = (skip if session.steps[place].turn else go_on)(clock, place), place + 1
    session = replace(session, clock=pause(clock, place))
    assert not session.was_held(1)


@given(sessions())
def test_the_parts_are_the_whole(laid_out: tuple[Protocol, tuple[str, ...], tuple[str, ...], int]) -> None:
    session = begun(laid_out)
    parts = stretches(session.steps, session.people, session.words)
    assert sum(part.minutes for part in parts) == total_minutes(session.steps)
    assert [part.first for part in parts] == [sum(each.count for each in parts[:n]) for n in range(len(parts))]
    assert sum(part.count for part in parts) == len(session.steps)


def test_a_session_in_a_few_lines() -> None:
    session = begun(example())
    said = [(each.minutes, each.label, each.about) for each in stretches(session.steps, session.people, session.words)]
    assert said == [
        (15, "Since last time", "3 min each, Ada first"),
        (5, "Who has a turn", "Everybody"),
        (39, "Turn of Ada", "chair Bo · note-taker Cy · timekeeper Di"),
        (39, "Turn of Bo", "chair Cy · note-taker Di · timekeeper Ed"),
        (10, "How we worked", "Everybody"),
    ]


def test_words() -> None:
    assert names([]) == ""
    assert names(["Kim"]) == "Kim"
    assert names(["Kim", "Sam", "Ada"]) == "Kim, Sam and Ada"
    assert say_roles(Roles("Kim", "Sam", "Sam", ""), {"chair": "host"}) == "presenter Kim · host and note-taker Sam"
    silent = Step("s", "S", 1, (), "", Roles())
    assert say_voices(silent, NAMES) == "Silence"
    assert say_voices(replace(silent, voices=("Ada", "Bo")), ("Ada", "Bo")) == "Ada and Bo"
    assert say_voices(replace(silent, voices=NAMES), NAMES) == "Everybody"
