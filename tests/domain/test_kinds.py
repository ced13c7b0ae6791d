"""The kinds: their fields, their names, and the words they put on the screen."""

from __future__ import annotations

from itertools import chain

import pytest

from peerlog.domain.field import Shape, clean_fields
from peerlog.domain.kinds import CHOSEN, KINDS, PARTS, Kind, kind_named
from peerlog.domain.problem import Problem

from .hostile import assert_clear

SHARED = ["text", "when", "tags", "minutes", "links"]
OWN = {
    "note": "vent erase_on cooled_on",
    "reflection": "about asked model",
    "goal": "theme question why measure baseline target people state due",
    "meeting": "people channel place purpose scope state apologies protocol summary insights mood",
    "idea": "source step state outcome",
    "page": "template",
    "action": "owner due state done_on",
    "agenda-item": "sort by state position",
    "minute": "by",
    "decision": "",
    "turn": "presenter chair note_taker timekeeper position",
    "check-in": "level",
    "milestone": "due done_on",
    "request": "source people help due state",
    "comment": "by suggestion",
    "feedback": "source people situation behaviour impact wish accepted",
    "resource": "where why source people pass_on",
    "thanks": "source people quotable",
    "pulse": "heard useful gave got energy",
    "agreement": "people focus starts ends cadence hours reply_days review state resume signposts closing clauses",
    "card": "own focus offers seeks interests role sector stage country zone partner channels availability contact",
    "circle": "focus",
    "device": "key places",
    "summary": "number since until focus goals meetings discussed learned ideas decisions next_steps",
    "contribution": "by",
    "approval": "content signed reason",
    "countersignature": "meaning signer to answer_by state request content signed known_by scan drawn_from",
    "activity": "type categories marks participatory planned points counts_not",
    "answer": "field",
    "membership": "scheme variant own_day registered lists needs deferred_to",
    "gap": "since until",
    "record": "scheme since until state handed_on",
    "peer": "meaning role organisation register registered email phone address day place"
    " relations registers may_be_named on_paper",
}
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda each: each.name)


def test_there_are_six_to_choose_among_and_all_stored_names_are_settled() -> None:
    assert len(CHOSEN) == 6
    assert [kind for kind in CHOSEN.values() if kind.is_part] == []
    assert [kind for kind in PARTS.values() if not kind.is_part] == []
    assert {kind.name: " ".join(field.name for field in kind.fields) for kind in KINDS.values()} == OWN
    assert [name for name, kind in KINDS.items() if kind.name != name] == []


@every_kind
def test_title_comes_first_and_what_all_have_last(kind: Kind) -> None:
    assert list(kind.all_fields) == ["title", *OWN[kind.name].split(), *SHARED, *["parent"] * kind.is_part]
    assert all(name == field.name for name, field in kind.all_fields.items())


@every_kind
def test_names_and_labels_are_told_apart(kind: Kind) -> None:
    fields = kind.all_fields.values()
    assert len(fields) == 1 + len(kind.fields) + len(SHARED) + kind.is_part
    assert len({field.label.casefold() for field in fields}) == len(fields)


def test_several_of_a_kind_have_a_name() -> None:
    assert {kind.many for kind in CHOSEN.values()} == {"notes", "reflections", "goals", "meetings", "ideas", "pages"}
    assert len({kind.many for kind in KINDS.values()}) == len(KINDS)


def test_labels_of_kinds_are_told_apart() -> None:
    assert len({kind.label.casefold() for kind in KINDS.values()}) == len(KINDS)


@every_kind
def test_each_says_what_it_is_for(kind: Kind) -> None:
    assert kind.label
    assert kind.about.endswith(".")
    assert kind.prompt.endswith("?")


@every_kind
def test_fields_have_labels_and_choices_where_they_belong(kind: Kind) -> None:
    fields = kind.all_fields.values()
    assert [field.name for field in fields if not field.label or field.label.strip() != field.label] == []
    assert [field.name for field in fields if bool(field.choices) != (field.shape is Shape.CHOICE)] == []
    assert [field.name for field in fields if field.least > field.most] == []


@every_kind
def test_choices_are_read_by_value_and_by_label(kind: Kind) -> None:
    for field in kind.all_fields.values():
        for choice in field.choices:
            said = (choice.value, choice.label, f" {choice.label.upper()} ", field.label_of(choice.value))
            assert [field.clean(each) for each in said] == [choice.value] * 4, field.name


@every_kind
def test_no_two_choices_are_said_alike(kind: Kind) -> None:
    for field in kind.all_fields.values():
        said = list(chain.from_iterable({choice.value, choice.label} for choice in field.choices))
        assert len(said) == len(set(said)), field.name


@every_kind
def test_a_new_one_starts_with_clean_values(kind: Kind) -> None:
    assert clean_fields(dict(kind.starts_with), kind.all_fields) == dict(kind.starts_with)


@every_kind
def test_minutes_are_of_one_day_or_of_a_span_of_work(kind: Kind) -> None:
    field, most = kind.all_fields["minutes"], 120_000 if kind.name == "activity" else 1440
    assert field.clean(1) == 1
    assert field.clean(str(most)) == most
    for raw in (0, most + 1, -1):
        with pytest.raises(Problem, match="out of range"):
            field.clean(raw)


@pytest.mark.parametrize(("name", "kind"), [("note", "note"), (" Goal ", "goal"), ("PAGE", "page")])
def test_kinds_by_name(name: str, kind: str) -> None:
    assert kind_named(name).name == kind


@pytest.mark.parametrize(
    "name", ["", "notes", "check in", "\x1b[31mnote", "\ud83d", "x" * 1_000_000], ids=lambda name: ascii(name[:9])
)
def test_unknown_kinds(name: str) -> None:
    with pytest.raises(Problem, match=r"^There is no kind called “") as refused:
        kind_named(name)
    assert refused.value.hint == "Kinds: note, reflection, goal, meeting, idea, page."
    assert_clear(refused.value)
