"""From a theme to a goal: every question may stay open, and what is answered is kept."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.field import clean_fields
from peerlog.domain.kinds import GOAL
from peerlog.domain.narrowing import STEPS, check_answer, goal_from, needs_words, suggested_title
from peerlog.domain.problem import Problem

from .hostile import assert_clear, texts

SATURDAY = date(2026, 11, 21)
BY_NAME = {step.name: step for step in STEPS}
answers = st.dictionaries(st.sampled_from(list(BY_NAME)), texts)


@given(answers)
def test_any_answers_make_a_goal_or_are_clearly_none(said: dict[str, str]) -> None:
    try:
        fields = goal_from(said, SATURDAY)
        cleaned = clean_fields(fields, GOAL.all_fields)
    except Problem as problem:
        assert_clear(problem)
        return
    if fields:
        assert cleaned["state"] == ("proposed" if cleaned.get("people") else "active")
        assert cleaned.get("title")


def test_all_questions_answered() -> None:
    said = {
        "theme": "chairing",
        "people": "Sam, Ada",
        "question": "How does everybody get to speak?",
        "measure": "people who speak early",
        "baseline": "4",
        "target": "7",
        "due": "in 3 months",
        "why": "new people stay away",
        "milestone": "ask two people by fri",
        "title": "",
    }
    fields = goal_from(said, SATURDAY)
    assert fields["title"] == "People who speak early"
    assert (fields["state"], fields["due"]) == ("proposed", date(2027, 2, 21))
    assert "milestone" not in fields


@pytest.mark.parametrize(
    ("name", "answer", "said"),
    [
        ("due", "in 3 months", "Sun 21 Feb 2027"),
        ("milestone", "ask two people by fri", "due Friday 27"),
        ("milestone", "ask two people", ""),
        ("people", "Sam", "begins as proposed"),
        ("theme", "chairing", ""),
        ("due", "  ", ""),
    ],
)
def test_an_answer_is_said_back(name: str, answer: str, said: str) -> None:
    assert check_answer(BY_NAME[name], answer, SATURDAY) == said


@pytest.mark.parametrize(("name", "answer"), [("due", "some day"), ("theme", "x" * 501), ("due", "31 feb")])
def test_an_answer_that_cannot_be_understood(name: str, answer: str) -> None:
    with pytest.raises(Problem) as refused:
        check_answer(BY_NAME[name], answer, SATURDAY)
    assert_clear(refused.value)


def test_nothing_but_open_questions() -> None:
    assert goal_from({}, SATURDAY) == {}
    assert suggested_title({"theme": "x" * 400}).endswith("…")
    with pytest.raises(Problem):
        needs_words({"theme": "  "})
