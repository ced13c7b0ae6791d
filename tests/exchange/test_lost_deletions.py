"""A deletion beside an edit, or an edit beside a deletion: neither is lost without somebody having decided it."""

from __future__ import annotations

import pytest
from tests.exchange.both_at_it import Pair, alike, goal_of_both, meet_again, registers
from tests.exchange.meeting import exchange

from peerlog.history.change import DELETED
from peerlog.journal.versions.settling import keep
from peerlog.journal.versions.two_versions import all_two_versions


def test_deleting_what_somebody_edits_brings_it_back_for_both_to_decide(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    kim.change(goal, measure="by ear")
    kim.journal.entries.delete(goal)
    sam.change(goal, why="yours")
    kim.receive(*sam.send())
    assert not kim.journal.entries.get(goal).deleted
    assert (kim.read(goal)["why"], kim.read(goal)["measure"]) == ("yours", "by ear")
    sam.change(goal, title="Chair")
    kim.receive(*sam.send())
    assert registers(kim) == [DELETED]
    assert alike(kim, sam, goal)["measure"] == "by ear"
    assert registers(sam) == [DELETED]


def test_an_edit_beside_a_deletion_does_not_undo_it_unasked(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    kim.change(goal, why="mine")
    sam.journal.entries.delete(goal)
    kim.receive(*sam.send())
    assert registers(kim) == [DELETED]
    sam.write("note", text="Something else.")
    kim.receive(*sam.send(again=True))
    other = sam.write("note", text="And again.")
    kim.receive(*sam.send(again=True))
    assert kim.read(other)["text"] == "And again."
    assert registers(kim) == [DELETED]
    alike(kim, sam, goal)
    assert registers(sam) == [DELETED]


def test_a_deletion_here_that_is_taken_back_is_no_deletion(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    sent_before = sam.outgoing(again=True)
    kim.journal.entries.delete(goal)
    kim.receive(*(each.file for each in sent_before))
    sam.change(goal, why="yours")
    kim.receive(*sam.send())
    kim.journal.entries.delete(goal)
    sam.write("note", text="Something else.")
    kim.receive(*sam.send(again=True))
    assert kim.journal.entries.get(goal).deleted
    kim.journal.entries.undelete(goal)
    assert registers(kim) == []
    alike(kim, sam, goal)
    assert not kim.journal.entries.get(goal).deleted


def test_deleting_again_what_came_back_lets_it_go(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    kim.journal.entries.delete(goal)
    sam.change(goal, why="yours")
    kim.receive(*sam.send())
    kim.journal.entries.delete(goal)
    assert registers(kim) == []
    alike(kim, sam, goal)
    assert sam.journal.entries.get(goal).deleted
    assert registers(sam) == []


def test_bringing_back_beside_an_edit(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    kim.journal.entries.delete(goal)
    exchange(kim, sam)
    assert sam.journal.entries.get(goal).deleted
    kim.journal.entries.undelete(goal)
    sam.journal.entries.undelete(goal)
    sam.change(goal, why="yours")
    kim.receive(*sam.send())
    kim.change(goal, measure="by ear")
    found = alike(kim, sam, goal)
    assert (found["why"], found["measure"], registers(kim)) == ("yours", "by ear", [])
    assert not sam.journal.entries.get(goal).deleted


def test_bringing_back_what_is_deleted_once_more(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    kim.journal.entries.delete(goal)
    exchange(kim, sam)
    sam.journal.entries.undelete(goal)
    kim.journal.entries.undelete(goal)
    kim.send()
    kim.journal.entries.delete(goal)
    kim.send()
    sam.receive(*kim.send(again=True))
    assert registers(sam) == [DELETED]
    keep(sam.journal, all_two_versions(sam.journal)[0])
    alike(kim, sam, goal)
    assert not kim.journal.entries.get(goal).deleted


def test_what_never_left_and_is_deleted_does_not_leave(pair: Pair) -> None:
    kim, sam = pair
    exchange(kim, sam)
    note = kim.write("note", text="Better not.")
    kim.journal.entries.delete(note)
    assert kim.send() == []
    kim.journal.entries.undelete(note)
    sam.receive(*kim.send())
    assert sam.read(note)["text"] == "Better not."
    kim.journal.entries.delete(note)
    alike(kim, sam, note)


def test_what_is_written_into_what_its_author_forgets_is_gone_with_it(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    sam.change(goal, why="yours")
    kim.journal.entries.delete(goal)
    kim.journal.entries.forget(goal)
    sam.receive(*kim.send())
    assert sam.journal.entries.find(goal) is None
    assert sam.send() == []
    assert all(not peer.space.rows("SELECT 1 FROM pending") for peer in pair)
    assert [all_two_versions(peer.journal) for peer in pair] == [[], []]


def test_parts_stay_with_a_meeting_that_is_deleted_beside_them(pair: Pair) -> None:
    kim, sam = pair
    meeting = kim.write("meeting", title="Video", people=("Sam",))
    mine = kim.write("agenda-item", title="Reading list", parent=meeting)
    exchange(kim, sam)
    kim.journal.entries.delete(meeting)
    added = sam.write("agenda-item", title="Chairing", parent=meeting)
    minute = sam.write("minute", text="Sam's own words.", parent=meeting)
    meet_again(kim, sam)
    for peer in pair:
        assert [bool(peer.journal.entries.get(each).deleted) for each in (meeting, mine, added, minute)] == [
            True, True, False, False,
        ]  # fmt: skip
        assert peer.read(minute)["text"] == "Sam's own words."
    kim.journal.entries.undelete(meeting)
    meet_again(kim, sam)
    assert {part.id for part in sam.journal.entries.parts(meeting, "agenda-item")} == {mine, added}


@pytest.mark.parametrize("first_edit", ["title", "why"])
def test_whoever_deletes_what_they_have_edited_knows_of_their_own_edit(pair: Pair, first_edit: str) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    kim.change(goal, **{first_edit: "mine"})
    sam.change(goal, measure="by ear")
    kim.receive(*sam.send())
    kim.journal.entries.delete(goal)
    sam.write("note", text="Something else.")
    kim.receive(*sam.send(again=True))
    assert kim.journal.entries.get(goal).deleted
    assert registers(kim) == []
    alike(kim, sam, goal)
    assert sam.journal.entries.get(goal).deleted
    assert registers(sam) == []


def test_letting_go_of_what_was_deleted_beside_an_edit_of_one_s_own(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    kim.change(goal, why="mine")
    sam.journal.entries.delete(goal)
    kim.receive(*sam.send())
    kim.journal.entries.delete(goal)
    assert kim.journal.entries.get(goal).deleted
    assert registers(kim) == []
    kim.journal.entries.undelete(goal)
    assert kim.read(goal)["why"] == "mine"
    kim.journal.entries.delete(goal)
    alike(kim, sam, goal)
    assert sam.journal.entries.get(goal).deleted
    assert registers(sam) == []
