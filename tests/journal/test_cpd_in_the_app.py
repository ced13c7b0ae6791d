"""What the screens of CPD ask the journal for."""

from __future__ import annotations

from datetime import date

import pytest

from peerlog.journal.cpd.activities import count_it, count_not
from peerlog.journal.cpd.asked import asked_about, mark_with
from peerlog.journal.cpd.counting import begin_counting, let_it_count, put_back, said_before
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.cpd.own_terms import paste_list
from peerlog.journal.cpd.people_wanted import fields_wanted, people_wanted
from peerlog.journal.cpd.quiet_marks import has_begun, mark_of, marks_of
from peerlog.journal.journal import Journal


def test_marks_are_there_for_what_counts_only(journal: Journal) -> None:
    counts, does_not, nobody_said = (journal.entries.add("note", {"title": f"Note {number}"}) for number in range(3))
    count_not(journal, does_not.id)
    assert not has_begun(journal)
    count_it(journal, counts.id, 90, {"type": "webinar"})
    assert has_begun(journal)
    found = marks_of(journal, [counts.id, does_not.id, nobody_said.id])
    assert {id_: mark.in_words for id_, mark in found.items()} == {counts.id: "counts: 1 h 30 · webinar"}
    assert found[counts.id].short == "counts 1 h 30"
    assert mark_of(journal, does_not) is None


@pytest.mark.parametrize("before", ["nothing", "counts", "does not"])
def test_counting_is_put_back(journal: Journal, before: str) -> None:
    note = journal.entries.add("note", {"title": "A note"})
    if before == "counts":
        count_it(journal, note.id, 20, {"type": "reading"})
    elif before == "does not":
        count_not(journal, note.id)
    was, looked_at = said_before(journal, note)
    let_it_count(journal, begin_counting(journal, note.id), 45, {"type": "webinar", "categories": ["practice"]})
    put_back(journal, note.id, was, looked_at=looked_at)
    again = begin_counting(journal, note.id)
    assert said_before(journal, note)[1] is (before != "nothing")
    if before == "counts":
        assert again.activity
        assert (again.minutes, again.facet["type"]) == (20, "reading")
    else:
        assert again.activity is None


def test_what_is_asked_follows_what_an_activity_is(journal: Journal) -> None:
    keep_to(journal, "gphc", {"own_day": date(2027, 3, 31)})
    note = journal.entries.add("note", {"title": "A course", "text": "I learnt to ask first."})
    activity = count_it(journal, note.id, 60, {"categories": ["learning"], "planned": True})
    assert {each.part.name for each in asked_about(journal, activity)} == {"planned"}
    applied = next(each for each in asked_about(journal, activity) if each.field.draws == "text")
    assert applied.drawn == "the text"
    activity = count_it(journal, note.id, 60, {"categories": ["account"]})
    assert {each.part.name for each in asked_about(journal, activity)} == {"account"}


def test_values_of_one_list_replace_each_other_and_leave_those_of_others(journal: Journal) -> None:
    membership = keep_to(journal, "gosc", {"own_day": date(2026, 1, 1)})
    paste_list(journal, membership, "themes", ["Talking", "Safety"])
    note = journal.entries.add("note", {"title": "A course"})
    activity = count_it(journal, note.id, 60, {"marks": ["gosc.themes=Talking", "gphc.standards=One"]})
    activity = mark_with(journal, activity, "gosc.themes", ("Safety",))
    assert activity.members("marks") == ("gosc.themes=Safety", "gphc.standards=One")


def test_who_may_is_said_in_a_sentence(journal: Journal) -> None:
    keep_to(journal, "gphc", {"own_day": date(2027, 3, 31)})
    note = journal.entries.add("note", {"title": "A talk with a peer"})
    (wanted,) = people_wanted(journal, count_it(journal, note.id, 60))
    assert wanted.who == "GPhC revalidation: may not be a relative, a partner in life or a close friend."
    assert wanted.refuses(("friend", "colleague"), ()) == "GPhC revalidation: it may not be a close friend."
    assert wanted.refuses(("colleague",), ()) == ""
    assert fields_wanted([wanted]) == ["role", "organisation", "email", "phone"]
