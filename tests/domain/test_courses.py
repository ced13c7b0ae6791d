"""The courses of goals and ideas: where a step leads, and that no state is a dead end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.course import Course
from peerlog.domain.goal_course import COURSE as GOALS
from peerlog.domain.goal_course import first_state, is_open
from peerlog.domain.idea_course import BOARD, asks_what_came
from peerlog.domain.idea_course import COURSE as IDEAS
from peerlog.domain.kinds import GOAL, IDEA
from peerlog.domain.problem import Problem

from .hostile import assert_clear, texts

COURSES = pytest.mark.parametrize("course", [GOALS, IDEAS], ids=["goals", "ideas"])
states = st.sampled_from([choice.value for choice in (*GOALS.states, *IDEAS.states)]) | texts


@COURSES
def test_every_state_of_the_form_is_on_the_course_and_leads_on_to_others_of_it(course: Course) -> None:
    known = {choice.value for choice in course.states}
    assert set(course.steps) == known
    for state in known:
        offered = [move.to for move in course.moves(state)]
        assert offered
        assert set(offered) <= known - {state}
        assert len(set(offered)) == len(offered)


@COURSES
def test_from_every_state_every_later_one_can_be_reached(course: Course) -> None:
    for start in course.steps:
        reached, waiting = {start}, [start]
        while waiting:
            new = {move.to for move in course.moves(waiting.pop())} - reached
            reached |= new
            waiting += new
        # What was agreed once is not proposed anew.
        assert reached >= set(course.steps) - {"proposed", "agreed"}


@given(before=states, to=states)
def test_a_step_is_taken_exactly_when_it_is_offered(before: str, to: str) -> None:
    for course in (GOALS, IDEAS):
        offered = {move.to for move in course.moves(before)}
        if to in offered:
            course.check(before, to)
        else:
            with pytest.raises(Problem) as refused:
                course.check(before, to)
            assert_clear(refused.value)


@given(texts)
def test_what_is_unknown_stands_where_a_new_one_does(state: str) -> None:
    assert GOALS.standing(state) in GOALS.steps
    assert is_open("")
    assert is_open("active")
    assert not is_open("met")
    assert GOALS.standing("") == GOAL.starts_with["state"]
    assert IDEAS.standing("") == IDEA.starts_with["state"]


@given(st.lists(st.text(min_size=1)))
def test_a_shared_goal_begins_as_proposed(people: list[str]) -> None:
    assert first_state(people) == ("proposed" if people else "active")


def test_the_usual_way() -> None:
    for course, way in (
        (GOALS, ("proposed", "agreed", "active", "met")),
        (IDEAS, ("to-try", "trying", "tried", "kept")),
    ):
        for before, to in pairwise(way):
            assert course.moves(before)[0].to == to
    assert set(BOARD) == {choice.value for choice in IDEAS.states} - {"dropped"}
    assert [state for state in IDEAS.steps if asks_what_came(state)] == ["tried", "kept", "dropped"]
