"""One journal over several spaces: reading looks through all of them, writing knows where it belongs."""

from __future__ import annotations

from datetime import date

import pytest
from tests import prebuilt
from tests.journal.conftest import SetClock
from tests.journal.sharing import ADA, SAM, meet, put_away

from peerlog.domain.entry import PRIVATE, Draft
from peerlog.domain.problem import Problem
from peerlog.domain.selection import Selection
from peerlog.errors import BadInput, Refused
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock


@pytest.fixture
def shared(journal: Journal) -> Journal:
    """A journal with something shared with Sam and with Ada."""
    meet(journal)
    meet(journal, ADA, "Ada")
    return journal


def test_what_is_begun_nowhere_in_particular_is_private(shared: Journal) -> None:
    assert shared.entries.add("note", {"text": "Mine"}).space == PRIVATE
    assert shared.entries.add("note", {"text": "Ours"}, space=SAM).space == SAM


def test_an_entry_is_read_wherever_it_lives(shared: Journal, clock: SetClock) -> None:
    mine = shared.entries.add("note", {"text": "Mine", "tags": ["chairing", "own"]})
    clock.forward(minutes=1)
    ours = shared.entries.add("note", {"text": "Ours", "tags": ["Chairing"]}, space=SAM)
    clock.forward(minutes=1)
    hers = shared.entries.add("goal", {"title": "Hers"}, space=ADA)
    entries = shared.entries
    assert [each.id for each in entries.page(Selection()).entries] == [hers.id, ours.id, mine.id]
    assert entries.page(Selection(space=SAM)).entries == (ours,)
    assert entries.page(Selection(), "ours").entries == (ours,)
    assert [entries.get(each.id) for each in (mine, ours, hers)] == [mine, ours, hers]
    assert entries.find("0" * 64) is None
    assert entries.resolve(ours.id[:12]) == ours
    assert (entries.count(Selection()), entries.count(Selection(space=ADA))) == (3, 1)
    assert entries.days(date(2026, 11, 21), date(2026, 11, 21)) == {date(2026, 11, 21): 3}
    assert entries.tags() == [("chairing", 2), ("own", 1)]
    assert [each.id for each in entries.of_kind("note", limit=1)] == [ours.id]
    with pytest.raises(Refused):
        entries.get("0" * 64)


def test_ids_are_told_apart_across_spaces(shared: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = iter(["ab12" * 16, "ab12" * 15 + "ffff"])
    monkeypatch.setattr("peerlog.vault.entries.entry_id", lambda *_: next(ids))
    shared.entries.add("note", {"text": "Mine"})
    shared.entries.add("note", {"text": "Ours"}, space=SAM)
    with pytest.raises(BadInput, match="More than one"):
        shared.entries.resolve("ab12ab12")
    assert shared.entries.shortest_id("ab12" * 16, 7) == "ab12" * 15 + "a"


def test_a_part_lives_where_the_whole_does(shared: Journal) -> None:
    meeting = shared.entries.add("meeting", {"title": "With Sam"}, space=SAM)
    action = shared.entries.add("action", {"title": "Read", "parent": meeting.id})
    own = shared.entries.add("action", {"title": "Think", "parent": meeting.id}, space=PRIVATE)
    pulse = shared.entries.add("pulse", {"text": "More time", "parent": meeting.id})
    assert (action.space, own.space, pulse.space) == (SAM, PRIVATE, PRIVATE)
    assert [each.id for each in shared.entries.parts(meeting.id, "action")] == [own.id, action.id]
    assert shared.entries.parts(meeting.id, "action", space=SAM) == [action]
    assert shared.entries.count(Selection(parent=meeting.id)) == 3


@pytest.mark.parametrize(("kind", "fields"), [("pulse", {"text": "x"}), ("note", {"text": "x", "vent": True})])
def test_some_things_are_for_nobody_else(shared: Journal, kind: str, fields: dict[str, object]) -> None:
    assert shared.entries.add(kind, fields).space == PRIVATE
    with pytest.raises(Refused, match="for you alone"):
        shared.entries.add(kind, fields, space=SAM)


def test_a_shared_note_cannot_come_to_let_off_steam_or_be_another_kind(shared: Journal) -> None:
    note = shared.entries.add("note", {"text": "Ours"}, space=SAM)
    with pytest.raises(Refused, match="for you alone"):
        shared.entries.change(note.id, {"vent": True})
    with pytest.raises(Refused, match="a note it stays"):
        shared.entries.save(note.id, note.fields, kind="idea")


def test_what_points_out_of_a_shared_space_stays_at_home(shared: Journal) -> None:
    mine, goal = shared.entries.add("note", {"text": "Mine"}), shared.entries.add("goal", {"title": "My goal"})
    ours = shared.entries.add("note", {"text": "Ours"}, space=SAM)
    linked = shared.entries.add("idea", {"text": "So", "links": [mine.id, ours.id]}, space=SAM)
    assert linked.members("links") == (ours.id,)
    assert "links" not in shared.entries.change(linked.id, {"links": [mine.id]}).fields
    assert shared.entries.add("action", {"title": "Do", "parent": goal.id}, space=SAM).parent == ""
    private = shared.entries.add("note", {"text": "On it", "links": [ours.id]})
    assert private.members("links") == (ours.id,)
    assert shared.entries.linked_from(private) == [ours]
    assert shared.entries.linking_to(ours) == [private]


def test_what_was_put_away_is_read_and_takes_nothing_new(shared: Journal) -> None:
    note = shared.entries.add("note", {"text": "Ours"}, space=SAM)
    put_away(shared)
    assert shared.entries.get(note.id) == note
    with pytest.raises(Refused, match="with Sam has been put away"):
        shared.entries.add("note", {"text": "More"}, space=SAM)
    with pytest.raises(Refused, match="with Sam has been put away"):
        shared.entries.change(note.id, {"text": "More"})


def test_changes_stay_where_the_entry_lives(shared: Journal) -> None:
    note = shared.entries.add("note", {"text": "Ours"}, space=SAM)
    changed = shared.entries.change(note.id, {"text": "Ours, softer"})
    assert (changed.space, changed.version) == (SAM, 2)
    assert [each.fields["text"] for each in shared.entries.versions(note.id)] == ["Ours"]
    assert shared.entries.restore_version(note.id, 1).text == "Ours"


def test_deleting_takes_the_parts_along_and_one_s_own_private_ones(shared: Journal, clock: SetClock) -> None:
    meeting = shared.entries.add("meeting", {"title": "With Sam"}, space=SAM)
    action = shared.entries.add("action", {"title": "Read", "parent": meeting.id})
    earlier = shared.entries.add("action", {"title": "Gone before", "parent": meeting.id})
    pulse = shared.entries.add("pulse", {"text": "More time", "parent": meeting.id})
    shared.entries.delete(earlier.id)
    clock.forward(minutes=1)
    assert shared.entries.delete(meeting.id).deleted
    assert all(shared.entries.get(each.id).deleted for each in (action, pulse))
    shared.entries.undelete(meeting.id)
    assert not any(shared.entries.get(each.id).deleted for each in (meeting, action, pulse))
    assert shared.entries.get(earlier.id).deleted


def test_forgetting_takes_the_private_parts_along(shared: Journal) -> None:
    meeting = shared.entries.add("meeting", {"title": "With Sam"}, space=SAM)
    parts = [shared.entries.add(kind, {"text": "x", "parent": meeting.id}) for kind in ("minute", "pulse")]
    kept = shared.entries.add("note", {"text": "Mine", "links": [meeting.id]})
    shared.entries.forget(meeting.id)
    assert [shared.entries.find(each.id) for each in (meeting, *parts)] == [None, None, None]
    assert shared.entries.find(kept.id)


def test_drafts_lie_where_their_entries_will(shared: Journal) -> None:
    draft = Draft("d1", "note", {"text": "Half"}, shared.time.stamp(), space=SAM, with_whom="Sam")
    shared.entries.keep_draft(draft)
    assert shared.entries.drafts() == [draft]
    assert shared.spaces[SAM].row("SELECT count(*) FROM draft") == (1,)
    assert shared.private.row("SELECT count(*) FROM draft") == (0,)
    taken = shared.entries.take_over_draft(draft)
    assert (taken.space, [each.id for each in shared.entries.drafts()]) == (SAM, [taken.id])
    moved = Draft(taken.id, "note", {"text": "For me after all"}, shared.time.stamp())
    shared.entries.keep_draft(moved)
    assert shared.entries.drafts() == [moved]
    shared.entries.add("note", {"text": "Done"}, draft=moved.id, space=SAM)
    assert shared.entries.drafts() == []


def test_a_draft_for_what_is_gone_is_kept_privately(shared: Journal) -> None:
    shared.entries.keep_draft(Draft("d1", "note", {"text": "Half"}, shared.time.stamp(), space="gone"))
    assert [draft.space for draft in shared.entries.drafts()] == [PRIVATE]
    with pytest.raises(Refused, match="not in this journal"):
        shared.entries.add("note", {"text": "Half"}, space="gone")


def _write_in_all(journal: Journal, last: dict[str, object]) -> None:
    with journal.writing():
        journal.entries.add("note", {"text": "Mine"})
        journal.entries.add("note", {"text": "Ours"}, space=SAM)
        with journal.writing():
            journal.entries.add("note", last, space=ADA)


def test_several_saves_in_several_spaces_are_one(shared: Journal) -> None:
    _write_in_all(shared, last={"text": "Hers"})
    assert shared.entries.count(Selection()) == 3
    before = {name: space.writes for name, space in shared.spaces.items()}
    with pytest.raises(Problem):
        _write_in_all(shared, last={})
    assert shared.entries.count(Selection()) == 3
    assert {name: space.writes for name, space in shared.spaces.items()} == before
    shared.entries.add("note", {"text": "Ours"}, space=SAM)
    assert shared.entries.count(Selection()) == 4


def test_only_what_is_written_in_joins(shared: Journal) -> None:
    note = shared.entries.add("note", {"text": "Ours"}, space=SAM)
    before = {name: space.writes for name, space in shared.spaces.items()}
    with shared.writing(note.id):
        shared.entries.change(note.id, {"text": "Ours, better"})
    after = {name: space.writes for name, space in shared.spaces.items()}
    assert {name: after[name] - before[name] for name in after} == {PRIVATE: 0, SAM: 1, ADA: 0}


def test_what_others_write_is_noticed_in_every_space(kept: Home, clock: SetClock) -> None:
    with unlock(kept, prebuilt.PASSPHRASE, clock=clock) as one, unlock(kept, prebuilt.PASSPHRASE, clock=clock) as other:
        seen = one.changes_seen
        assert one.changes_seen == seen
        meet(other)
        assert one.changes_seen != seen
        assert list(one.spaces) == [PRIVATE, SAM]
        seen = one.changes_seen
        ours = other.entries.add("note", {"text": "Ours"}, space=SAM)
        assert one.changes_seen != seen
        assert one.has_written
        assert one.entries.get(ours.id) == ours


def test_closing_closes_every_space(kept: Home) -> None:
    with unlock(kept, prebuilt.PASSPHRASE) as journal:
        meet(journal)
    with unlock(kept, prebuilt.PASSPHRASE) as journal:
        spaces = list(journal.spaces.values())
    assert len(spaces) == 2
    for space in spaces:
        with pytest.raises(Exception, match="closed"):
            space.rows("SELECT 1")
