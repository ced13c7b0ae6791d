"""What becomes of a deletion beside another edit."""

from __future__ import annotations

from tests.history.meeting import everybody, meet, seen
from tests.history.peers import MORNING

from peerlog.history.change import DELETED
from peerlog.history.heads import Local
from peerlog.history.view import view_of


def test_a_deletion_takes_all_that_it_knew_and_can_be_undone() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row", tags=("a",))
    meet(kim, sam)
    sam.change(goal, why="The lake")
    meet(kim, sam)
    kim.delete(goal)
    view = seen(goal, kim, sam)
    assert view.deleted
    assert view.two_versions == frozenset()
    assert kim.delete(goal) == []
    sam.change(goal)  # presented again
    view = seen(goal, kim, sam)
    assert not view.deleted
    assert view.fields == {"title": "Row", "tags": ("a",), "why": "The lake", "when": MORNING}


def test_a_deletion_beside_an_edit_is_two_versions_and_shows_the_entry() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row", why="The lake")
    meet(kim, sam)
    kim.delete(goal)
    sam.change(goal, title="Row far")
    view = seen(goal, kim, sam)
    assert not view.deleted
    assert view.two_versions == {DELETED}
    assert view.fields == {"title": "Row far", "why": "The lake", "when": MORNING}
    sam.delete(goal)
    assert seen(goal, kim, sam).deleted


def test_keeping_and_deleting_apart_are_two_versions() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row")
    meet(kim, sam)
    kim.delete(goal)
    sam.change(goal, title="Row far")
    meet(kim, sam)
    kim.change(goal, settled=[DELETED])
    sam.delete(goal)
    view = seen(goal, kim, sam)
    assert {head.value for head in view.heads[DELETED]} == {True, None}
    assert not view.deleted
    assert view.two_versions == {DELETED}
    sam.change(goal, settled=[DELETED])
    assert seen(goal, kim, sam).two_versions == frozenset()


def test_keeping_what_another_deleted_settles_it() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row")
    meet(kim, sam)
    kim.delete(goal)
    sam.change(goal, title="Row far")
    meet(kim, sam)
    sam.change(goal, settled=[DELETED])
    view = seen(goal, kim, sam)
    assert (view.deleted, view.two_versions) == (False, frozenset())


def test_two_who_delete_apart_agree() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row")
    meet(kim, sam)
    kim.change(goal, why="The lake")
    kim.delete(goal)
    sam.delete(goal)
    assert seen(goal, kim, sam).deleted


def test_a_deletion_that_is_only_here_stands_beside_what_came() -> None:
    kim, sam = everybody()
    goal = kim.create("goal", title="Row")
    meet(kim, sam)
    before = kim.view(goal)
    assert before is not None
    local = {
        DELETED: Local(True, tuple({head.change for each in before.heads.values() for head in each if head.change}))
    }
    view = view_of(goal, kim.known.changes.values(), kim.known.values, kim.roster, local)
    assert view is not None
    assert view.deleted
    sam.change(goal, title="Row far")
    meet(kim, sam)
    view = view_of(goal, kim.known.changes.values(), kim.known.values, kim.roster, local)
    assert view is not None
    assert not view.deleted
    assert view.two_versions == {DELETED}
