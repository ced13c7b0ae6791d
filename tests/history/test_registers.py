"""From fields to registers and changes, and back from what others may have written."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.hostile import texts
from tests.export.entries import entries
from tests.history.peers import Peer, of_entry
from tests.history.roster_of_tests import EVERYBODY, SPACE, key

from peerlog.domain.entry import Entry, entry_id
from peerlog.domain.field import Field, Shape, Value, clean_fields
from peerlog.domain.kinds import KINDS
from peerlog.history.change import DELETED
from peerlog.history.compose import compose
from peerlog.history.difference import edits, supersedes_for
from peerlog.history.limits import CHANGE_BYTES
from peerlog.history.registers import COMPOUNDS, element_register, fields_of, registers_of
from peerlog.history.view import View, view_of

KEY = bytes(range(16))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(entries())
def test_fields_go_into_registers_and_come_back(entry: Entry) -> None:
    registers = registers_of(entry.kind, entry.fields, KEY)
    assert fields_of(entry.kind, registers, KEY) == entry.fields
    assert None not in registers.values()


def test_registers_are_fields_elements_and_compounds() -> None:
    fields: dict[str, Value] = {
        "when": "w",
        "minutes": 5,
        "title": "t",
        "tags": ("a", "b"),
        "state": "met",
        "due": "2026-12-01",
    }
    a, b = (element_register("tags", each, KEY) for each in "ab")
    assert registers_of("goal", fields, KEY) == {
        "when": ["w", 5],
        "title": "t",
        a: "a",
        b: "b",
        "state": ["met", None, None],
        "due": "2026-12-01",
    }
    assert a == "tags/vdVP6L9n2xTbaChAPCicZg"
    assert (
        element_register("people", "a", KEY) != element_register("tags", "a", KEY) != element_register("tags", "a", b"")
    )
    assert registers_of("agreement", {"ends": "2027-01-01"}, KEY) == {"starts": [None, "2027-01-01"]}
    assert registers_of("milestone", {"done_on": "2027-01-01"}, KEY) == {"state": [None, "2027-01-01", None]}


def test_every_set_of_every_kind_has_a_register_for_each_element() -> None:
    for kind in KINDS.values():
        for field in kind.all_fields.values():
            if field.merge.value == "set":
                (register,) = registers_of(kind.name, {field.name: ("x",)}, KEY)
                assert register.startswith(f"{field.name}/")
            elif field.name not in {part for parts in COMPOUNDS.values() for part in parts}:
                assert registers_of(kind.name, {field.name: "x"}, KEY) == {field.name: "x"}


@st.composite
def hostile(draw: st.DrawFn) -> tuple[str, Mapping[str, object]]:
    kind = draw(st.sampled_from([*sorted(KINDS), "unheard-of"]))
    known = sorted(KINDS[kind].all_fields) if kind in KINDS else ["title", "when"]
    names = st.sampled_from([*known, *COMPOUNDS, DELETED, "page_x", "stage_x", "clause_x", "unheard_of"])
    found = draw(st.dictionaries(names, json_values | st.lists(json_values, min_size=2, max_size=3), max_size=6))
    for name, element in draw(st.lists(st.tuples(names, texts), max_size=3)):
        found[element_register(name, element, KEY)] = element
    for name in draw(st.lists(names, max_size=2)):
        found[f"{name}/AAAAAAAAAAAAAAAAAAAAAA"] = draw(json_values)
    return kind, found


@given(hostile())
def test_whatever_others_write_the_fields_are_clean(written: tuple[str, Mapping[str, object]]) -> None:
    kind, registers = written
    fields = fields_of(kind, registers, KEY)
    known = KINDS.get(kind, KINDS["note"])
    allowed = dict(known.all_fields)
    if known.further:
        for name, value in fields.items():
            if name.startswith(known.further.prefix):
                shapes = {tuple: Shape.NAMES, int: Shape.NUMBER, bool: Shape.YES}
                shape = shapes.get(type(value), Shape.PROSE)
                allowed[name] = Field(name, name, shape, least=-(2**53), most=2**53)
    assert clean_fields(fields, allowed) == fields
    # What the view presents is no edit of the person who sees it.
    assert fields_of(kind, registers_of(kind, fields, KEY), KEY) == fields


@pytest.mark.parametrize(
    ("register", "value"),
    [
        ("state", "met"),
        ("state", ["met", None]),
        ("state", [["met"], {}, 1]),
        ("when", [5, "x"]),
        ("when", ["2026-11-21T09:00:00+00:00", 0]),
        ("when", None),
        ("title", 5),
        ("title", ["x"]),
        ("title", {"x": "y"}),
        ("title", "\x1b[31m\u202e"),
        ("text", "x" * 262_145),
        ("due", "tomorrow"),
        ("due", "2026-W47-6"),
        ("tags", "x"),
        ("tags/AAAAAAAAAAAAAAAAAAAAAA", "x"),
        (element_register("tags", "not a tag", KEY), "not a tag"),
        (element_register("tags", "a\x1b[31m", KEY), "a\x1b[31m"),
        (element_register("title", "x", KEY), "x"),
        (element_register("links", "x", KEY), "x"),
        ("parent", "x"),
        ("vent", True),
    ],
)
def test_what_does_not_fit_its_field_is_left_out(register: str, value: object) -> None:
    good = {"why": "The lake", element_register("tags", "fit", KEY): "fit"}
    fields = fields_of("goal", {register: value, **good}, KEY)
    assert {name: each for name, each in fields.items() if name != "when"} == {"why": "The lake", "tags": ("fit",)}


def test_text_is_cleaned_of_what_may_not_be_shown() -> None:
    assert fields_of("goal", {"title": "\x1b]0;x\x07A\u202eb\r\n c", "text": "a\r\nb\x07 "}, b"") == {
        "title": "Ab c",
        "text": "a\nb",
    }


def test_more_elements_than_a_set_holds_are_cut_in_their_order() -> None:
    names = [f"n{number:04}" for number in range(600)]
    fields = fields_of("goal", {element_register("people", name, KEY): name for name in names}, KEY)
    assert fields["people"] == tuple(names[:500])


def sent(peer: Peer, entry: Entry) -> View:
    """An entry written anew by `peer`, as its changes have it."""
    nonce, element_key = peer.salt(), peer.salt()
    id_ = entry_id(SPACE, key(peer.name), nonce)
    sets = {name: (value, ()) for name, value in edits(entry.kind, None, entry.fields, False, element_key).items()}
    peer._sign(id_, entry.kind, sets, "2026-11-21T21:54:56Z", nonce=nonce, element_key=element_key)
    view = peer.view(id_)
    assert view is not None
    return view


@given(entries())
def test_what_somebody_writes_is_what_the_view_presents(entry: Entry) -> None:
    view = sent(Peer("kim"), entry)
    assert view.fields == entry.fields
    assert (view.kind, view.author, view.refused) == (entry.kind, "KIM", ())
    assert edits(view.kind, view, view.fields, False, view.element_key) == {}


@given(entries(), entries())
def test_so_is_what_they_write_after_that(before: Entry, after: Entry) -> None:
    peer = Peer("kim")
    view = sent(peer, before)
    known = KINDS[view.kind].all_fields
    wanted = {name: value for name, value in after.fields.items() if name in known and name in before.fields}
    try:
        wanted = {**clean_fields(wanted, known), "when": after.fields["when"]}
    except ValueError:
        wanted = {"when": after.fields["when"]}
    found = edits(view.kind, view, wanted, False, view.element_key)
    sets = {register: (value, supersedes_for(register, view)) for register, value in found.items()}
    if sets:
        peer._sign(view.entry, view.kind, sets, "2026-11-21T21:54:56Z")
    again = peer.view(view.entry)
    assert again is not None
    assert again.fields == wanted
    assert again.two_versions == frozenset()
    assert edits(again.kind, again, wanted, False, again.element_key) == {}


def test_an_entry_that_does_not_fit_one_change_leaves_as_several() -> None:
    peer = Peer("kim")
    names = tuple(f"Person {number:03}" for number in range(200))
    meeting = peer.create("meeting", people=names, title="All of us")
    changes = of_entry(meeting, peer.known.changes)
    assert len(changes) == 5
    assert all(len(change.text) <= CHANGE_BYTES for change in changes)
    assert [change.seq for change in changes] == list(range(1, len(changes) + 1))
    assert [change.prev for change in changes] == [None, *(change.id for change in changes[:-1])]
    assert [change.nonce is None for change in changes] == [False, *[True] * (len(changes) - 1)]
    view = peer.view(meeting)
    assert view is not None
    assert view.fields["people"] == names
    peer.delete(meeting)
    view = peer.view(meeting)
    assert view is not None
    assert view.deleted
    peer.change(meeting)
    view = peer.view(meeting)
    assert view is not None
    assert not view.deleted
    assert len(view.heads[DELETED]) == 1


@pytest.mark.parametrize("register", ["title", DELETED])
def test_what_takes_over_from_more_than_one_text_names_is_split(register: str) -> None:
    superseded = tuple(number.to_bytes(32, "big") for number in range(300))
    composed = compose(
        space=SPACE, device=Peer("kim").device, seq=0, prev=None, entry="0" * 64, kind="goal",
        at="2026-11-21T21:54:56Z", sets={register: (True, superseded), "why": ("x", ())},
    )  # fmt: skip
    named = [id_ for each in composed for id_ in each.change.sets.get(register, ((), ()))[1]]
    own = [each.change.id for each in composed if register in each.change.sets]
    assert len(own) > 3
    assert sorted(set(named) - set(own)) == list(superseded)
    assert set(own) & set(named) == (set() if register == DELETED else set(own[:-1]))


def test_salts_are_random_and_that_of_an_element_key_is_given() -> None:
    def once() -> dict[str, bytes]:
        (composed,) = compose(
            space=SPACE, device=Peer("kim").device, seq=0, prev=None, entry="0" * 64, kind="goal", nonce=bytes(16),
            element_key=KEY, at="2026-11-21T21:54:56Z", sets={"when": ("w", ()), "title": ("t", ())},
        )  # fmt: skip
        return {register: salt for register, (salt, _) in composed.values.items()}

    one, other = once(), once()
    assert one["when"] == other["when"] == KEY
    assert one["title"] != other["title"]
    assert len(one["title"]) == 16


def test_edits_of_what_is_deleted_or_never_left_stay_here() -> None:
    peer = Peer("kim")
    assert edits("goal", None, {"when": "w"}, True, KEY) == {}
    goal = peer.create("goal", title="Row")
    view = peer.view(goal)
    assert view is not None
    assert edits("goal", view, {**view.fields, "title": "Other"}, True, view.element_key) == {DELETED: True}
    assert supersedes_for("title", None) == ()
    assert supersedes_for("title", view, {"title": (b"x",)}) == (b"x",)
    assert supersedes_for("why", view) == ()
    peer.forget(goal)
    view = peer.view(goal)
    assert view is not None
    assert edits("goal", view, {"title": "Row"}, False, b"") == {}


def test_a_kind_that_is_not_known_here_keeps_what_all_have() -> None:
    peer = Peer("kim")
    entry = peer.create("unheard-of", title="Row", mood="good", tags=("a",))
    view = view_of(entry, peer.known.changes.values(), peer.known.values, EVERYBODY)
    assert view is not None
    assert {"title", "tags", "when"} == set(view.fields)
    assert view.heads["mood"][0].value == "good"
