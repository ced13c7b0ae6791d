"""Clauses: read from TOML, worded with what is set in them, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.clause import Clause, Parameter, read_clause_set
from peerlog.domain.field import Choice, Field, Shape
from peerlog.domain.kinds.agreement import CADENCES
from peerlog.domain.problem import Problem

from .documents import Document, assert_read_or_refused, changed, documents, mangled
from .hostile import assert_clear, texts

DAYS = {"name": "days", "label": "Days", "shape": "number", "least": 1, "most": 60, "default": 7}
GOOD: Document = {
    "label": "L",
    "about": "A",
    "clauses": [
        {"name": "silence", "label": "Silence", "text": "Silence is\nnot a yes."},
        {
            "name": "rhythm",
            "label": "Rhythm",
            "text": "We talk {often} and answer within {days}, by {way}, on {day}.",
            "hint": "choose",
            "parameters": [
                {"name": "often", "label": "How often", "shape": "cadence", "default": "fortnightly"},
                {**DAYS, "one": "day", "many": "days"},
                {"name": "way", "label": "Way", "shape": "line", "default": "letter"},
                {
                    "name": "day",
                    "label": "Day",
                    "shape": "choice",
                    "choices": ["Monday", "Friday"],
                    "default": "Friday",
                },
            ],
        },
    ],
}
RHYTHM = ("clauses", 1)


def rhythm() -> Clause:
    return read_clause_set("c", GOOD).clauses[1]


def test_a_good_one() -> None:
    silence, second = read_clause_set("c", GOOD).clauses
    assert silence == Clause("silence", "Silence", "Silence is not a yes.", "", ())
    assert [parameter.field.shape for parameter in second.parameters] == [
        Shape.CHOICE,
        Shape.NUMBER,
        Shape.LINE,
        Shape.CHOICE,
    ]
    assert [parameter.default for parameter in second.parameters] == ["fortnightly", 7, "letter", "Friday"]
    assert second.parameters[0].field.choices[0] == Choice("weekly", "every week")
    assert (second.parameters[1].one, second.parameters[1].many) == ("day", "days")


def test_every_cadence_has_words_and_days_in_order() -> None:
    assert list(CADENCES) == ["weekly", "fortnightly", "monthly", "two-monthly", "quarterly", "half-yearly"]
    days = [days for _, days in CADENCES.values()]
    assert days == sorted(set(days))
    assert all(words.startswith("every ") for words, _ in CADENCES.values())


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (None, "We talk every two weeks and answer within 7 days, by letter, on Friday."),
        ({}, "We talk every two weeks and answer within 7 days, by letter, on Friday."),
        ({"days": 1}, "We talk every two weeks and answer within 1 day, by letter, on Friday."),
        ({"days": "30"}, "We talk every two weeks and answer within 30 days, by letter, on Friday."),
        ({"often": "every month"}, "We talk every month and answer within 7 days, by letter, on Friday."),
        ({"often": "weekly", "day": "monday"}, "We talk every week and answer within 7 days, by letter, on Monday."),
        ({"way": ""}, "We talk every two weeks and answer within 7 days, by letter, on Friday."),
        ({"way": "{days}"}, "We talk every two weeks and answer within 7 days, by {days}, on Friday."),
        ({"way": "a\x1b[31m b\nc"}, "We talk every two weeks and answer within 7 days, by a b c, on Friday."),
    ],
)
def test_it_is_worded_with_what_is_set(values: dict[str, object] | None, expected: str) -> None:
    assert rhythm().worded(values) == expected


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"days": 0}, "0 is out of range for “Days”: 1 to 60."),
        ({"days": "soon"}, "“soon” is not a whole number for “Days”."),
        ({"often": "daily"}, "“daily” is not a choice for “How often”."),
        ({"day": 3}, "“Day” is one of several words, not a number."),
        ({"place": "here"}, "“Rhythm” has nothing called “place” to set."),
    ],
)
def test_what_does_not_fit_is_refused(values: dict[str, object], message: str) -> None:
    with pytest.raises(Problem) as refused:
        rhythm().worded(values)
    assert refused.value.message == message
    assert_clear(refused.value)


@given(texts)
def test_whatever_is_set_stays_inside_its_hole(way: str) -> None:
    try:
        said = rhythm().worded({"way": way})
    except Problem:
        return
    assert said.startswith("We talk every two weeks and answer within 7 days, by ")
    assert said.endswith(", on Friday.")
    assert "\n" not in said


def test_a_number_without_a_unit_is_the_number() -> None:
    assert Parameter(Field("n", "N", Shape.NUMBER), 3).words(3) == "3"


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("clauses",), None, "c: clauses: expected at least one table, [[clauses]]."),
        (("clauses", 0, "name"), "rhythm", "c: clauses: name: expected all to be different, found “rhythm” twice."),
        (("clauses", 0, "text"), None, "c: clause 1: text: expected a text, up to 8,000 characters."),
        (("clauses", 0, "text"), "x" * 8001, "c: clause 1: text: expected a text, up to 8,000 characters."),
        (
            ("clauses", 0, "text"),
            "Within {days}.",
            "c: clause 1: text: expected one {name} for each parameter; “days” has no match.",
        ),
        (
            (*RHYTHM, "text"),
            "We talk {often} by {way} on {day}.",
            "c: clause 2: text: expected one {name} for each parameter; “days” has no match.",
        ),
        (
            ("clauses", 0, "text"),
            "Within {}.",
            "c: clause 1: text: expected one {name} for each parameter; “” has no match.",
        ),
        (
            (*RHYTHM, "parameters", 1, "shape"),
            None,
            "c: clause 2: parameter 2: shape: expected one of number, line, choice, cadence.",
        ),
        (
            (*RHYTHM, "parameters", 1, "shape"),
            "prose",
            "c: clause 2: parameter 2: shape: expected one of number, line, choice, cadence, found “prose”.",
        ),
        (
            (*RHYTHM, "parameters", 1, "default"),
            None,
            "c: clause 2: parameter 2: default: expected a value to start with.",
        ),
        (
            (*RHYTHM, "parameters", 1, "default"),
            99,
            "c: clause 2: parameter 2: default: 99 is out of range for “Days”: 1 to 60.",
        ),
        (
            (*RHYTHM, "parameters", 1, "least"),
            -1,
            "c: clause 2: parameter 2: least: expected a whole number from 0 to 1000000.",
        ),
        (
            (*RHYTHM, "parameters", 1, "choices"),
            ["7", "14"],
            "c: clause 2: parameter 2: choices go with “choice”, and only with it.",
        ),
        (
            (*RHYTHM, "parameters", 3, "choices"),
            None,
            "c: clause 2: parameter 4: choices go with “choice”, and only with it.",
        ),
        (
            (*RHYTHM, "parameters", 0, "name"),
            "days",
            "c: clause 2: parameters: name: expected all to be different, found “days” twice.",
        ),
    ],
)
def test_a_mistake_is_named(path: tuple[str | int, ...], value: object, message: str) -> None:
    with pytest.raises(Problem) as refused:
        read_clause_set("c", changed(GOOD, path, value))
    assert refused.value.message == message
    assert_clear(refused.value)


@given(st.one_of(mangled(GOOD), documents))
def test_any_document_is_read_or_refused_clearly(data: Document) -> None:
    assert_read_or_refused(read_clause_set, "c", data)


@given(mangled(GOOD))
def test_whatever_is_read_can_be_worded(data: Document) -> None:
    try:
        found = read_clause_set("c", data)
    except Problem:
        return
    for clause in found.clauses:
        assert clause.worded()
