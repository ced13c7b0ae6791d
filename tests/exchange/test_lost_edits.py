"""Attempts to lose an edit: written here and not sent while others' come, deleted, taken back, or made twice."""

from __future__ import annotations

from tests.exchange.both_at_it import Pair, alike, goal_of_both, meet_again, registers, said
from tests.exchange.meeting import exchange

from peerlog.journal.versions.two_versions import all_two_versions


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
