"""The reflection models that ship: the ones people know, one open question a stage, with their sources."""

from __future__ import annotations

import re

import pytest

from peerlog.domain.kinds.reflection import STAGES as STAGES_OF_A_REFLECTION
from peerlog.domain.question_help import hint_for
from peerlog.domain.reflection_model import ReflectionModel
from peerlog.library.reflection_models import reflection_models

STAGES = {
    "atkins_murphy": "unease situation analysis learning",
    "boud": "return feelings again",
    "brookfield": "self users peers theory",
    "carl": "context action result learning",
    "clear": "contract listen explore action review",
    "diep": "describe interpret evaluate plan",
    "era": "experience reflection action",
    "five_rs": "reporting responding relating reasoning reconstructing",
    "five_whys": "problem why_1 why_2 why_3 why_4 why_5 change",
    "four_fs": "facts feelings findings future",
    "four_rs": "reporting relating reasoning reconstructing",
    "free": "text",
    "gibbs": "description feelings evaluation analysis conclusion plan",
    "grow": "goal reality options will",
    "johari": "open hidden blind unknown",
    "johns": "looking_in looking_out aesthetics personal ethics empirics reflexivity",
    "kolb": "experience observation concept experiment",
    "oskar": "outcome scaling know_how affirm review",
    "sbi": "situation behaviour impact intent",
    "schoen": "in_action on_action",
    "starr": "situation task action result reflection",
    "start_stop": "start stop continue",
    "trouble": "what does their_side need step",
    "what": "what so_what now_what",
}
"""Stored names: what people have written stands under them, so they stay."""

YEARS = {
    "boud": "1985",
    "brookfield": "1995",
    "era": "2013",
    "gibbs": "1988",
    "johns": "1994",
    "kolb": "1984",
    "oskar": "2002",
    "schoen": "1983",
}
UNSURE = (
    "atkins_murphy",
    "carl",
    "clear",
    "diep",
    "five_whys",
    "four_fs",
    "grow",
    "johari",
    "sbi",
    "starr",
    "start_stop",
)
DOUBTS = re.compile(r"not confirmed|not known|by (?:later|one) accounts?|\bor 19|early 19")


def models() -> dict[str, ReflectionModel]:
    return reflection_models()[0]


def test_the_models_and_their_stages_stay() -> None:
    found = {
        name: " ".join(stage.name.removeprefix("stage_") for stage in each.stages) for name, each in models().items()
    }
    assert found == STAGES


@pytest.mark.parametrize(("name", "year"), YEARS.items())
def test_a_source_names_its_year(name: str, year: str) -> None:
    assert year in models()[name].source


def test_a_doubtful_source_says_so_and_no_other_does() -> None:
    assert {name for name, model in models().items() if DOUBTS.search(model.source)} == set(UNSURE)


def test_a_reflection_without_a_title_is_called_by_what_was_asked_first() -> None:
    for name, model in models().items():
        stages = [stage.name for stage in model.stages]
        assert STAGES_OF_A_REFLECTION.by_name(stages)[0] == stages[0], name


def test_words_fit_eighty_columns_beside_a_margin() -> None:
    for name, model in models().items():
        for stage in model.stages:
            assert len(stage.label) <= 26, name
            assert len(stage.question) <= 70, name
            assert len(stage.hint) <= 74, name
            assert all(len(question) <= 70 for question in stage.follow_ups), name
            assert len(stage.follow_ups) <= 3, name


def test_every_question_is_one_open_question() -> None:
    for name, model in models().items():
        for stage in model.stages:
            for question in (stage.question, *stage.follow_ups):
                assert re.fullmatch(r"[A-Z][^?]+\?", question), name
                assert hint_for(question) is None, question


def test_hints_are_a_few_words_and_no_sentence() -> None:
    for model in models().values():
        for stage in model.stages:
            assert not stage.hint.endswith("."), stage.hint
            assert stage.hint[:1] == stage.hint[:1].lower() or stage.hint.startswith("“"), stage.hint


def test_no_question_comes_twice_in_a_model() -> None:
    for name, model in models().items():
        asked = [question.casefold() for stage in model.stages for question in (stage.question, *stage.follow_ups)]
        assert len(asked) == len(set(asked)), name
