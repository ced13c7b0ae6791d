"""Whose turn it is over many sessions, and how the roles go round."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.any_protocol import NAMES, SET

from peerlog.domain.session_plan import (
    Roles,
    plan,
    whose_turn,
)


@given(st.integers(2, 8), st.data())
def test_over_the_sessions_everybody_presents_and_has_each_role_equally_often(count: int, data: st.DataObject) -> None:
    """However many turns each session has: after every full round, all counts are the same."""
    protocol = replace(SET, people=(2, 8))
    people = NAMES[:count]
    earlier: list[str] = []
    had: dict[str, Counter[str]] = {role: Counter() for role in ("presenter", "chair", "note-taker", "timekeeper")}
    for _ in range(data.draw(st.integers(1, 8))):
        presenters = whose_turn(people, data.draw(st.integers(1, count)), earlier)
        steps = plan(protocol, people, presenters, 400, earlier)
        for roles in dict.fromkeys(step.roles for step in steps if step.turn):
            for role, holder in zip(
                had, (roles.presenter, roles.chair, roles.note_taker, roles.timekeeper), strict=True
            ):
                had[role][holder] += 1
            earlier.append(roles.presenter)
            if len(earlier) % count == 0:
                rounds = len(earlier) // count
                assert had == {role: dict.fromkeys(people, rounds) for role in had}


@given(st.lists(st.sets(st.sampled_from(NAMES), min_size=2), max_size=12), st.data())
def test_who_had_fewer_turns_comes_first_whoever_is_away(present: list[set[str]], data: st.DataObject) -> None:
    earlier: list[str] = []
    for there in present:
        people = sorted(there)
        chosen = whose_turn(people, data.draw(st.integers(1, len(people))), earlier)
        waiting = [name for name in people if name not in chosen]
        assert len(set(chosen)) == len(chosen)
        for one in chosen:
            assert all(earlier.count(one) <= earlier.count(other) for other in waiting)
        earlier += chosen


@pytest.mark.parametrize(
    ("count", "earlier", "expected"),
    [
        (2, [], ["Ada", "Bo"]),
        (2, ["Ada", "Bo"], ["Cy", "Di"]),
        (2, ["Ada", "Bo", "Cy"], ["Di", "Ada"]),
        (1, ["Bo", "Ada", "Di", "Cy"], ["Bo"]),  # who waited longest
        (1, ["Ada", "Ada", "Bo", "Cy", "Di", "Bo"], ["Cy"]),
        (9, [], ["Ada", "Bo", "Cy", "Di"]),
        (0, [], []),
        (-1, [], []),
        (1, ["Zoe", "Zoe"], ["Ada"]),  # somebody who has left
    ],
)
def test_whose_turn(count: int, earlier: list[str], expected: list[str]) -> None:
    assert list(whose_turn(NAMES[:4], count, earlier)) == expected


def test_roles_move_on_by_one_seat_when_somebody_presents_again() -> None:
    def chairs(*earlier: str) -> list[str]:
        (step, *_) = [step for step in plan(SET, NAMES[:5], ["Bo"], 100, earlier) if step.turn]
        return [step.roles.chair, step.roles.note_taker, step.roles.timekeeper]

    assert chairs() == ["Cy", "Di", "Ed"]
    assert chairs("Bo") == ["Di", "Ed", "Ada"]
    assert chairs("Bo", "Bo") == ["Ed", "Ada", "Cy"]
    assert chairs("Ada", "Cy") == ["Cy", "Di", "Ed"]


def test_in_a_pair_the_other_does_everything() -> None:
    pair = replace(SET, label="Pair", people=(2, 2), turns=(2, 2))
    first = next(step for step in plan(pair, ["Ada", "Bo"], ["Bo", "Ada"], 120) if step.turn)
    assert first.roles == Roles("Bo", "Ada", "Ada", "Ada", ("Ada",))
