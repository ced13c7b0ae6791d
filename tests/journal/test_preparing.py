"""What the page before a meeting says."""

from __future__ import annotations

import pytest
from tests.journal.conftest import SetClock

from peerlog.domain.entry import Entry
from peerlog.errors import Refused
from peerlog.journal.journal import Journal
from peerlog.journal.meeting.agenda import add_item
from peerlog.journal.meeting.meetings_with import last_contact, meetings_with
from peerlog.journal.meeting.preparing import preparation


def at(when: str) -> str:
    return f"2026-{when}:00+00:00[Europe/Dublin]"


@pytest.fixture
def upcoming(journal: Journal) -> Entry:
    """A fortnight with Sam, from the last meeting to the next one."""
    journal.change_profile(type(journal.profile)("Kim", "Europe/Dublin"))
    add = journal.entries.add
    add("card", {"title": "Sam", "zone": "Australia/Brisbane"})
    last = add("meeting", {"title": "Video", "people": "Sam, Kim", "when": at("11-10T18:30"), "summary": "Chairing."})
    add("decision", {"title": "Fifteen minutes each", "parent": last.id})
    add("action", {"title": "Reading list", "owner": "sam", "due": "2026-11-20", "parent": last.id})
    add("action", {"title": "Call the archive", "parent": last.id})
    add("action", {"title": "For nobody in particular"})
    add("action", {"title": "For Ada", "parent": add("meeting", {"people": "Ada", "when": at("11-11T10:00")}).id})
    add("action", {"title": "Done already", "owner": "Sam", "state": "done", "parent": last.id})
    add_item(journal, last, "? how do you open a set")
    add("meeting", {"people": "Sam", "channel": "messages", "when": at("11-18T12:00")})
    add("note", {"text": "Before all that, with Sam", "when": at("11-01T12:00")})
    add("note", {"text": "Told Sam about the rota.", "when": at("11-19T12:00")})
    add("reflection", {"text": "What it was like", "links": [last.id], "when": at("11-11T12:00")})
    add("note", {"text": "Samuel Beckett", "when": at("11-19T13:00")})
    goal = add(
        "goal", {"title": "Chair well", "people": "Sam", "baseline": "4", "target": "7", "when": at("09-01T12:00")}
    )
    for day, level in (("10-01", 4), ("11-01", 5), ("11-20", 6)):
        add("check-in", {"level": level, "parent": goal.id, "when": at(f"{day}T12:00")})
    add("goal", {"title": "With Ada", "people": "Ada"})
    add("goal", {"title": "My own"})
    add("goal", {"title": "Reached", "state": "met"})
    here = add("meeting", {"people": "Sam", "purpose": "decide", "when": at("11-23T09:30")})
    add_item(journal, here, "! a round of one minute each")
    add_item(journal, here, "sam ? who chairs in May")
    return here


def test_everything_that_helps_is_there(journal: Journal, upcoming: Entry) -> None:
    page = preparation(journal)
    assert page.meeting == upcoming
    assert page.people == ("Sam",)
    assert [(clock.name, clock.place, f"{clock.at.local:%H:%M}") for clock in page.clocks] == [
        ("Sam", "Brisbane", "19:30")
    ]
    assert (page.days, page.contact and page.contact.line("channel")) == (3, "messages")
    assert page.last
    assert page.last.line("summary") == "Chairing."
    assert [each.title for each in page.decisions] == ["Fifteen minutes each"]
    assert [each.text for each in page.written] == ["Told Sam about the rota.", "What it was like"]
    assert [(group.owner, [each.title for each in group.actions]) for group in page.actions] == [
        ("", ["Call the archive", "For nobody in particular"]),
        ("Sam", ["Reading list"]),
    ]
    assert [(each.goal.title, each.levels, each.before, each.now) for each in page.goals] == [
        ("Chair well", (4, 5, 6), 5, 6),
        ("My own", (), None, None),
    ]
    assert [each.title for each in page.unsettled] == ["How do you open a set", "Who chairs in May"]
    assert [each.title for each in page.brought] == ["A round of one minute each"]
    assert [each.title for each in page.left_open] == ["How do you open a set"]
    assert len(set(page.questions)) == 3
    assert preparation(journal, upcoming.id).questions == page.questions


def test_the_page_of_a_past_meeting_and_of_one_with_nobody(journal: Journal, upcoming: Entry, clock: SetClock) -> None:
    clock.forward(days=2, minutes=-60)
    nobody = journal.entries.add("meeting", {"title": "Alone", "when": at("11-24T09:30")})
    page = preparation(journal, nobody.id)
    assert (page.people, page.contact, page.last, page.days) == ((), None, None, None)
    assert [each.actions[0].title for each in page.actions] == ["For nobody in particular"]
    assert preparation(journal).meeting == nobody
    assert preparation(journal, upcoming.id).last


def test_no_meeting_ahead_and_no_meeting_at_all(journal: Journal) -> None:
    with pytest.raises(Refused, match="No meeting lies ahead"):
        preparation(journal)
    with pytest.raises(Refused, match="is a note, not a meeting"):
        preparation(journal, journal.entries.add("note", {"text": "A note"}).id)


def test_people_are_found_by_their_whole_names_in_any_script(journal: Journal) -> None:
    add = journal.entries.add
    both = add("meeting", {"people": "李梅, Sam Ortega", "when": at("11-10T18:30")})
    add("meeting", {"people": "Sam", "when": at("11-11T18:30")})
    odd = add("meeting", {"people": "☺", "when": at("11-12T18:30")})
    off = add("meeting", {"people": "李梅", "state": "cancelled", "when": at("11-12T18:30")})
    assert meetings_with(journal, ["sam ortega"]) == [both]
    assert meetings_with(journal, ["☺", 'no "body']) == [odd]
    found = meetings_with(journal, ["李梅"])
    assert found == [off, both]
    assert last_contact(journal, found) == both
