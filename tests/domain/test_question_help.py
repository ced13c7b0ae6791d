"""Question help: a word about what is closed, leading, double or advice in disguise, and silence about the rest."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.question_help import (
    ADVICE,
    CLOSED,
    DOUBLE,
    EITHER_OR,
    LEADING,
    MOST_LOOKED_AT,
    hint_for,
)

from . import asked
from .hostile import texts

SORTS = {"advice": asked.ADVICE, "leading": asked.LEADING, "double": asked.DOUBLE, "closed": asked.CLOSED}
FLAGGED = [(sort, question) for sort, questions in SORTS.items() for question in questions]


def sort_of(question: str) -> str:
    hint = hint_for(question)
    return hint.sort if hint else "open"


def test_the_table_is_long_enough_and_says_nothing_twice() -> None:
    every = [question for _, question in FLAGGED] + [*asked.OPEN, *asked.ELSEWHERE]
    assert len(every) == len(set(every))
    assert len(FLAGGED) >= 100
    assert len(asked.OPEN) >= 100


@pytest.mark.parametrize("sort", SORTS)
def test_it_says_what_a_question_is(sort: str) -> None:
    assert {question: sort_of(question) for question in SORTS[sort]} == dict.fromkeys(SORTS[sort], sort)


def test_it_has_nothing_to_say_about_open_questions() -> None:
    assert [question for question in asked.OPEN if hint_for(question)] == []


def test_it_leaves_other_languages_alone() -> None:
    assert [question for question in asked.ELSEWHERE if hint_for(question)] == []


def test_case_curly_marks_and_stray_blanks_make_no_difference() -> None:
    for _, question in FLAGGED:
        hint = hint_for(question)
        if "Sam" not in question:  # a name is known by its capital
            assert hint_for(question.lower()) is hint, question
        assert hint_for(question.replace("'", "’")) is hint, question
        assert hint_for(f"  {question.replace(' ', '   ')}\n") is hint, question


@pytest.mark.parametrize("before", ["So ", "And ", "But, ", "Sam, ", "OK. ", "Well, so "])
def test_small_words_before_a_question_hide_nothing(before: str) -> None:
    for question in asked.CLOSED:
        if not question.startswith("Sam"):
            assert sort_of(before + question[0].lower() + question[1:]) == "closed", question


@pytest.mark.parametrize("before", ["So ", "And ", "Hm, ", "Sam, "])
def test_small_words_before_a_question_add_nothing(before: str) -> None:
    assert [question for question in asked.OPEN if hint_for(before + question)] == []


def test_two_answers_are_told_from_yes_and_no() -> None:
    assert hint_for("Is it you or the team?") is EITHER_OR
    assert hint_for("Is it the team?") is CLOSED


@pytest.mark.parametrize("hint", [ADVICE, LEADING, DOUBLE, EITHER_OR, CLOSED])
def test_a_hint_is_two_short_sentences_that_fit_one_below_the_other(hint: object) -> None:
    for said in (getattr(hint, "said", ""), getattr(hint, "suggestion", "")):
        assert 10 < len(said) <= 60
        assert said.endswith(".")
        assert "!" not in said


@given(texts)
def test_any_text_gets_a_hint_or_none(question: str) -> None:
    hint = hint_for(question)
    assert hint in (None, ADVICE, LEADING, DOUBLE, EITHER_OR, CLOSED)


WORDS = re.findall("[^ ]+", "what how why is do you not it and or if when so just have should tried better a , ? . ' -")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=400))
def test_no_arrangement_of_its_own_words_keeps_it_busy(words: list[str]) -> None:
    began = time.process_time()
    hint_for(" ".join(words))
    assert time.process_time() - began < 0.2


def test_what_is_beyond_the_limit_is_not_looked_at() -> None:
    padded = "x" * MOST_LOOKED_AT
    assert hint_for(f"Did you go? {padded}") == hint_for(f"Did you go? {padded}{'Have you tried it?' * 1000}")
