"""Two people change the same thing, look at it side by side, and settle it."""

from __future__ import annotations

import pytest
from tests.exchange.changed_apart import agreed, apart, the_only
from tests.exchange.meeting import Peer, exchange

from peerlog.errors import BadInput, Refused
from peerlog.journal.versions.marked_apart import two_versions_to_settle
from peerlog.journal.versions.settling import (
    settle_with_text,
    take,
    take_both,
    take_proposal,
    undo_settling,
)
from peerlog.journal.versions.two_versions import all_settled, all_two_versions


def test_they_are_shown_with_who_said_what_and_what_was_there_before(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    apart(kim, sam, title=("Chair well", "Chair sets well", "Chair well and briefly"))
    shown = the_only(kim)
    assert (shown.label, shown.register, shown.origin) == ("Title", "title", "Chair well")
    assert [(each.said, each.by, each.mine, each.here) for each in shown.versions] == [
        ("Chair sets well", ("you",), True, False),
        ("Chair well and briefly", ("Sam",), False, False),
    ]
    assert shown.proposed == "Chair sets well and briefly"
    assert shown.sentence == "You and Sam changed this apart from each other."
    assert [each.by for each in the_only(sam).versions] == [("you",), ("Kim",)]
    assert two_versions_to_settle(kim.journal) == 1


@pytest.mark.parametrize("place", [0, 1])
def test_one_of_them_is_taken(pair: tuple[Peer, Peer], place: int) -> None:
    kim, sam = pair
    goal = apart(kim, sam, why=("once", "mine", "yours"))
    shown = the_only(kim)
    take(kim.journal, shown, shown.versions[place])
    assert all_two_versions(kim.journal) == []
    assert [(each.entry.id, each.said) for each in all_settled(kim.journal)] == [(goal, ["mine", "yours"][place])]
    agreed(kim, sam)
    assert sam.read(goal)["why"] == ["mine", "yours"][place]


def test_the_version_that_has_not_left_is_given_up_for_the_other(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    goal = kim.write("goal", title="Chair", why="once")
    exchange(kim, sam)
    kim.change(goal, why="mine")
    sam.change(goal, why="yours")
    kim.receive(*sam.send())
    shown = the_only(kim)
    assert [(each.said, each.here) for each in shown.versions] == [("mine", True), ("yours", False)]
    take(kim.journal, shown, shown.versions[1])
    undo_settling(kim.journal, shown.entry, "why")
    assert the_only(kim).seal == shown.seal
    take(kim.journal, shown, shown.versions[1])
    kim.send()
    assert kim.space.rows("SELECT count(*) FROM change_value WHERE value LIKE '%mine%'") == [(0,)]
    assert kim.space.rows("SELECT count(*) FROM pending") == [(0,)]
    agreed(kim, sam)
    assert sam.read(goal)["why"] == "yours"


def test_both_stand_one_after_the_other(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    goal = apart(kim, sam, text=("", "What I saw.", "What I heard."), title=("T", "T", "T"))
    take_both(sam.journal, the_only(sam))
    agreed(kim, sam)
    assert kim.read(goal)["text"] == "What I heard.\n\nWhat I saw."


def test_a_line_has_no_room_for_both(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    apart(kim, sam, title=("Chair", "Chair sets", "Chair meetings"))
    with pytest.raises(BadInput):
        take_both(kim.journal, the_only(kim))


def test_other_words_and_the_proposal(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    goal = apart(kim, sam, title=("A b", "A c", "D b"), why=("x", "y", "z"))
    title, why = all_two_versions(kim.journal)
    assert (title.register, why.register) == ("title", "why")
    take_proposal(kim.journal, title)
    with pytest.raises(Refused):
        take_proposal(kim.journal, why)
    settle_with_text(kim.journal, the_only(kim), "both of us")
    agreed(kim, sam)
    assert (sam.read(goal)["title"], sam.read(goal)["why"]) == ("D c", "both of us")


def test_fields_that_mean_something_together_are_settled_together(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    action = kim.write("action", title="Send the list", owner="Sam", state="open")
    exchange(kim, sam)
    kim.change(action, state="done", done_on="2026-11-20")
    sam.change(action, state="done", done_on="2026-11-21")
    exchange(kim, sam)
    exchange(kim, sam)
    shown = the_only(sam)
    assert (shown.register, shown.label, shown.is_text) == ("state", "State", False)
    assert [each.said for each in shown.versions] == ["done · Done on: 2026-11-21", "done · Done on: 2026-11-20"]
    take(sam.journal, shown, shown.versions[1])
    agreed(kim, sam)
    assert kim.read(action)["done_on"] == "2026-11-20"


def test_whose_an_action_is_says_both_names(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    action = kim.write("action", title="Send the list", owner="Ada")
    exchange(kim, sam)
    kim.change(action, owner="")
    sam.change(action, owner="")
    exchange(kim, sam)
    exchange(kim, sam)
    shown = the_only(kim)
    assert [each.said for each in shown.versions] == ["Kim", "Sam"]
    take(kim.journal, shown, shown.versions[0])
    agreed(kim, sam)
    assert ("owner" in kim.read(action), sam.read(action)["owner"]) == (False, "Kim")


def test_emptying_a_field_is_a_version_like_any_other(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    goal = apart(kim, sam, title=("T", "T", "T"), why=("once", "", "more"))
    shown = the_only(kim)
    assert [each.said for each in shown.versions] == ["", "more"]
    take(kim.journal, shown, shown.versions[0])
    agreed(kim, sam)
    assert "why" not in sam.read(goal)
