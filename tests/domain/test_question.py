"""The question bank: sets read from TOML, joined, narrowed by purpose and moment, and a few picked."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.kinds.meeting import PURPOSES
from peerlog.domain.problem import Problem
from peerlog.domain.question import MOMENTS, Question, QuestionSet, bank_of, fitting, pick, read_question_set

from .documents import Document, assert_read_or_refused, changed, documents, mangled
from .hostile import assert_clear

GOOD: Document = {
    "label": "L",
    "about": "A",
    "purposes": ["solve", "share"],
    "opening": ["What is in the way?"],
    "closing": ["What now?", "Who helps?"],
}
BOTH = ("solve", "share")


def test_a_good_one() -> None:
    assert read_question_set("q", GOOD) == QuestionSet(
        "q",
        "L",
        "A",
        "",
        (
            Question("What is in the way?", BOTH, "opening"),
            Question("What now?", BOTH, "closing"),
            Question("Who helps?", BOTH, "closing"),
        ),
    )


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("purposes",), None, "q: purposes: expected one or more of explore, solve, decide, share."),
        (("purposes",), ["solve", "win"], "q: purposes: expected one or more of explore, solve, decide, share."),
        (("purposes",), "solve", "q: purposes: expected a list of texts."),
        (("middle",), ["What?"], "q: unknown key “middle”."),
        (("closing", 0), "what is in the way?", "q: expected all to be different, found “what is in the way?” twice."),
    ],
)
def test_a_mistake_is_named(path: tuple[str | int, ...], value: object, message: str) -> None:
    with pytest.raises(Problem) as refused:
        read_question_set("q", changed(GOOD, path, value))
    assert refused.value.message == message
    assert_clear(refused.value)


def test_a_set_without_questions_is_refused() -> None:
    with pytest.raises(Problem, match="expected questions under opening, deepening, shifting or closing"):
        read_question_set("q", {"label": "L", "about": "A", "purposes": ["solve"]})


@given(st.one_of(mangled(GOOD), documents))
def test_any_document_is_read_or_refused_clearly(data: Document) -> None:
    assert_read_or_refused(read_question_set, "q", data)


def test_a_question_of_two_sets_comes_once_for_the_purposes_of_both() -> None:
    one = QuestionSet("a", "A", "", "", (Question("What else?", ("explore",), "deepening"),))
    other = QuestionSet("b", "B", "", "", (Question("what else?", ("decide", "explore"), "deepening"),))
    assert bank_of([one, other]) == (Question("What else?", ("explore", "decide"), "deepening"),)
    assert bank_of([]) == ()


# -----
questions = st.builds(
    Question,
    st.text(min_size=1, max_size=8),
    st.lists(st.sampled_from([purpose.value for purpose in PURPOSES]), min_size=1, max_size=4, unique=True).map(tuple),
    st.sampled_from(MOMENTS),
)
banks = st.lists(questions, max_size=30)


@given(banks)
def test_narrowing_divides_the_bank(bank: list[Question]) -> None:
    assert fitting(bank) == tuple(bank)
    by_moment = [question for moment in MOMENTS for question in fitting(bank, moment=moment)]
    assert Counter(by_moment) == Counter(bank)
    for purpose in PURPOSES:
        found = fitting(bank, purpose.value)
        assert all(purpose.value in question.purposes for question in found)
        assert len(found) == sum(purpose.value in question.purposes for question in bank)
        assert fitting(found, moment="closing") == fitting(bank, purpose.value, "closing")


@given(banks, st.integers(-2, 40), st.text(max_size=5))
def test_as_many_are_picked_as_asked_for_and_there_are(bank: list[Question], count: int, seed: str) -> None:
    picked = pick(bank, count, seed)
    assert len(picked) == min(len(bank), max(0, count))
    assert not Counter(picked) - Counter(bank)
    assert pick(bank, count, seed) == picked
    assert pick(bank, count + 1, seed)[: len(picked)] == picked


def test_another_meeting_has_others() -> None:
    bank = [Question(f"What {number}?", ("solve",), "opening") for number in range(40)]
    assert len({question for meeting in range(60) for question in pick(bank, 3, f"meeting {meeting}")}) > 35
