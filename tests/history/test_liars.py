"""What a changed program may sign, and that nothing comes of it: each case with its reason."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.history.peers import Known, Peer
from tests.history.roster_of_tests import EVERYBODY, SPACE, Roster, device_id, key

from peerlog.domain.entry import entry_id
from peerlog.history.change import DELETED, Change, read_change
from peerlog.history.encoding import b64
from peerlog.history.registers import element_register
from peerlog.history.value import digest, encode
from peerlog.history.view import View, view_of

SALT = bytes(range(16))


class Liar:
    """Signs whatever is asked for, into what a peer knows."""

    def __init__(self, name: str, known: Known) -> None:
        self.name = name
        self.known = known

    def says(self, entry: str, kind: str, sets: dict[str, Any], /, **more: Any) -> Change:
        said: dict[str, Any] = {
            "v": 1,
            "space": SPACE,
            "device": device_id(self.name),
            "seq": 9,
            "prev": b64(bytes(32)),
            "entry": entry,
            "kind": kind,
            "at": "2026-11-21T21:54:56Z",
            "sets": {name: [b64(digest((SALT, encode(value)))), []] for name, value in sets.items()},
        }
        said |= more
        if not sets:
            del said["sets"]
        change = read_change(json.dumps({name: value for name, value in said.items() if value is not None}).encode())
        self.known.changes[change.id] = change
        self.known.values |= {(change.id, name): (SALT, encode(value)) for name, value in sets.items()}
        return change


def seen(entry: str, known: Known, roster: Roster = EVERYBODY) -> View:
    view = view_of(entry, known.changes.values(), known.values, roster)
    assert view is not None
    return view


@pytest.mark.parametrize(
    ("who", "kind", "sets", "more", "reason"),
    [
        ("sam", "note", {"title": "Mine"}, {}, "it changes what belongs to its author alone"),
        ("sam", "note", {DELETED: True}, {}, "it changes what belongs to its author alone"),
        ("sam", "note", {"tags/AAAAAAAAAAAAAAAAAAAAAA": "x"}, {}, "it changes what belongs to its author alone"),
        ("sam", "note", {}, {"forget": True}, "only its author may have it forgotten"),
        ("sam", "goal", {"title": "Mine"}, {}, "it takes the entry for one of another kind"),
        ("nobody", "note", {"title": "Mine"}, {}, "it is from a device of nobody here"),
        ("kim", "note", {"title": "Mine"}, {"space": "00" * 16}, "it belongs elsewhere"),
        ("kim", "note", {"title": "Mine"}, {"entry": "00" * 32}, "it belongs elsewhere"),
        ("sam", "note", {"when": None}, {"nonce": b64(SALT)}, "it creates an entry that is another's"),
        ("kim", "note", {"when": None}, {"nonce": b64(SALT)}, "it creates an entry that is another's"),
        ("kim-phone", "note", {"title": "Mine"}, {}, "its device had been retired"),
    ],
)
def test_each_lie_is_refused_with_its_reason(
    who: str, kind: str, sets: dict[str, Any], more: dict[str, Any], reason: str
) -> None:
    kim = Peer("kim")
    note = kim.create("note", text="Long ago")
    roster = Roster(EVERYBODY.members, {device_id("kim-phone"): 8})
    before = seen(note, kim.known, roster)
    change = Liar(who, kim.known).says(note, kind, sets, **more)
    after = seen(note, kim.known, roster)
    assert after.refused == ((change.id, reason),)
    assert after._replace(refused=()) == before


def test_what_a_device_signed_before_it_was_retired_counts() -> None:
    kim = Peer("kim")
    note = kim.create("note", text="Long ago")
    change = Liar("kim-phone", kim.known).says(note, "note", {"title": "Mine"})
    for last, counts in ((8, False), (9, True), (None, True)):
        cut = {} if last is None else {device_id("kim-phone"): last}
        view = seen(note, kim.known, Roster(EVERYBODY.members, cut))
        assert (view.fields.get("title") == "Mine") == counts
        assert (change.id in dict(view.refused)) != counts
    assert view_of(note, kim.known.changes.values(), {}, Roster(EVERYBODY.members, {device_id("kim"): 0})) is None


def test_nobody_creates_an_entry_under_anothers_id() -> None:
    kim = Peer("kim")
    nonce = SALT
    liar = Liar("sam", kim.known)
    mine = entry_id(SPACE, key("kim"), nonce)
    liar.says(mine, "note", {"when": None}, nonce=b64(nonce))
    assert view_of(mine, kim.known.changes.values(), kim.known.values, EVERYBODY) is None
    own = entry_id(SPACE, key("sam"), nonce)
    liar.says(own, "note", {"when": ["2026-11-21T09:00:00+00:00", None]}, nonce=b64(nonce))
    assert seen(own, kim.known).author == "SAM"
    elsewhere = entry_id("00" * 16, key("sam"), nonce)
    liar.says(elsewhere, "note", {"when": None}, nonce=b64(nonce))
    assert view_of(elsewhere, kim.known.changes.values(), kim.known.values, EVERYBODY) is None


def test_of_two_creations_by_one_device_the_first_counts() -> None:
    known = Known()
    sam = Liar("sam", known)
    entry = entry_id(SPACE, key("sam"), SALT)
    second = sam.says(entry, "note", {"when": None}, nonce=b64(SALT), seq=5)
    assert seen(entry, known).kind == "note"
    sam.says(entry, "goal", {"when": None}, nonce=b64(SALT), seq=4)
    view = seen(entry, known)
    assert view.kind == "goal"
    assert view.refused == ((second.id, "it takes the entry for one of another kind"),)


def test_taking_over_from_what_is_elsewhere_or_unknown_does_nothing_more() -> None:
    kim, sam = Peer("kim"), Peer("sam")
    goal, other = kim.create("goal", title="Row", why="The lake"), kim.create("goal", title="Sing")
    sam.known.learn(kim.known)
    ids = [b64(id_) for id_ in kim.known.changes]
    said = {"title": [b64(digest((SALT, encode("Mine")))), [*ids, b64(bytes(32))]]}
    change = Liar("sam", kim.known).says(goal, "goal", {"title": "Mine"}, sets=said)
    assert seen(goal, kim.known).fields["title"] == "Mine"
    assert seen(goal, kim.known).fields["why"] == "The lake"
    assert [head.change for head in seen(goal, kim.known).heads["title"]] == [change.id]
    assert view_of(other, [each for each in kim.known.changes.values() if each.entry == other], kim.known.values,
                   EVERYBODY) == sam_view(sam, other)  # fmt: skip


def sam_view(sam: Peer, entry: str) -> View | None:
    return sam.view(entry)


def test_a_deletion_knows_what_its_own_change_sets() -> None:
    kim = Peer("kim")
    goal = kim.create("goal", title="Row")
    heads = [b64(id_) for id_ in kim.known.changes]
    sets = {name: [b64(digest((SALT, encode(True)))), heads] for name in ("why", DELETED)}
    Liar("sam", kim.known).says(goal, "goal", {"why": True, DELETED: True}, sets=sets)
    assert seen(goal, kim.known).deleted


def test_an_element_in_the_register_of_another_is_not_there() -> None:
    kim = Peer("kim")
    goal = kim.create("goal", tags=("a",))
    view = kim.view(goal)
    assert view is not None
    Liar("sam", kim.known).says(goal, "goal", {element_register("tags", "b", view.element_key): "c"})
    assert seen(goal, kim.known).fields["tags"] == ("a",)
    Liar("sam", kim.known).says(goal, "goal", {element_register("tags", "c", view.element_key): "c"})
    assert seen(goal, kim.known).fields["tags"] == ("a", "c")


def test_a_salt_that_is_not_that_of_the_creation_makes_no_registers() -> None:
    kim = Peer("kim")
    goal = kim.create("goal", tags=("a",))
    (creation,) = kim.known.changes
    _, text = kim.known.values[(creation, "when")]
    values = {**kim.known.values, (creation, "when"): (SALT, text)}
    view = view_of(goal, kim.known.changes.values(), values, EVERYBODY)
    assert view is not None
    assert view.element_key == b""
    assert "tags" not in view.fields
