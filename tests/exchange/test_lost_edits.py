"""Attempts to lose an edit: written here and not sent while others' come, deleted, taken back, or made twice."""

from __future__ import annotations

import pytest
from tests.exchange.meeting import Peer, exchange

from peerlog.history.change import DELETED
from peerlog.journal.versions.settling import keep
from peerlog.journal.versions.two_versions import all_two_versions

Pair = tuple[Peer, Peer]


def goal_of_both(kim: Peer, sam: Peer, **fields: object) -> str:
    id_ = kim.write("goal", **{"title": "Chair well", "why": "once", **fields})
    exchange(kim, sam)
    return id_


def said(peer: Peer, register: str = "why") -> set[str]:
    """The versions of a field as a peer sees them; empty for one that agrees."""
    found = [each for each in all_two_versions(peer.journal) if each.register == register]
    return {version.said for each in found for version in each.versions}


def registers(peer: Peer) -> list[str]:
    return [each.register for each in all_two_versions(peer.journal)]


def meet_again(*pair: Peer) -> None:
    for _ in range(2):
        exchange(*pair)


def alike(kim: Peer, sam: Peer, id_: str) -> dict[str, object]:
    """What both read of an entry after they have exchanged everything."""
    meet_again(kim, sam)
    one, other = kim.row(id_), sam.row(id_)
    assert (one.fields, bool(one.deleted)) == (other.fields, bool(other.deleted))
    assert registers(kim) == registers(sam)
    return kim.read(id_)


def test_an_edit_here_stands_beside_two_that_come_one_after_the_other(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    kim.change(goal, why="mine")
    sam.change(goal, why="yours")
    kim.receive(*sam.send())
    sam.change(goal, why="yours, mended", measure="by ear")
    kim.receive(*sam.send())
    assert kim.read(goal)["why"] == "mine"
    assert kim.read(goal)["measure"] == "by ear"
    assert said(kim) == {"mine", "yours, mended"}
    alike(kim, sam, goal)
    assert said(sam) == {"mine", "yours, mended"}


def test_edits_of_other_fields_go_on_beside_each_other(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    kim.change(goal, why="mine")
    sam.change(goal, title="Chair")
    kim.receive(*sam.send())
    kim.change(goal, measure="by ear")
    sam.change(goal, baseline="four")
    kim.receive(*sam.send())
    found = alike(kim, sam, goal)
    assert {name: found[name] for name in ("why", "title", "measure", "baseline")} == {
        "why": "mine", "title": "Chair", "measure": "by ear", "baseline": "four",
    }  # fmt: skip
    assert registers(kim) == []


def test_an_edit_made_alike_by_both_leaves_once_and_the_next_one_is_made_on_both(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    kim.change(goal, why="ours")
    sam.change(goal, why="ours")
    kim.receive(*sam.send())
    assert kim.send() == []
    kim.change(goal, why="ours, mended")
    assert alike(kim, sam, goal)["why"] == "ours, mended"
    assert registers(kim) == []


def test_an_edit_taken_back_stands_beside_what_came_meanwhile(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    kim.change(goal, why="mine")
    kim.change(goal, why="once")
    sam.change(goal, why="yours")
    kim.receive(*sam.send())
    assert (kim.read(goal)["why"], registers(kim)) == ("yours", [])
    kim.change(goal, why="mine")
    sam.change(goal, why="yours again")
    kim.receive(*sam.send())
    kim.change(goal, why="yours")
    assert said(kim) == {"yours", "yours again"}
    alike(kim, sam, goal)
    assert said(sam) == {"yours", "yours again"}


def test_editing_one_of_two_versions_leaves_the_other_as_it_is(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    kim.change(goal, why="mine")
    sam.change(goal, why="yours")
    exchange(kim, sam)
    meet_again(kim, sam)
    (presented,) = {str(peer.read(goal)["why"]) for peer in pair}
    (other,) = {"mine", "yours"} - {presented}
    kim.change(goal, why="anew")
    assert said(kim) == {"anew", other}
    sam.change(goal, measure="by ear")
    kim.receive(*sam.send())
    assert said(kim) == {"anew", other}
    alike(kim, sam, goal)
    assert said(sam) == {"anew", other}


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


def test_elements_are_added_and_taken_out_on_both_sides(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam, tags=("a", "b", "c"))
    kim.change(goal, tags=("b", "c", "kim"))
    sam.change(goal, tags=("a", "c", "sam"))
    kim.receive(*sam.send())
    assert kim.read(goal)["tags"] == ("c", "kim", "sam")
    kim.change(goal, tags=("c", "kim", "more", "sam"))
    sam.change(goal, tags=("a", "c", "sam", "other"))
    kim.receive(*sam.send())
    assert kim.read(goal)["tags"] == ("c", "kim", "more", "other", "sam")
    assert alike(kim, sam, goal)["tags"] == ("c", "kim", "more", "other", "sam")
    assert registers(kim) == []


def test_an_element_taken_out_here_and_used_again_there_is_in(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam, tags=("a",))
    kim.change(goal, tags=())
    sam.change(goal, tags=())
    sam.send()
    sam.change(goal, tags=("a",))
    kim.receive(*sam.send(again=True))
    assert kim.read(goal)["tags"] == ("a",)
    assert alike(kim, sam, goal)["tags"] == ("a",)


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


def test_both_tick_off_an_action(pair: Pair) -> None:
    kim, sam = pair
    action = kim.write("action", title="Read")
    exchange(kim, sam)
    for peer in pair:
        peer.change(action, state="done", done_on="2026-11-21")
    assert alike(kim, sam, action)["done_on"] == "2026-11-21"
    assert registers(kim) == []
    kim.change(action, state="open", done_on="")
    sam.change(action, state="dropped", done_on="")
    alike(kim, sam, action)
    assert said(kim, "state") == {"open", "dropped"}


def test_both_move_something_to_another_place(pair: Pair) -> None:
    kim, sam = pair
    meeting = kim.write("meeting", title="Video", people=("Sam",))
    item = kim.write("agenda-item", title="Reading list", parent=meeting, position="m")
    exchange(kim, sam)
    kim.change(item, position="c")
    sam.change(item, position="x")
    assert alike(kim, sam, item)["position"] in ("c", "x")
    assert registers(kim) == []


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


def test_a_form_that_was_open_while_others_edits_came_loses_none_of_them(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam, tags=("a", "b"), measure="by ear")
    opened = kim.journal.entries.get(goal)
    sam.change(goal, why="yours", title="Chair", tags=("b", "sam"), minutes=30)
    kim.receive(*sam.send())
    typed = {**opened.fields, "why": "mine", "measure": "by eye", "tags": ("a", "kim")}
    kim.journal.entries.save(
        goal, {name: value for name, value in typed.items() if name != "when"}, base=opened.version
    )
    assert said(kim) == {"mine", "yours"}
    assert registers(kim) == ["why"]
    found = kim.read(goal)
    assert (found["title"], found["measure"], found["tags"], found["minutes"]) == (
        "Chair",
        "by eye",
        ("kim", "sam"),
        30,
    )
    alike(kim, sam, goal)
    assert said(sam) == {"mine", "yours"}
    assert all_two_versions(sam.journal)[0].origin == "once"


def test_a_form_that_was_open_while_one_edited_it_oneself_has_the_newest_words(pair: Pair) -> None:
    kim, sam = pair
    goal = goal_of_both(kim, sam)
    opened = kim.journal.entries.get(goal)
    kim.change(goal, why="from another window")
    kim.journal.entries.save(goal, {**opened.fields, "why": "mine"}, base=opened.version)
    assert kim.read(goal)["why"] == "mine"
    assert alike(kim, sam, goal)["why"] == "mine"
    assert registers(kim) == []


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
