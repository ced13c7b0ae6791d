"""The agenda of a meeting, and what goes on to the next one."""

from __future__ import annotations

import pytest
from tests.journal.conftest import SetClock

from peerlog.domain.entry import Entry
from peerlog.domain.problem import Problem
from peerlog.errors import Refused
from peerlog.journal.journal import Journal
from peerlog.journal.meeting.agenda import add_item, agenda, carry_forward, left_open, move, reopen, settle


def meeting(journal: Journal, when: str, people: str = "Sam, Ada", **fields: object) -> Entry:
    return journal.entries.add(
        "meeting", {"people": people, "when": f"2026-11-{when}:00+00:00[Europe/Dublin]", **fields}
    )


def titles(items: list[Entry]) -> list[str]:
    return [item.title for item in items]


def test_items_in_order_and_moved(journal: Journal) -> None:
    here = meeting(journal, "23T09:30")
    items = [add_item(journal, here, line) for line in ("? one", "! sam two", "three", "four")]
    assert titles(agenda(journal, here.id)) == ["One", "Two", "Three", "Four"]
    assert (items[1].line("by"), items[1].line("sort")) == ("Sam", "idea")
    move(journal, items[3].id, -2)
    assert titles(agenda(journal, here.id)) == ["One", "Four", "Two", "Three"]
    move(journal, items[0].id, 99)
    assert titles(agenda(journal, here.id)) == ["Four", "Two", "Three", "One"]
    assert move(journal, items[0].id, 1).version == 2  # it is there already
    assert titles(agenda(journal, here.id)) == ["Four", "Two", "Three", "One"]


def test_items_from_elsewhere_without_a_place_or_with_the_same_can_be_moved(journal: Journal) -> None:
    here = meeting(journal, "23T09:30")
    for title, position in (("One", "V"), ("Two", "V"), ("Three", None)):
        journal.entries.add("agenda-item", {"title": title, "parent": here.id, "position": position})
    before = agenda(journal, here.id)
    assert titles(before)[2] == "Three"
    move(journal, before[2].id, -1)
    assert titles(agenda(journal, here.id)) == [before[0].title, "Three", before[1].title]
    positions = [item.line("position") for item in agenda(journal, here.id)]
    assert positions == sorted(set(positions))


def test_what_is_open_when_a_meeting_is_over_goes_on_to_the_next_once(journal: Journal, clock: SetClock) -> None:
    first, other = meeting(journal, "20T09:30"), meeting(journal, "20T12:00", "Sam")
    done, question = add_item(journal, first, "sam: slides"), add_item(journal, first, "? who chairs in May")
    add_item(journal, other, "only with Sam")
    settle(journal, done.id)
    upcoming = meeting(journal, "27T09:30", "ada, SAM")
    add_item(journal, upcoming, "something new")
    assert left_open(journal, upcoming) == [question]
    (carried,) = carry_forward(journal, upcoming)
    assert titles(agenda(journal, upcoming.id)) == ["Something new", "Who chairs in May"]
    assert carried.members("links") == (question.id,)
    assert journal.entries.get(question.id).state == "carried"
    assert carry_forward(journal, upcoming) == []
    # Not over yet: the one after it is offered nothing until it is.
    later = meeting(journal, "30T09:30")
    assert left_open(journal, later) == []
    clock.forward(days=6, hours=1)
    assert titles(left_open(journal, later)) == ["Something new", "Who chairs in May"]
    (chosen,) = carry_forward(journal, later, [carried.id])
    assert titles(left_open(journal, later)) == ["Something new"]
    assert chosen.line("sort") == "question"


def test_a_meeting_that_was_cancelled_loses_nothing(journal: Journal) -> None:
    off = meeting(journal, "25T09:30", state="cancelled")
    item = add_item(journal, off, "the room")
    assert left_open(journal, meeting(journal, "27T09:30")) == [item]


def test_where_marking_the_old_one_failed_it_is_not_offered_again(journal: Journal) -> None:
    first, upcoming = meeting(journal, "20T09:30"), meeting(journal, "27T09:30")
    old = add_item(journal, first, "the room")
    journal.entries.add("agenda-item", {"title": "The room", "parent": upcoming.id, "links": [old.id]})
    assert left_open(journal, upcoming) == []


def test_what_was_carried_is_settled_where_it_is_now(journal: Journal) -> None:
    first, upcoming = meeting(journal, "20T09:30"), meeting(journal, "27T09:30")
    old = add_item(journal, first, "the room")
    (new,) = carry_forward(journal, upcoming)
    with pytest.raises(Refused, match="was carried forward"):
        reopen(journal, old.id)
    assert settle(journal, new.id).state == "settled"
    assert reopen(journal, new.id).state == "open"


def test_what_is_no_meeting_and_no_item(journal: Journal) -> None:
    note = journal.entries.add("note", {"text": "A note"})
    with pytest.raises(Refused, match="“A note” is a note, not a meeting"):
        add_item(journal, note, "something")
    with pytest.raises(Refused, match="is a note, not an agenda item"):
        settle(journal, note.id)
    with pytest.raises(Problem, match="missing"):
        add_item(journal, meeting(journal, "23T09:30"), "?")
