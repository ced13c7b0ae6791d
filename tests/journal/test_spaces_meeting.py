"""A meeting that others share: what is written in it is theirs to read, what is written beside it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.journal.conftest import SetClock
from tests.journal.sharing import SAM, meet, written_by_them

from peerlog.domain.closing import Closing
from peerlog.domain.entry import PRIVATE, Entry
from peerlog.domain.moment import Moment
from peerlog.domain.problem import Problem
from peerlog.domain.selection import Selection
from peerlog.journal.actions import add_action
from peerlog.journal.circle.circles import create_circle
from peerlog.journal.journal import Journal
from peerlog.journal.meeting import agenda, running
from peerlog.journal.meeting.closing import close_meeting
from peerlog.journal.meeting.preparing import preparation


@pytest.fixture
def shared(journal: Journal) -> Journal:
    meet(journal)
    return journal


def meeting(journal: Journal, **fields: object) -> Entry:
    return journal.entries.add("meeting", {"title": "Video", "people": ["Sam"], **fields}, space=SAM)


def stored(journal: Journal, entry: Entry) -> dict[str, object]:
    return dict(journal.entries.in_space(entry.space).stored.get(entry.id).fields)


def test_the_private_side_of_a_shared_meeting_stays_private(shared: Journal) -> None:
    run = running.begin(shared, meeting(shared).id)
    for draft in (run.notes_draft("for both"), run.private_draft("for me")):
        shared.entries.keep_draft(replace(draft, saved=shared.time.stamp()))
    assert {draft.kind: draft.space for draft in shared.entries.drafts()} == {"minute": SAM, "note": PRIVATE}
    again = running.begin(shared, run.meeting.id)
    assert (again.notes.text, again.private.text) == ("for both", "for me")
    kept = running.keep_words(shared, again, "for both, whole", "for me, whole")
    minute, note = shared.entries.get(kept.notes.entry), shared.entries.get(kept.private.entry)
    assert (minute.space, note.space) == (SAM, PRIVATE)
    assert note.members("links") == (run.meeting.id,)
    assert stored(shared, minute)["by"] == "Kim"
    assert not shared.spaces[SAM].rows("SELECT 1 FROM entry WHERE text LIKE '%for me%'")
    running.stop(shared, kept)
    assert shared.entries.drafts() == []


def test_my_minutes_are_told_from_sam_s(shared: Journal) -> None:
    held = meeting(shared)
    theirs = shared.entries.add("minute", {"text": "Sam's words", "by": "Sam", "parent": held.id}, space=SAM)
    written_by_them(shared, theirs)
    assert running.begin(shared, held.id).notes.text == ""


def test_closing_writes_where_the_meeting_lives_and_keeps_the_pulse_private(shared: Journal, clock: SetClock) -> None:
    held = meeting(shared)
    agenda.add_item(shared, held, "reading list")
    run = running.begin(shared, held.id)
    shared.entries.keep_draft(replace(run.notes_draft("spoke"), saved=shared.time.stamp()))
    clock.forward(minutes=50)
    closing = Closing(
        decisions=("Meet monthly",),
        actions=("sam reading list fri", "think"),
        next=Moment.parse("2026-12-10T18:30:00+00:00"),
        pulse={"useful": 4},
        thanks="For the time",
    )
    closed = close_meeting(shared, held.id, closing)
    made = [closed.meeting, *closed.decisions, *closed.actions, closed.next, *closed.carried, closed.thanks]
    assert {each.space for each in made if each} == {SAM}
    assert closed.pulse
    assert closed.pulse.space == PRIVATE
    assert [each.line("owner") for each in closed.actions] == ["Sam", ""]
    assert [stored(shared, each)["owner"] for each in closed.actions] == ["Sam", "Kim"]
    assert stored(shared, closed.meeting)["people"] == ("Kim", "Sam")


def test_a_closing_that_does_not_fit_changes_nothing_anywhere(shared: Journal) -> None:
    held = meeting(shared)
    before = {name: space.writes for name, space in shared.spaces.items()}
    with pytest.raises(Problem):
        close_meeting(shared, held.id, Closing(summary="Good", decisions=("Meet",), actions=("",)))
    assert {name: space.writes for name, space in shared.spaces.items()} == before


def test_preparing_reads_both_sides(shared: Journal) -> None:
    ahead = meeting(shared, when="2026-11-23T18:30:00+00:00")
    add_action(shared, "sam send the list", parent=ahead.id, people=["Sam"])
    add_action(shared, "read")
    shared.entries.add("goal", {"title": "Chair well", "people": ["Sam"], "state": "active"}, space=SAM)
    item = agenda.add_item(shared, ahead, "chairing")
    mine = shared.entries.add("agenda-item", {"title": "ask about Ada", "parent": ahead.id}, space=PRIVATE)
    page = preparation(shared)
    assert page.meeting == ahead
    assert {each.owner: [action.title for action in each.actions] for each in page.actions} == {
        "": ["Read"],
        "Sam": ["Send the list"],
    }
    assert [each.goal.title for each in page.goals] == ["Chair well"]
    assert {each.id for each in page.agenda} == {item.id, mine.id}
    assert agenda.move(shared, item.id, 1).space == SAM


def test_what_they_have_not_read_is_carried_on_privately(shared: Journal, clock: SetClock) -> None:
    private = shared.entries.add("meeting", {"title": "Coffee", "people": ["Sam"], "state": "held"})
    mine = agenda.add_item(shared, private, "what I would not say")
    clock.forward(days=1)
    before = meeting(shared, state="held")
    ours = agenda.add_item(shared, before, "reading list")
    clock.forward(days=1)
    ahead = meeting(shared)
    carried = {item.title: item.space for item in agenda.carry_forward(shared, ahead)}
    assert carried == {"What I would not say": PRIVATE, "Reading list": SAM}
    assert [shared.entries.get(each.id).state for each in (mine, ours)] == ["carried", "carried"]
    clock.forward(days=1)
    alone = shared.entries.add("meeting", {"title": "Coffee", "people": ["Sam"]})
    shared.entries.change(ahead.id, {"state": "held"})
    taken = {item.title: item.space for item in agenda.carry_forward(shared, alone)}
    assert set(taken.values()) == {PRIVATE}
    assert [item.state for item in agenda.agenda(shared, ahead.id) if item.space == SAM] == ["open"]
    assert agenda.carry_forward(shared, alone) == []


def test_names_are_those_by_which_one_is_known_there(shared: Journal) -> None:
    card = {"title": "Kimberley", "offers": ("listening",), "seeks": ("order",)}
    there = create_circle(shared, "Thursday set", 3, "", card).space
    action = shared.entries.add("action", {"title": "Read"}, space=there)
    assert stored(shared, action)["owner"] == "Kimberley"
    assert shared.entries.get(action.id).line("owner") == ""
    assert shared.entries.page(Selection(space=there, kinds=frozenset({"action"}))).entries[0].line("owner") == ""
    assert shared.entries.change(action.id, {"owner": "Sam"}).line("owner") == "Sam"
    assert [each.fields.get("owner") for each in shared.entries.versions(action.id)] == [None]
