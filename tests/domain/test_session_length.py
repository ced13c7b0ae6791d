"""How many turns fit into the time there is, and what is said where something does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.domain.any_protocol import NAMES, SET, protocols, sessions

from peerlog.domain.problem import Problem
from peerlog.domain.protocol import Protocol
from peerlog.domain.session_plan import (
    fitting_turns,
    plan,
    shortest_and_longest,
    total_minutes,
)

from .hostile import assert_clear


@given(protocols(), st.integers(2, 8), st.integers(0, 300))
def test_as_many_turns_are_offered_as_fit(protocol: Protocol, people: int, minutes: int) -> None:
    assume(protocol.people[0] <= people <= protocol.people[1])
    turns = fitting_turns(protocol, people, minutes)
    names = NAMES[:people]
    if turns:
        assert plan(protocol, names, names[:turns], minutes)
    else:
        assert shortest_and_longest(protocol, people, protocol.turns[0])[0] > minutes
    if turns and turns < min(people, protocol.turns[1]):
        assert shortest_and_longest(protocol, people, turns + 1)[0] > minutes


@given(sessions())
def test_the_longest_is_what_a_session_takes_with_all_the_time_there_is(
    session: tuple[Protocol, tuple[str, ...], tuple[str, ...], int],
) -> None:
    protocol, people, presenters, _ = session
    least, most = shortest_and_longest(protocol, len(people), len(presenters))
    assert total_minutes(plan(protocol, people, presenters, 10_000)) == most
    assert total_minutes(plan(protocol, people, presenters, least)) <= least


@pytest.mark.parametrize(
    ("people", "presenters", "minutes", "message", "hint"),
    [
        (["Ada", "Bo"], ["Ada"], 60, "Set is for 3 to 8 people; there are 2.", ""),
        ([], [], 60, "Set is for 3 to 8 people; there are 0.", ""),
        (list(NAMES[:4]), [], 60, "Set has 1 to 8 turns in a session, not 0.", ""),
        (["Ada", "Bo", "Ada"], ["Ada"], 60, "“Ada” is named twice.", "Add a letter to tell two people apart."),
        (list(NAMES[:4]), ["Bo", "Bo"], 60, "“Bo” is named twice.", "Add a letter to tell two people apart."),
        (list(NAMES[:4]), ["Hal"], 60, "“Hal” has a turn but is not there.", ""),
        (list(NAMES[:4]), ["Bo"], 16, "Set takes at least 17 minutes with 1 turn; there are 16.", "Take more time."),
        (
            list(NAMES[:4]),
            ["Bo", "Cy"],
            -5,
            "Set takes at least 27 minutes with 2 turns; there are -5.",
            "Take more time, or have fewer turns.",
        ),
    ],
)
def test_what_does_not_fit_is_said(
    people: list[str], presenters: list[str], minutes: int, message: str, hint: str
) -> None:
    with pytest.raises(Problem) as refused:
        plan(SET, people, presenters, minutes)
    assert (refused.value.message, refused.value.hint) == (message, hint)
    assert_clear(refused.value)


def test_a_protocol_for_one_number_of_people_says_so() -> None:
    pair = replace(SET, label="Pair", people=(2, 2), turns=(2, 2))
    with pytest.raises(Problem, match="Pair is for 2 people; there are 3"):
        plan(pair, NAMES[:3], NAMES[:2], 60)
    with pytest.raises(Problem, match="Pair has 2 turns in a session, not 1"):
        plan(pair, NAMES[:2], NAMES[:1], 60)
