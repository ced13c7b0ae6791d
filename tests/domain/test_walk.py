"""The way through a model: no sequence of going on, going back and skipping loses a word."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.reflection_model import ReflectionModel, Stage
from peerlog.domain.walk import Walk

MODEL = ReflectionModel(
    "three",
    "Three",
    "One after the other.",
    "",
    tuple(Stage(f"stage_{name}", name.capitalize(), f"{name}?") for name in ("one", "two", "three")),
)
SINGLE = ReflectionModel("free", "Free", "A page.", "", (Stage("stage_text", "Text", "About what?"),))

texts = st.text(max_size=20)
steps = st.one_of(st.sampled_from(["forward", "back", "begin", "leave"]), texts.map(lambda text: ("say", text)))


@given(st.lists(steps, max_size=30))
def test_no_way_of_going_loses_a_word(taken: list[str | tuple[str, str]]) -> None:
    walk = Walk.begin(MODEL, {})
    said: dict[str, str] = {}
    for step in taken:
        if isinstance(step, tuple):
            if walk.stage:
                said[walk.stage.name] = step[1]
            walk = walk.saying(step[1])
        elif step == "forward":
            walk = walk.forward()
        elif step == "back":
            walk = walk.back()
        elif step == "begin":
            walk = walk.from_the_beginning()
        else:
            walk = Walk.begin(MODEL, walk.written)
        assert walk.written == {name: text for name, text in said.items() if text.strip()}
        assert 0 <= walk.at <= len(MODEL.stages)


@given(st.dictionaries(st.sampled_from([stage.name for stage in MODEL.stages]), texts))
def test_it_goes_on_where_the_model_says(written: Mapping[str, str]) -> None:
    walk = Walk.begin(MODEL, written)
    assert walk.stage == (MODEL.next_stage(walk.written) or MODEL.stages[-1])
    assert walk.is_complete == (MODEL.next_stage(walk.written) is None)


def test_at_the_end_nothing_is_asked_and_nothing_can_be_written() -> None:
    walk = Walk.begin(MODEL, {stage.name: "x" for stage in MODEL.stages}).forward()
    assert (walk.stage, walk.question, walk.text) == (None, "", "")
    assert walk.saying("more") == walk.forward() == walk
    assert walk.back().text == "x"
    assert walk.from_the_beginning().question == "one?"


def test_the_first_stage_has_nothing_before_it() -> None:
    assert Walk.begin(MODEL, {}).back().at == 0


def test_a_question_from_elsewhere_stands_in_for_the_only_one() -> None:
    assert Walk.begin(SINGLE, {}, "What made you laugh?").question == "What made you laugh?"
    assert Walk.begin(SINGLE, {}).question == "About what?"
    assert Walk.begin(MODEL, {}, "What made you laugh?").question == "one?"


def test_what_is_no_text_of_a_stage_is_left_alone() -> None:
    assert Walk.begin(MODEL, {"stage_one": 3, "stage_two": " \n", "title": "T", "stage_four": "x"}).written == {}
