"""Closing a meeting: all of it or nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.journal.conftest import SetClock

from peerlog.domain.closing import Closing
from peerlog.domain.entry import Entry
from peerlog.domain.moment import Moment
from peerlog.domain.problem import Problem
from peerlog.errors import Refused
from peerlog.journal.journal import Journal
from peerlog.journal.meeting.agenda import add_item, agenda, settle
from peerlog.journal.meeting.closing import close_meeting, closing_draft, meeting_of
from peerlog.journal.meeting.running import begin, found

NEXT = Moment.parse("2026-12-05T09:30:00+00:00[Europe/Dublin]")


@pytest.fixture
def meeting(journal: Journal) -> Entry:
    return journal.entries.add(
        "meeting",
        {
            "title": "Video with Sam",
            "people": "Sam, Ada",
            "channel": "video",
            "place": "https://meet.example/sam",
            "minutes": 60,
            "when": "2026-11-21T19:00:00+00:00[Europe/Dublin]",
        },
    )


def test_everything_at_once(journal: Journal, meeting: Entry) -> None:
    item = add_item(journal, meeting, "? the rota")
    settle(journal, add_item(journal, meeting, "goals").id)
    closed = close_meeting(
        journal,
        meeting.id,
        Closing(
            summary="Swapped lists",
            insights="Ask first",
            apologies=("Ada",),
            minutes=45,
            decisions=("Every fortnight",),
            actions=("sam reading list fri", "book the room"),
            next=NEXT,
            thanks="For the list",
            thanks_to=("Sam",),
            quotable=True,
            pulse={"heard": 5, "energy": 4},
            more_of="time",
        ),
    )
    held = closed.meeting
    assert (held.state, held.minutes, held.line("summary"), held.line("insights"), held.members("apologies")) == (
        "held",
        45,
        "Swapped lists",
        "Ask first",
        ("Ada",),
    )
    assert [each.title for each in closed.decisions] == ["Every fortnight"]
    assert [(each.line("owner"), each.title, each.line("due")) for each in closed.actions] == [
        ("Sam", "Reading list", "2026-11-27"),
        ("", "Book the room", ""),
    ]
    assert closed.thanks is not None
    assert (closed.thanks.members("people"), closed.thanks.fields.get("quotable")) == (("Sam",), True)
    assert closed.pulse is not None
    assert (closed.pulse.number("heard"), closed.pulse.number("useful"), closed.pulse.text) == (5, None, "time")
    parts = {each.id for each in journal.entries.parts(meeting.id)}
    assert {each.id for each in (*closed.decisions, *closed.actions, closed.thanks, closed.pulse)} < parts
    again = closed.next
    assert again is not None
    assert (again.title, again.line("channel"), again.line("place"), again.minutes, again.state) == (
        "Video with Sam",
        "video",
        "https://meet.example/sam",
        60,
        "planned",
    )
    assert (again.members("people"), again.when) == (("Ada", "Sam"), NEXT)
    assert [each.title for each in agenda(journal, again.id)] == ["The rota"]
    assert journal.entries.get(item.id).state == "carried"
    assert closed.carried == tuple(agenda(journal, again.id))


def test_by_one_s_own_name_it_is_one_s_own(journal: Journal, meeting: Entry) -> None:
    own = journal.profile.name.casefold()
    closed = close_meeting(journal, meeting.id, Closing(actions=(f"{own} book a room",)))
    item = add_item(journal, meeting, f"{own} the rota")
    assert [(each.line("owner"), each.title) for each in closed.actions] == [("", "Book a room")]
    assert (item.line("by"), item.title) == ("", "The rota")


def test_nothing_at_all_is_held_all_the_same(journal: Journal, meeting: Entry) -> None:
    closed = close_meeting(journal, meeting.id, Closing())
    assert closed.meeting.state == "held"
    assert closed.meeting.minutes == 60
    assert (closed.next, closed.thanks, closed.pulse, closed.actions) == (None, None, None, ())
    assert journal.entries.parts(meeting.id) == []


def test_as_long_as_it_ran_with_its_notes_saved(journal: Journal, clock: SetClock, meeting: Entry) -> None:
    run = begin(journal, meeting.id)
    journal.entries.keep_draft(replace(run.notes_draft("typed, not saved"), saved=journal.time.stamp()))
    journal.entries.keep_draft(replace(run.private_draft("mine"), saved=journal.time.stamp()))
    clock.forward(minutes=18, seconds=20)
    closed = close_meeting(journal, meeting.id, Closing())
    assert closed.meeting.minutes == 18
    assert [each.text for each in journal.entries.parts(meeting.id, "minute")] == ["typed, not saved"]
    assert [each.text for each in journal.entries.linking_to(meeting)] == ["mine"]
    assert found(journal, meeting.id) is None
    assert journal.entries.drafts() == []


def test_one_that_came_early_has_been(journal: Journal, clock: SetClock) -> None:
    ahead = journal.entries.add("meeting", {"people": "Sam", "when": NEXT})
    began = begin(journal, ahead.id).began
    clock.forward(minutes=30)
    assert close_meeting(journal, ahead.id, Closing()).meeting.when == began


def test_what_does_not_fit_changes_nothing(journal: Journal, meeting: Entry) -> None:
    begin(journal, meeting.id)
    before = (journal.entries.get(meeting.id), journal.entries.drafts(), journal.entries.parts(meeting.id))
    for broken in (
        Closing(decisions=("kept?",), actions=("sam reading list fri", "sam")),
        Closing(actions=("fine",), pulse={"heard": 9}),
        Closing(summary="s", next=NEXT, thanks="x" * 300_000),
    ):
        with pytest.raises(Problem):
            close_meeting(journal, meeting.id, broken)
        assert (journal.entries.get(meeting.id), journal.entries.drafts(), journal.entries.parts(meeting.id)) == before


def test_only_a_meeting_is_closed(journal: Journal) -> None:
    note = journal.entries.add("note", {"text": "no meeting"})
    with pytest.raises(Refused, match="no meeting"):
        close_meeting(journal, note.id, Closing())


def test_said_again_it_keeps_what_is_left_out(journal: Journal, meeting: Entry) -> None:
    close_meeting(journal, meeting.id, Closing(summary="first", apologies=("Ada",)))
    closed = close_meeting(journal, meeting.id, Closing(insights="later"))
    assert (closed.meeting.line("summary"), closed.meeting.members("apologies")) == ("first", ("Ada",))
    assert close_meeting(journal, meeting.id, Closing(summary="")).meeting.line("summary") == ""


def test_a_long_decision_is_kept_whole_and_five_hundred_actions_are_no_trouble(
    journal: Journal, meeting: Entry
) -> None:
    long = "so it is " * 100
    closed = close_meeting(
        journal, meeting.id, Closing(decisions=(long,), actions=tuple(f"thing {n}" for n in range(500)))
    )
    assert closed.decisions[0].text == long.rstrip()
    assert len(journal.entries.parts(meeting.id, "action")) == 500


def test_the_form_waits_as_a_draft(journal: Journal, meeting: Entry) -> None:
    draft = replace(closing_draft("ab" * 16, meeting.id, {"summary": "half"}), saved=journal.time.stamp())
    journal.entries.keep_draft(draft)
    assert meeting_of(journal, draft) == meeting
    close_meeting(journal, meeting.id, Closing(), draft=draft.id)
    assert journal.entries.drafts() == []
