"""How each type of field merges, told as what people do."""

from __future__ import annotations

from hypothesis import given
from tests.history.meeting import everybody, meet, seen
from tests.history.peers import MORNING, views
from tests.history.worlds import ROSTER, World, many, worlds

from peerlog.history.heads import Local
from peerlog.history.registers import element_register
from peerlog.history.view import view_of


def test_different_fields_merge_by_themselves() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row", state="active")
    meet(kim, sam)
    kim.change(goal, title="Row far", state="met")
    sam.change(goal, why="The lake", due="2026-12-01", tags=("water",))
    view = seen(goal, kim, sam)
    assert view.fields == {
        "title": "Row far", "state": "met", "why": "The lake", "due": "2026-12-01", "tags": ("water",), "when": MORNING,
    }  # fmt: skip
    assert view.two_versions == frozenset()


def test_the_same_field_becomes_two_versions_until_somebody_settles_it() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row")
    meet(kim, sam)
    kim.change(goal, title="Row far")
    sam.change(goal, title="Row fast")
    view = seen(goal, kim, sam)
    assert view.two_versions == {"title"}
    assert {(head.member, head.value) for head in view.heads["title"]} == {("KIM", "Row far"), ("SAM", "Row fast")}
    assert [head.change for head in view.heads["title"]] == sorted(head.change or b"" for head in view.heads["title"])
    assert view.fields["title"] == view.heads["title"][0].value
    kim.change(goal, settled=["title"], title="Row far and fast")
    view = seen(goal, kim, sam)
    assert view.fields["title"] == "Row far and fast"
    assert len(view.heads["title"]) == 1
    assert view.two_versions == frozenset()


def test_an_edit_of_one_of_two_versions_leaves_the_other() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row")
    meet(kim, sam)
    kim.change(goal, title="Row far")
    sam.change(goal, title="Row fast")
    shown = str(seen(goal, kim, sam).fields["title"])
    (other,) = {"Row far", "Row fast"} - {shown}
    kim.change(goal, title=f"{shown} today")
    view = seen(goal, kim, sam)
    assert {head.value for head in view.heads["title"]} == {f"{shown} today", other}
    assert view.two_versions == {"title"}


def test_the_version_that_is_shown_can_be_chosen() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row")
    meet(kim, sam)
    kim.change(goal, title="Row far")
    sam.change(goal, title="Row fast")
    shown = seen(goal, kim, sam).fields["title"]
    assert kim.change(goal) == []
    kim.change(goal, settled=["title"])
    view = seen(goal, kim, sam)
    assert view.fields["title"] == shown
    assert view.two_versions == frozenset()


def test_equal_values_agree() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row", state="active")
    meet(kim, sam)
    for peer in (kim, sam):
        peer.change(goal, title="Row far", state="met")
    view = seen(goal, kim, sam)
    assert len(view.heads["title"]) == 2
    assert view.two_versions == frozenset()


def test_an_emptied_field_and_another_value_are_two_versions() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row", why="The lake")
    meet(kim, sam)
    kim.change(goal, why=None)
    sam.change(goal, why="The sea")
    assert seen(goal, kim, sam).two_versions == {"why"}


def test_elements_are_added_and_taken_out_apart_from_each_other() -> None:
    kim, sam, ada = everybody("kim", "sam", "ada")
    goal = kim.create("goal", people=("Kim", "Sam"), tags=("a",))
    meet(kim, sam, ada)
    kim.change(goal, people=("Ada", "Kim", "Sam"), tags=None)
    sam.change(goal, people=("Kim",), tags=("a", "b"))
    ada.change(goal, people=("Bo", "Kim", "Sam"))
    view = seen(goal, kim, sam, ada)
    assert view.fields["people"] == ("Ada", "Bo", "Kim")
    assert view.fields["tags"] == ("b",)
    assert view.two_versions == frozenset()


def test_what_one_takes_out_and_another_adds_again_is_in() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", tags=("a",))
    sam.known.learn(kim.known)
    kim.change(goal, tags=None)
    sam.change(goal, tags=None)
    sam.change(goal, tags=("a",))
    view = seen(goal, kim, sam)
    assert view.fields["tags"] == ("a",)
    kim.change(goal, tags=None)
    assert "tags" not in seen(goal, kim, sam).fields


def test_start_and_length_are_one_and_so_are_a_state_and_its_day() -> None:
    kim, sam = everybody()
    meeting = kim.create("meeting", minutes=50)
    action = kim.create("action", state="open", title="Oars")
    meet(kim, sam)
    kim.change(meeting, when="2026-11-22T09:00:00+00:00")
    sam.change(meeting, minutes=30)
    kim.change(action, state="done", done_on="2026-11-22")
    sam.change(action, state="dropped")
    view = seen(meeting, kim, sam)
    assert view.two_versions == {"when"}
    assert (view.fields["when"], view.fields["minutes"]) in (("2026-11-22T09:00:00+00:00", 50), (MORNING, 30))
    view = seen(action, kim, sam)
    assert view.two_versions == {"state"}
    assert (view.fields["state"], view.fields.get("done_on")) in (("done", "2026-11-22"), ("dropped", None))


def test_the_place_among_siblings_is_that_of_the_lowest_change() -> None:
    kim, sam = everybody()
    item = kim.create("agenda-item", position="V")
    meet(kim, sam)
    kim.change(item, position="W")
    sam.change(item, position="X")
    view = seen(item, kim, sam)
    assert len(view.heads["position"]) == 2
    assert view.fields["position"] == min(view.heads["position"], key=lambda head: head.change or b"").value
    assert view.two_versions == frozenset()


def test_a_version_whose_words_are_not_here_is_none_of_two() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row")
    meet(kim, sam)
    kim.change(goal, title="Row far")
    (lost,) = sam.change(goal, title="Row fast")
    meet(kim, sam)
    del kim.known.values[(lost.change.id, "title")]
    view = kim.view(goal)
    assert view is not None
    assert view.fields["title"] == "Row far"
    assert view.two_versions == frozenset()
    assert [head.missing for head in view.heads["title"] if head.change == lost.change.id] == [True]


def test_the_author_alone_changes_what_is_theirs_and_any_device_of_theirs_may() -> None:
    kim, phone, sam = everybody("kim", "kim-phone", "sam")
    note = kim.create("note", text="Long ago")
    meet(kim, phone, sam)
    assert sam.change(note, text="Mine now") == []
    assert sam.delete(note) == []
    phone.change(note, text="Longer ago")
    assert seen(note, kim, phone, sam).fields["text"] == "Longer ago"


def test_others_may_answer_a_request_and_take_feedback_in() -> None:
    kim, sam = everybody()
    request = kim.create("request", title="Read this", state="open")
    feedback = kim.create("feedback", impact="We laughed")
    meet(kim, sam)
    sam.change(request, state="answered", title="Mine")
    sam.change(feedback, accepted=True, impact="They cried")
    view = seen(request, kim, sam)
    assert (view.fields["state"], view.fields["title"]) == ("answered", "Read this")
    view = seen(feedback, kim, sam)
    assert (view.fields["accepted"], view.fields["impact"]) == (True, "We laughed")


def test_both_halves_of_a_fork_count() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row")
    restored = kim.copy()
    kim.change(goal, title="Row far")
    restored.change(goal, title="Row fast")
    view = seen(goal, kim, restored, sam)
    assert {head.value for head in view.heads["title"]} == {"Row far", "Row fast"}
    assert len({head.change for head in view.heads["title"]}) == 2


def test_what_is_only_here_comes_first_and_is_beside_what_came() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row", tags=("a",))
    meet(kim, sam)
    before = kim.view(goal)
    assert before is not None
    sam.change(goal, title="Row far", why="The lake", tags=None)
    meet(kim, sam)
    tag = element_register("tags", "a", before.element_key)
    local = {
        "title": Local("Row fast", tuple(head.change for head in before.heads["title"] if head.change)),
        tag: Local(None, tuple(head.change for head in before.heads[tag] if head.change)),
    }
    view = view_of(goal, kim.known.changes.values(), kim.known.values, kim.roster, local)
    assert view is not None
    assert view.fields == {"title": "Row fast", "why": "The lake", "when": MORNING}
    assert [head.value for head in view.heads["title"]] == ["Row fast", "Row far"]
    assert view.heads["title"][0].change is None
    assert view.two_versions == {"title"}


def test_nothing_is_known_of_an_entry_before_its_creation_came() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row")
    (change,) = [each.change for each in kim.change(goal, title="Row far")]
    assert view_of(goal, [change], kim.known.values, kim.roster) is None
    assert sam.view(goal) is None
    view = view_of(goal, reversed(kim.known.changes.values()), {}, kim.roster)
    assert view is not None
    assert view.fields == {"when": "2026-11-21T21:54:56+00:00"}
    assert view.heads["title"][0].missing


@many
@given(worlds)
def test_settling_leaves_one_version_of_everything(world: World) -> None:
    kim, _, sam, *_ = world.peers
    for peer in (kim, sam):
        peer.known.learn(world.all)
    for entry in world.all.changes.values():
        for peer in (kim, sam):
            view = peer.view(entry.entry)
            if view and view.two_versions:
                peer.change(entry.entry, settled=view.two_versions)
    kim.known.learn(sam.known)
    sam.known.learn(kim.known)
    for view in views(sam.known.changes.values(), sam.known.values, ROSTER).values():
        if view and ROSTER.members["kim"] == view.author:
            assert view == kim.view(view.entry)
            # Both of them settled apart, each by what was shown to both: that agrees.
            assert view.two_versions == frozenset()
