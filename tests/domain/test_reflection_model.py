"""Reflection models: read from TOML, every mistake named, and where to go on writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.field import Shape
from peerlog.domain.problem import Problem
from peerlog.domain.reflection_model import PREFIX, ReflectionModel, Stage, read_reflection_model

from .documents import Document, assert_read_or_refused, changed, documents, mangled
from .hostile import assert_clear

GOOD: Document = {
    "label": "Two steps",
    "about": "One after the other.",
    "source": "Our ward",
    "stages": [
        {
            "name": "before",
            "label": "Before",
            "question": "What was before?",
            "hint": "briefly",
            "follow_ups": ["And?"],
        },
        {"name": "after", "label": "After", "question": "What came after?"},
    ],
}


def test_a_good_one() -> None:
    model = read_reflection_model("two", GOOD)
    assert model == ReflectionModel(
        "two",
        "Two steps",
        "One after the other.",
        "Our ward",
        (
            Stage("stage_before", "Before", "What was before?", "briefly", ("And?",)),
            Stage("stage_after", "After", "What came after?"),
        ),
    )


def test_its_stages_are_fields_of_text() -> None:
    before, after = read_reflection_model("two", GOOD).fields
    assert (before.name, before.label, before.shape, before.hint) == (
        "stage_before",
        "Before",
        Shape.PROSE,
        "What was before?",
    )
    assert after.clean(" a\n\nb \n") == " a\n\nb"


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("colour",), 1, "two: unknown key “colour”."),
        (("label",), None, "two: label: expected a line of text, up to 300 characters."),
        (("label",), "x" * 81, "two: label: expected up to 80 characters, found 81."),
        (("about",), 5, "two: about: expected a line of text, up to 300 characters."),
        (("source",), ["Ward"], "two: source: expected a line of text, up to 300 characters."),
        (("stages",), None, "two: stages: expected at least one table, [[stages]]."),
        (("stages",), [], "two: stages: expected at least one table, [[stages]]."),
        (("stages",), ["before"], "two: stages: expected at least one table, [[stages]]."),
        (("stages",), [{}] * 501, "two: stages: expected at most 500 tables, found 501."),
        (("stages", 0, "step"), 1, "two: stage 1: unknown key “step”."),
        (("stages", 1, "name"), None, "two: stage 2: name: expected a line of text, up to 300 characters."),
        (
            ("stages", 1, "name"),
            "After",
            "two: stage 2: name: expected a name of up to 40 lower-case letters, digits and _, a letter first.",
        ),
        (("stages", 1, "name"), "before", "two: stages: name: expected all to be different, found “before” twice."),
        (("stages", 1, "label"), "BEFORE", "two: stages: label: expected all to be different, found “BEFORE” twice."),
        (("stages", 0, "question"), " ", "two: stage 1: question: expected a line of text, up to 300 characters."),
        (
            ("stages", 0, "question"),
            "x" * 301,
            "two: stage 1: question: expected a line of text, up to 300 characters.",
        ),
        (("stages", 0, "hint"), 3, "two: stage 1: hint: expected a line of text, up to 300 characters."),
        (("stages", 0, "follow_ups"), "And?", "two: stage 1: follow_ups: expected a list of texts."),
        (("stages", 0, "follow_ups"), ["a", 1], "two: stage 1: follow_ups: expected a list of texts."),
        (
            ("stages", 0, "follow_ups"),
            ["And?", "and?"],
            "two: stage 1: follow_ups: expected all to be different, found “and?” twice.",
        ),
        (
            ("stages", 0, "follow_ups"),
            ["And?", ""],
            "two: stage 1: follow_ups: 2: expected a line of text, up to 300 characters.",
        ),
        (("stages", 0, "follow_ups"), ["x"] * 501, "two: stage 1: follow_ups: expected at most 500 items, found 501."),
    ],
)
def test_a_mistake_is_named(path: tuple[str | int, ...], value: object, message: str) -> None:
    with pytest.raises(Problem) as refused:
        read_reflection_model("two", changed(GOOD, path, value))
    assert refused.value.message == message
    assert_clear(refused.value)


@pytest.mark.parametrize("name", ["", "Two", "2", "a b", "a-b", "é", "x" * 41, "two.toml", "\x1b[31m", "x" * 5000])
def test_a_name_that_could_not_be_stored_is_refused(name: str) -> None:
    with pytest.raises(Problem, match="expected a name") as refused:
        read_reflection_model(name, GOOD)
    assert_clear(refused.value)


def test_words_are_cleaned_for_the_screen() -> None:
    stage = read_reflection_model(
        "two", changed(GOOD, ("stages", 0, "question"), "What\x1b[31m \u202ewas\n it?")
    ).stages[0]
    assert stage.question == "What was it?"


@given(mangled(GOOD))
def test_whatever_it_holds_it_is_read_or_refused_clearly(data: Document) -> None:
    assert_read_or_refused(read_reflection_model, "two", data)


@given(documents)
def test_any_document_is_read_or_refused_clearly(data: Document) -> None:
    assert_read_or_refused(read_reflection_model, "two", data)


# -----
ABC = ReflectionModel("abc", "ABC", "a", "", tuple(Stage(PREFIX + name, name, "?") for name in "abcd"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", "a"),
        ("a", "b"),
        ("ab", "c"),
        ("c", "d"),  # a and b were skipped
        ("ac", "d"),
        ("d", "a"),  # nothing is left after d
        ("ad", "b"),
        ("dba", "c"),
        ("abcd", None),
    ],
)
def test_writing_goes_on_after_what_is_written(written: str, expected: str | None) -> None:
    stage = ABC.next_stage({PREFIX + name: "text" for name in written})
    assert (stage and stage.label) == expected


@given(st.sets(st.sampled_from("abcd")))
def test_going_on_as_told_fills_every_stage_once(written: set[str]) -> None:
    filled = {PREFIX + name: "text" for name in written}
    for left in range(4 - len(written), 0, -1):
        stage = ABC.next_stage(filled)
        assert stage is not None
        assert stage.name not in filled, left
        filled[stage.name] = "text"
    assert ABC.next_stage(filled) is None
    assert len(filled) == 4
