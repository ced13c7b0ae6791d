"""Whose words an entry is: what belongs to its author is theirs alone, the rest is everybody's."""

from __future__ import annotations

import pytest
from tests.journal.sharing import SAM, meet, written_by_them

from peerlog.domain.entry import Entry
from peerlog.errors import Refused
from peerlog.journal.journal import Journal
from peerlog.journal.safekeeping.erasing import erase
from peerlog.journal.shared.authorship import ME, Author, author_of


@pytest.fixture
def shared(journal: Journal) -> Journal:
    meet(journal)
    return journal


def theirs(journal: Journal, kind: str, **fields: object) -> Entry:
    return written_by_them(journal, journal.entries.add(kind, fields, space=SAM))


def test_an_entry_knows_who_made_it(shared: Journal) -> None:
    mine, ours = shared.entries.add("note", {"text": "x"}), shared.entries.add("note", {"text": "x"}, space=SAM)
    assert author_of(shared.private, mine) == author_of(shared.spaces[SAM], ours) == ME
    assert author_of(shared.spaces[SAM], theirs(shared, "note", text="x")) == Author(is_me=False, name="Sam")


def test_only_sam_changes_what_sam_wrote(shared: Journal) -> None:
    note = theirs(shared, "note", text="As Sam has it")
    with pytest.raises(Refused, match=r"^These are Sam's words, so only Sam can change them\.$") as refused:
        shared.entries.change(note.id, {"text": "As I have it"})
    assert refused.value.hint == "Write a comment instead: “a” in the app, or “peerlog comment”."
    with pytest.raises(Refused, match="only Sam can delete them"):
        shared.entries.delete(note.id)
    with pytest.raises(Refused, match="only Sam can erase them"):
        erase(shared, [note.id])
    assert shared.entries.get(note.id) == note
    assert shared.entries.save(note.id, note.fields) == note


def test_what_belongs_to_both_is_changed_by_both_and_erased_by_its_author(shared: Journal) -> None:
    goal = theirs(shared, "goal", title="Chair better")
    assert shared.entries.change(goal.id, {"title": "Chair well"}).title == "Chair well"
    with pytest.raises(Refused, match="only Sam can erase them"):
        shared.entries.forget(goal.id)
    assert shared.entries.delete(goal.id).deleted
    assert not shared.entries.undelete(goal.id).deleted


def test_anybody_says_that_a_request_is_answered(shared: Journal) -> None:
    request = theirs(shared, "request", title="Read this")
    assert shared.entries.change(request.id, {"state": "answered"}).state == "answered"
    with pytest.raises(Refused, match="only Sam can change them"):
        shared.entries.change(request.id, {"state": "closed", "title": "Read that"})


def test_deleting_and_erasing_leave_the_words_of_others(shared: Journal) -> None:
    meeting = shared.entries.add("meeting", {"title": "With Sam"}, space=SAM)
    own = shared.entries.add("minute", {"text": "Mine", "parent": meeting.id})
    their_action = theirs(shared, "action", title="Read", parent=meeting.id)
    their_minute = theirs(shared, "minute", text="Sam's", parent=meeting.id)
    shared.entries.delete(meeting.id)
    assert [bool(shared.entries.get(each.id).deleted) for each in (own, their_action, their_minute)] == [
        True,
        True,
        False,
    ]
    shared.entries.undelete(meeting.id)
    assert not any(shared.entries.get(each.id).deleted for each in (meeting, own, their_action))
    erase(shared, [meeting.id])
    gone = [shared.entries.find(each.id) is None for each in (meeting, own, their_action, their_minute)]
    assert gone == [True, True, False, False]
