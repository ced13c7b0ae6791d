"""The decks and the question bank that ship: long enough, open, short, and nothing twice."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from peerlog.domain.deck import prompt_of_the_day
from peerlog.domain.kinds.meeting import PURPOSES
from peerlog.domain.question import MOMENTS, bank_of, fitting
from peerlog.domain.question_help import hint_for
from peerlog.library.prompt_decks import prompt_decks
from peerlog.library.question_sets import question_sets

LEAST = {"after": 12, "before": 12, "endings": 12, "everyday": 65, "partnership": 30, "people": 40, "reading": 12}
TWO_MONTHS = 62


def test_the_decks_are_there_and_long_enough() -> None:
    decks = prompt_decks()[0]
    assert set(decks) == set(LEAST)
    assert [name for name, deck in decks.items() if len(deck.prompts) < LEAST[name]] == []


def test_only_life_outside_work_is_never_for_cpd() -> None:
    assert {name for name, deck in prompt_decks()[0].items() if not deck.cpd} == {"people"}


def test_no_prompt_comes_twice_in_all_decks() -> None:
    every = Counter(prompt.casefold() for deck in prompt_decks()[0].values() for prompt in deck.prompts)
    assert [prompt for prompt, count in every.items() if count > 1] == []


def test_no_question_comes_twice_in_the_bank() -> None:
    questions = [question.text.casefold() for each in question_sets()[0].values() for question in each.questions]
    assert len(questions) == len(set(questions)) >= 80
    assert len(bank_of(question_sets()[0].values())) == len(questions)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("purpose", [purpose.value for purpose in PURPOSES])
def test_there_are_questions_for_every_purpose_at_every_moment(purpose: str, moment: str) -> None:
    assert len(fitting(bank_of(question_sets()[0].values()), purpose, moment)) >= 5


def test_prompts_and_questions_are_one_short_open_question_each() -> None:
    prompts = [prompt for deck in prompt_decks()[0].values() for prompt in deck.prompts]
    questions = [question.text for each in question_sets()[0].values() for question in each.questions]
    for asked in prompts + questions:
        assert re.fullmatch(r"[A-Z][^?]+\?", asked), asked
        assert len(asked) <= 70, asked
        assert hint_for(asked) is None, asked


def test_two_months_do_not_repeat() -> None:
    deck = prompt_decks()[0]["everyday"]
    for start in range(0, 800, 7):
        days = [date(2026, 1, 1) + timedelta(days=start + ahead) for ahead in range(TWO_MONTHS)]
        assert len({prompt_of_the_day(deck, day, "kim") for day in days}) == TWO_MONTHS
