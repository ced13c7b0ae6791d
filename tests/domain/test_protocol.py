"""Group protocols: read from TOML, and every mistake named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.problem import Problem
from peerlog.domain.protocol import Protocol, Repeat, StepRule, read_protocol

from .documents import Document, assert_read_or_refused, changed, documents, mangled
from .hostile import assert_clear

GOOD: Document = {
    "label": "L",
    "about": "A",
    "source": "S",
    "people": [3, 6],
    "turns": [1, 2],
    "chair_apart": True,
    "roles": {"presenter": "bringer", "chair": "host", "consultants": "others"},
    "steps": [
        {"name": "in", "label": "In", "repeat": "person", "minutes": [1, 2], "script": "Say\nhello.\n\nBriefly."},
        {
            "name": "tell",
            "label": "Tell",
            "repeat": "turn",
            "minutes": [2, 4],
            "voices": ["presenter"],
            "script": "Tell.",
        },
        {
            "name": "offer",
            "label": "Offer",
            "repeat": "turn",
            "minutes": [3, 5],
            "voices": ["chair", "consultants"],
            "script": "Offer.",
            "optional": True,
        },
        {"name": "out", "label": "Out", "minutes": [1, 1], "voices": [], "script": "Be silent."},
    ],
}


def test_a_good_one() -> None:
    assert read_protocol("p", GOOD) == Protocol(
        "p",
        "L",
        "A",
        "S",
        (3, 6),
        (1, 2),
        {"presenter": "bringer", "chair": "host", "consultants": "others"},
        True,
        (
            StepRule("in", "In", Repeat.PERSON, 1, 2, (), "Say hello.\n\nBriefly."),
            StepRule("tell", "Tell", Repeat.TURN, 2, 4, ("presenter",), "Tell."),
            StepRule("offer", "Offer", Repeat.TURN, 3, 5, ("chair", "consultants"), "Offer.", optional=True),
            StepRule("out", "Out", Repeat.SESSION, 1, 1, (), "Be silent."),
        ),
    )


VOICES = "p: step 2: voices: expected some of everyone, presenter, chair, consultants in this step."


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("people",), None, "p: people: expected two whole numbers in order, from 2 to 8, such as [2, 5]."),
        (("people",), [1, 4], "p: people: expected two whole numbers in order, from 2 to 8, such as [2, 5]."),
        (("people",), [4, 9], "p: people: expected two whole numbers in order, from 2 to 8, such as [2, 5]."),
        (("people",), [6, 3], "p: people: expected two whole numbers in order, from 2 to 8, such as [2, 5]."),
        (("people",), [3, True], "p: people: expected two whole numbers in order, from 2 to 8, such as [2, 5]."),
        (("people",), 4, "p: people: expected two whole numbers in order, from 2 to 8, such as [2, 5]."),
        (("turns",), [0, 2], "p: turns: expected two whole numbers in order, from 1 to 8, such as [2, 5]."),
        (("turns",), [4, 4], "p: turns: expected no more than 3 to begin with, one for each of the people."),
        (("roles",), None, "p: roles: expected a table, [roles], with a word for each role."),
        (("roles", "judge"), "judge", "p: roles: unknown key “judge”."),
        (("roles", "presenter"), None, "p: roles: presenter: expected a line of text, up to 300 characters."),
        (("roles", "chair"), "Bringer", "p: roles: expected all to be different, found “Bringer” twice."),
        (("roles", "chair"), None, "p: chair_apart: expected a chair among the roles, and at least 3 people."),
        (("people",), [2, 6], "p: chair_apart: expected a chair among the roles, and at least 3 people."),
        (("chair_apart",), 1, "p: chair_apart: expected true or false."),
        (("steps",), [], "p: steps: expected at least one table, [[steps]]."),
        (("steps", 1, "name"), "out", "p: steps: name: expected all to be different, found “out” twice."),
        (("steps", 1, "repeat"), "often", "p: step 2: repeat: expected one of session, turn, person, found “often”."),
        (("steps", 1, "voices"), ["audience"], VOICES),
        (("steps", 1, "voices"), ["note-taker"], VOICES),
        (
            ("steps", 1, "voices"),
            None,
            "p: step 2: voices: expected who may speak: everyone, presenter, chair, consultants, or an empty list for "
            "silence.",
        ),
        (("steps", 0, "voices"), ["everyone"], "p: step 1: voices are left out where everybody has a turn."),
        (("steps", 3, "voices"), ["presenter"], "p: step 4: voices: expected some of everyone, chair in this step."),
        (
            ("steps", 1, "minutes"),
            [0, 4],
            "p: step 2: minutes: expected two whole numbers in order, from 1 to 240, such as [2, 5].",
        ),
        (("steps", 1, "script"), "", "p: step 2: script: expected a text, up to 8,000 characters."),
        (("steps", 1, "optional"), "yes", "p: step 2: optional: expected true or false."),
    ],
)
def test_a_mistake_is_named(path: tuple[str | int, ...], value: object, message: str) -> None:
    with pytest.raises(Problem) as refused:
        read_protocol("p", changed(GOOD, path, value))
    assert refused.value.message == message
    assert_clear(refused.value)


def test_turns_are_one_unbroken_run_that_is_always_there() -> None:
    expected = "p: steps: expected one unbroken run of steps with repeat = “turn”, not all optional."
    tell, offer, out = (dict(step) for step in (GOOD["steps"][1:]))  # type: ignore[index]
    for steps in ([out], [tell, out, offer], [offer, out]):
        with pytest.raises(Problem) as refused:
            read_protocol("p", changed(GOOD, ("steps",), steps))
        assert refused.value.message == expected


@given(st.one_of(mangled(GOOD), documents))
def test_any_document_is_read_or_refused_clearly(data: Document) -> None:
    assert_read_or_refused(read_protocol, "p", data)
