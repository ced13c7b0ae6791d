"""Settling beside others who settle too, or change it meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.exchange.changed_apart import agreed, apart, the_only
from tests.exchange.meeting import Peer, exchange, join_device, meet, people

from peerlog.errors import Refused
from peerlog.journal.versions.marked_apart import two_versions_to_settle
from peerlog.journal.versions.settling import (
    keep,
    settle_with_text,
    take,
    take_both,
    take_out,
    undo_settling,
)
from peerlog.journal.versions.two_versions import all_settled, all_two_versions, two_versions_of


def test_what_both_settle_alike_agrees_and_otherwise_there_are_two_versions_again(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    apart(kim, sam, why=("once", "mine", "yours"), title=("T", "T", "T"))
    settle_with_text(kim.journal, the_only(kim), "ours")
    settle_with_text(sam.journal, the_only(sam), "ours")
    agreed(kim, sam)
    apart(kim, sam, why=("once", "mine", "yours"), title=("T", "T", "T"))
    settle_with_text(kim.journal, the_only(kim), "one end")
    settle_with_text(sam.journal, the_only(sam), "another end")
    exchange(kim, sam)
    exchange(kim, sam)
    assert {each.said for each in the_only(kim).versions} == {"one end", "another end"}
    shown = the_only(sam)
    take(sam.journal, shown, shown.versions[0])
    agreed(kim, sam)


def test_a_version_that_comes_meanwhile_is_looked_at_first(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    goal = apart(kim, sam, why=("once", "mine", "yours"), title=("T", "T", "T"))
    shown = the_only(kim)
    sam.change(goal, why="yet another")
    kim.receive(*sam.send())
    with pytest.raises(Refused, match="Another version has come"):
        take(kim.journal, shown, shown.versions[0])
    assert len(the_only(kim).versions) == 2
    settle_with_text(kim.journal, the_only(kim), "ours")
    with pytest.raises(Refused, match="settled already"):
        take(kim.journal, shown, shown.versions[0])
    sam.change(goal, why="after that")
    kim.receive(*sam.send())
    assert {each.said for each in the_only(kim).versions} == {"ours", "after that"}
    assert [each.said for each in all_settled(kim.journal)] == []


def test_it_can_be_undone_and_settled_anew_until_it_leaves(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    goal = apart(kim, sam, why=("once", "mine", "yours"), title=("T", "T", "T"))
    shown = the_only(kim)
    entry = settle_with_text(kim.journal, shown, "ours")
    undo_settling(kim.journal, entry, "why")
    assert the_only(kim).seal == shown.seal
    assert kim.send() == []
    settle_with_text(kim.journal, the_only(kim), "ours after all")
    kim.change(goal, why="ours, and mended")
    assert [each.said for each in all_settled(kim.journal)] == ["ours, and mended"]
    agreed(kim, sam)
    assert sam.read(goal)["why"] == "ours, and mended"
    with pytest.raises(Refused):
        undo_settling(kim.journal, entry, "why")


@pytest.mark.parametrize("stays", [True, False])
@pytest.mark.parametrize("by_the_one_who_deleted", [True, False])
def test_what_one_took_out_while_another_changed_it(
    pair: tuple[Peer, Peer], *, stays: bool, by_the_one_who_deleted: bool
) -> None:
    kim, sam = pair
    goal = kim.write("goal", title="Chair well")
    exchange(kim, sam)
    kim.journal.entries.delete(goal)
    sam.change(goal, why="For the set", title="Chair the set")
    exchange(kim, sam)
    exchange(kim, sam)
    shown = the_only(kim)
    assert shown.sentence == "You took it out while Sam changed it."
    assert the_only(sam).sentence == "Kim took it out while you changed it."
    assert shown.changed == ("Title", "Why it matters")
    who = kim if by_the_one_who_deleted else sam
    settled = (keep if stays else take_out)(who.journal, the_only(who))
    assert bool(settled.deleted) is not stays
    assert all_two_versions(who.journal) == []
    undo_settling(who.journal, settled, "deleted")
    assert the_only(who).is_deletion
    (keep if stays else take_out)(who.journal, the_only(who))
    agreed(kim, sam)
    for peer in pair:
        assert bool(peer.journal.entries.get(goal).deleted) is not stays
        assert peer.read(goal)["why"] == "For the set"


def test_with_three_people_each_version_is_there_and_one_settles_for_all(empty_vault: Path, tmp_path: Path) -> None:
    with people(empty_vault, tmp_path, "Kim", "Sam", "Ada") as (kim, sam, ada):
        meet(kim, sam, ada)
        goal = kim.write("goal", title="T", why="once")
        exchange(kim, sam, ada)
        for peer in (kim, sam, ada):
            peer.change(goal, why=f"{peer.name}'s")
        exchange(kim, sam, ada)
        exchange(kim, sam, ada)
        shown = the_only(ada)
        assert shown.versions[0].by == ("you",)
        assert {each.said for each in shown.versions} == {"Kim's", "Sam's", "Ada's"}
        assert (shown.proposal, shown.origin) == ([], None)
        take(ada.journal, shown, shown.versions[2])
        exchange(kim, sam, ada)
        for peer in (kim, sam, ada):
            assert all_two_versions(peer.journal) == []
            assert peer.read(goal)["why"] == shown.versions[2].said


def test_one_person_on_two_devices_settles_what_is_theirs_alone(empty_vault: Path, tmp_path: Path) -> None:
    with people(empty_vault, tmp_path, "Kim", "Sam", "Sam at home") as (kim, sam, home):
        meet(kim, sam)
        note = sam.write("note", text="Begun.")
        exchange(kim, sam)
        join_device(sam, home)
        exchange(sam, kim, home)
        exchange(kim, sam, home)
        sam.change(note, text="At work.")
        home.change(note, text="At home.")
        exchange(kim, sam, home)
        exchange(kim, sam, home)
        shown = the_only(kim)
        assert (shown.author, shown.may_settle) == ("Sam", False)
        assert two_versions_to_settle(kim.journal) == 0
        with pytest.raises(Refused, match="only Sam can settle them"):
            take(kim.journal, shown, shown.versions[0])
        shown = the_only(home)
        assert [each.by for each in shown.versions] == [("you",), ("you on another device",)]
        take_both(home.journal, shown)
        exchange(kim, sam, home)
        for peer in (kim, sam, home):
            assert all_two_versions(peer.journal) == []
            assert sorted(str(peer.read(note)["text"]).split("\n\n")) == ["At home.", "At work."]


def test_what_was_put_away_asks_nothing_any_more(pair: tuple[Peer, Peer]) -> None:
    kim, sam = pair
    goal = apart(kim, sam, why=("once", "mine", "yours"), title=("T", "T", "T"))
    kim.space.set_value("archived", kim.now)
    assert all_two_versions(kim.journal) == []
    assert two_versions_of(kim.journal, kim.journal.entries.get(goal)) == []
