"""Page templates: a good one, and every mistake refused with its file, its key and what was expected."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.field import Choice, Shape
from peerlog.domain.problem import Problem
from peerlog.domain.template import PREFIX, read_template

from .hostile import UNSAFE, assert_clear, texts

GOOD = """
label = "Visit"
about = \"\"\"
A day in another place.

Fill it in over time.
\"\"\"
source = "Peer observation, in our own words"

[[fields]]
name = "place"
label = "Where"
shape = "line"
hint = "a name or a town"

[[fields]]
name = "saw"
label = "What I saw"

[[fields]]
name = "mood"
label = "Mood"
shape = "choice"
choices = ["Calm ", "très bien", "大変"]

[[fields]]
name = "score"
label = "Score"
shape = "number"
least = -5
most = 5

[[fields]]
name = "day"
label = "Day"
shape = "day"

[[fields]]
name = "hosts"
label = "Hosts"
shape = "names"
"""


def test_a_good_one() -> None:
    template = read_template("visit", tomllib.loads(GOOD))
    assert (template.name, template.label) == ("visit", "Visit")
    assert template.about == "A day in another place.\n\nFill it in over time."
    assert template.source == "Peer observation, in our own words"
    assert [(field.name, field.label, field.shape) for field in template.fields] == [
        ("page_place", "Where", Shape.LINE),
        ("page_saw", "What I saw", Shape.PROSE),
        ("page_mood", "Mood", Shape.CHOICE),
        ("page_score", "Score", Shape.NUMBER),
        ("page_day", "Day", Shape.DAY),
        ("page_hosts", "Hosts", Shape.NAMES),
    ]
    place, _, mood, score, *_ = template.fields
    assert place.hint == "a name or a town"
    assert mood.choices == tuple(Choice(word, word) for word in ("Calm", "très bien", "大変"))
    assert [mood.clean(choice.value) for choice in mood.choices] == ["Calm", "très bien", "大変"]
    assert (score.clean("-5"), score.clean(5)) == (-5, 5)


def test_the_least_there_can_be() -> None:
    template = read_template("a", {"label": "A", "about": "B"})
    assert (template.source, template.fields) == ("", ())


def head(**changes: object) -> dict[str, object]:
    return {"label": "Visit", "about": "A day.", **changes}


def one(**changes: object) -> dict[str, object]:
    """A template with one field, whose keys are changed; None leaves a key out."""
    field = {"name": "place", "label": "Where", **changes}
    return head(fields=[{key: value for key, value in field.items() if value is not None}])


WRONG: list[tuple[str, dict[str, object], str]] = [
    ("unknown key", head(colour="red"), "visit: unknown key “colour”."),
    ("label missing", {"about": "A day."}, "visit: label: expected a text."),
    ("label empty", head(label=" "), "visit: label: expected a text."),
    ("label invisible", head(label="\x1b[31m\x00"), "visit: label: expected a text."),
    ("label a number", head(label=5), "visit: label: expected a text."),
    ("about missing", {"label": "Visit"}, "visit: about: expected a text."),
    ("source a list", head(source=["a"]), "visit: source: expected a text."),
    ("fields a table", head(fields={"name": "a"}), "visit: fields: expected a list of tables, [[fields]]."),
    ("fields of text", head(fields=["a"]), "visit: field 1: expected a table."),
    ("unknown key of a field", one(size=5), "visit: field 1: unknown key “size”."),
    ("name missing", one(name=None), "visit: field 1: name: expected a text."),
    (
        "name with capitals",
        one(name="Place"),
        "visit: field 1: name: expected lower-case letters, digits and _, found “Place”.",
    ),
    (
        "name in Greek",
        one(name="τόπος"),
        "visit: field 1: name: expected lower-case letters, digits and _, found “τόπος”.",
    ),
    ("label of a field missing", one(label=None), "visit: field 1: label: expected a text."),
    ("hint a number", one(hint=5), "visit: field 1: hint: expected a text."),
    ("shape a number", one(shape=5), "visit: field 1: shape: expected a text."),
    (
        "shape unknown",
        one(shape="colour"),
        "visit: field 1: shape: expected one of line, prose, choice, number, day, names, found “colour”.",
    ),
    (
        "shape not for templates",
        one(shape="links"),
        "visit: field 1: shape: expected one of line, prose, choice, number, day, names, found “links”.",
    ),
    ("choices a text", one(shape="choice", choices="a"), "visit: field 1: choices: expected a list of texts."),
    ("choices of numbers", one(shape="choice", choices=[1]), "visit: field 1: choices: expected a list of texts."),
    (
        "choices empty",
        one(shape="choice", choices=["a", " "]),
        "visit: field 1: choices: expected texts that are not empty and all different.",
    ),
    (
        "choices alike",
        one(shape="choice", choices=["a", "A "]),
        "visit: field 1: choices: expected texts that are not empty and all different.",
    ),
    ("choices missing", one(shape="choice"), "visit: field 1: choices go with the shape “choice”, and only with it."),
    ("choices too much", one(choices=["a"]), "visit: field 1: choices go with the shape “choice”, and only with it."),
    (
        "least a text",
        one(shape="number", least="1"),
        "visit: field 1: least and most: expected two whole numbers in order.",
    ),
    (
        "least a yes",
        one(shape="number", least=True),
        "visit: field 1: least and most: expected two whole numbers in order.",
    ),
    (
        "most a fraction",
        one(shape="number", most=1.5),
        "visit: field 1: least and most: expected two whole numbers in order.",
    ),
    (
        "least above most",
        one(shape="number", least=5, most=4),
        "visit: field 1: least and most: expected two whole numbers in order.",
    ),
    (
        "two of one name",
        head(fields=[{"name": "a", "label": "A"}, {"name": "b", "label": "B"}, {"name": "a", "label": "C"}]),
        "visit: fields: name: expected a different name for each, found “a” twice.",
    ),
    (
        "the second is wrong",
        head(fields=[{"name": "a", "label": "A"}, {"name": "b"}]),
        "visit: field 2: label: expected a text.",
    ),
]


@pytest.mark.parametrize(("data", "message"), [pytest.param(data, message, id=name) for name, data, message in WRONG])
def test_mistakes_are_named(data: dict[str, object], message: str) -> None:
    with pytest.raises(Problem) as refused:
        read_template("visit", data)
    assert refused.value.message == message
    assert_clear(refused.value)


def test_unknown_keys_are_answered_with_the_known_ones() -> None:
    with pytest.raises(Problem) as of_template:
        read_template("visit", head(colour="red"))
    assert of_template.value.hint == "Expected label, about, source and [[fields]]."
    with pytest.raises(Problem) as of_field:
        read_template("visit", one(size=5))
    assert of_field.value.hint == "Expected name, label, shape, hint, choices, least and most."


@pytest.mark.parametrize(
    "name",
    ["", "Visit", "a b", "../visit", "1a", "a" * 41, "\x1b[31ma", "x" * 1_000_000],
    ids=lambda name: ascii(name[:9]),
)
def test_names_of_templates(name: str) -> None:
    with pytest.raises(Problem, match="a template's name is lower-case letters, digits and _") as refused:
        read_template(name, head())
    assert_clear(refused.value)


keys = (
    st.sampled_from(["label", "about", "source", "fields", "name", "shape", "hint", "choices", "least", "most"]) | texts
)
values = st.recursive(
    texts | st.integers() | st.booleans() | st.floats() | st.sampled_from(["choice", "number", "a", "A"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=8,
)
tables = st.fixed_dictionaries(
    {"name": texts | st.sampled_from(["a", "b"]), "label": texts},
    optional={
        "shape": st.sampled_from(["line", "choice", "number"]),
        "choices": st.lists(texts, max_size=3),
        "hint": texts,
    }
    | {"least": st.integers(), "most": st.integers()},
)
documents = st.dictionaries(keys, values, max_size=5) | st.fixed_dictionaries(
    {"label": texts, "about": texts, "fields": st.lists(tables, max_size=3)}
)


@given(documents)
def test_any_document_is_a_template_or_a_problem(data: dict[str, object]) -> None:
    try:
        template = read_template("visit", data)
    except Problem as problem:
        assert_clear(problem)
        return
    said = [template.label, template.about, template.source]
    for field in template.fields:
        assert field.name.startswith(PREFIX)
        said += [field.label, field.hint, *(choice.label for choice in field.choices)]
        assert [field.clean(choice.label) for choice in field.choices] == [choice.value for choice in field.choices]
    assert not any(UNSAFE.search(each) for each in said)
