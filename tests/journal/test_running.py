"""A meeting that runs: what is written in it, whatever happens to the program, and how it ends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests import prebuilt
from tests.journal.conftest import SetClock

from peerlog.domain.entry import Draft, Entry
from peerlog.errors import Refused
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.meeting.running import begin, found, is_of_a_run, keep_words, meeting_that_runs, stop
from peerlog.journal.opening import unlock


@pytest.fixture
def meeting(journal: Journal) -> Entry:
    return journal.entries.add("meeting", {"people": "Sam", "channel": "video", "minutes": 60})


def typed(journal: Journal, draft: Draft) -> None:
    journal.entries.keep_draft(replace(draft, saved=journal.time.stamp()))


def test_it_goes_on_where_it_was_left(journal: Journal, clock: SetClock, meeting: Entry) -> None:
    run = begin(journal, meeting.id)
    assert (run.passed, run.notes.text, run.private.text) == (0, "", "")
    typed(journal, run.notes_draft("Sam chairs"))
    typed(journal, run.private_draft("I am tired"))
    clock.forward(minutes=18)
    again = begin(journal, meeting.id)
    assert (again.passed, again.notes.text, again.private.text) == (18 * 60, "Sam chairs", "I am tired")
    assert again.began == run.began
    assert len(journal.entries.drafts()) == 2


def test_it_outlives_the_program(kept: Home, clock: SetClock) -> None:
    with unlock(kept, prebuilt.PASSPHRASE, clock=clock) as journal:
        meeting = journal.entries.add("meeting", {"people": "Sam"})
        typed(journal, begin(journal, meeting.id).notes_draft("half a sent"))
    clock.forward(hours=1)
    with unlock(kept, prebuilt.PASSPHRASE, clock=clock) as journal:
        run = found(journal, meeting.id)
        assert run is not None
        assert (run.notes.text, run.passed) == ("half a sent", 3600)


def test_notes_are_a_part_and_private_words_a_note_beside_it(journal: Journal, meeting: Entry) -> None:
    run = keep_words(journal, begin(journal, meeting.id), "Sam chairs", "I am tired")
    (minute,) = journal.entries.parts(meeting.id, "minute")
    (note,) = journal.entries.linking_to(meeting)
    assert (minute.text, minute.line("by"), note.kind, note.text, note.parent) == (
        "Sam chairs",
        "",
        "note",
        "I am tired",
        "",
    )
    again = keep_words(journal, begin(journal, meeting.id), "Sam chairs\nand I", "I am tired")
    assert [each.text for each in journal.entries.parts(meeting.id, "minute")] == ["Sam chairs\nand I"]
    assert len(journal.entries.linking_to(meeting)) == 1
    assert journal.entries.get(note.id).version == 1
    there = found(journal, meeting.id)
    assert there is not None
    assert (there.notes, there.private.entry) == (again.notes, note.id)
    assert run.notes.entry == again.notes.entry == minute.id


def test_words_taken_out_go_to_the_trash_and_come_back(journal: Journal, meeting: Entry) -> None:
    run = keep_words(journal, begin(journal, meeting.id), "Sam chairs", "mine")
    emptied = keep_words(journal, run, "", " ")
    assert journal.entries.parts(meeting.id, "minute") == []
    assert journal.entries.linking_to(meeting) == []
    keep_words(journal, replace(emptied, notes=run.notes), "Sam chairs", "")
    assert [each.id for each in journal.entries.parts(meeting.id, "minute")] == [run.notes.entry]


def test_minutes_written_before_are_gone_on_with_and_those_of_others_are_left_alone(
    journal: Journal, meeting: Entry
) -> None:
    journal.entries.add("minute", {"text": "from Sam", "by": "Sam", "parent": meeting.id})
    mine = journal.entries.add("minute", {"text": "beforehand", "parent": meeting.id})
    run = begin(journal, meeting.id)
    assert run.notes.text == "beforehand"
    keep_words(journal, run, "beforehand, and now", "")
    texts = sorted(each.text for each in journal.entries.parts(meeting.id, "minute"))
    assert texts == ["beforehand, and now", "from Sam"]
    assert journal.entries.get(mine.id).version == 2


def test_stopping_keeps_what_was_saved(journal: Journal, meeting: Entry) -> None:
    run = keep_words(journal, begin(journal, meeting.id), "Sam chairs", "")
    (draft,) = journal.entries.drafts()
    assert is_of_a_run(draft)
    assert meeting_that_runs(journal, draft) == meeting
    stop(journal, run)
    assert found(journal, meeting.id) is None
    assert journal.entries.drafts() == []
    assert len(journal.entries.parts(meeting.id, "minute")) == 1


def test_two_meetings_at_once_have_words_of_their_own(journal: Journal, meeting: Entry) -> None:
    other = journal.entries.add("meeting", {"people": "Ada"})
    typed(journal, begin(journal, meeting.id).private_draft("about Sam"))
    typed(journal, begin(journal, other.id).private_draft("about Ada"))
    assert begin(journal, meeting.id).private.text == "about Sam"
    assert begin(journal, other.id).private.text == "about Ada"


def test_only_a_meeting_can_run(journal: Journal, meeting: Entry) -> None:
    note = journal.entries.add("note", {"text": "no meeting"})
    with pytest.raises(Refused, match="no meeting"):
        begin(journal, note.id)
    run = begin(journal, meeting.id)
    journal.entries.delete(meeting.id)
    with pytest.raises(Refused, match="trash"):
        begin(journal, meeting.id)
    assert meeting_that_runs(journal, run.notes_draft("")) is None


def test_a_draft_with_a_date_that_is_none_begins_now(journal: Journal, meeting: Entry) -> None:
    run = begin(journal, meeting.id)
    draft = run.notes_draft("kept")
    typed(journal, replace(draft, fields={**draft.fields, "when": "long ago"}))
    again = begin(journal, meeting.id)
    assert (again.notes.text, again.passed) == ("kept", 0)
