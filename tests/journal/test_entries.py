"""Writing, reading and finding through the use cases, with a clock that stands still."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from tests import prebuilt
from tests.journal.conftest import SetClock

from peerlog.domain.entry import Draft
from peerlog.domain.problem import Problem
from peerlog.domain.selection import Selection
from peerlog.errors import Refused
from peerlog.journal.clock import LocalTime, system_zone
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal, Profile
from peerlog.journal.opening import unlock
from peerlog.journal.today import today


def test_an_entry_is_dated_now_on_the_journal_s_own_clock(journal: Journal, clock: SetClock) -> None:
    clock.shows = datetime(2026, 7, 1, 23, 30, 59, tzinfo=UTC)
    entry = journal.entries.add("note", {"text": "Late"})
    assert entry.fields["when"] == "2026-07-02T00:30:59+01:00[Europe/Dublin]"
    assert entry.created == entry.saved == "2026-07-01T23:30:59Z"
    assert journal.time.today() == date(2026, 7, 2)


def test_a_kind_begins_with_its_own_values(journal: Journal) -> None:
    assert journal.entries.add("goal", {"title": "G"}).line("state") == "active"
    assert journal.entries.add("idea", {"title": "I", "state": "kept"}).line("state") == "kept"


@pytest.mark.parametrize("fields", [{}, {"text": "  \n"}, {"tags": ["only"]}, {"template": "swot"}])
def test_nothing_is_not_saved(journal: Journal, fields: dict[str, object]) -> None:
    with pytest.raises(Problem, match="nothing to save"):
        journal.entries.add("page", fields)


def test_words_with_a_hash_are_tags(journal: Journal) -> None:
    entry = journal.entries.add("note", {"text": "About #chairing and #Sets", "tags": ["own"]})
    assert entry.tags == ("Sets", "chairing", "own")
    assert journal.entries.change(entry.id, {"text": "About nothing"}).tags == ("Sets", "chairing", "own")


def test_a_save_keeps_the_version_before(journal: Journal, clock: SetClock) -> None:
    entry = journal.entries.add("note", {"text": "First", "minutes": 5})
    clock.forward(minutes=10)
    saved = journal.entries.save(entry.id, {"text": "Second"})
    assert (saved.version, saved.minutes, saved.when) == (2, None, entry.when)
    (version,) = journal.entries.versions(entry.id)
    assert (version.number, version.fields, version.saved) == (1, entry.fields, entry.saved)
    assert journal.entries.restore_version(entry.id, 1).fields == entry.fields
    with pytest.raises(Problem, match="no version 9"):
        journal.entries.restore_version(entry.id, 9)


def test_a_save_drops_the_draft_it_was_written_in(journal: Journal) -> None:
    draft = Draft("d1", "note", {"text": "Begun"}, journal.time.stamp())
    journal.entries.keep_draft(draft)
    assert journal.entries.drafts() == [draft]
    journal.entries.add("note", {"text": "Begun and ended"}, draft="d1")
    assert journal.entries.drafts() == []


def test_an_entry_moves_with_its_date(journal: Journal) -> None:
    entry = journal.entries.add("note", {"text": "When"})
    moved = journal.entries.change(entry.id, {"when": "2020-02-02T10:00:00+00:00[Europe/Dublin]"})
    assert journal.entries.days(date(2020, 2, 2), date(2020, 2, 2)) == {date(2020, 2, 2): 1}
    assert journal.entries.page(Selection(until=date(2020, 12, 31))).entries == (moved,)


def test_pages_follow_each_other_without_gaps(journal: Journal, clock: SetClock) -> None:
    made = []
    for number in range(7):
        made.append(journal.entries.add("note", {"text": f"Note {number}"}).id)
        clock.forward(minutes=number % 2)
    seen, after = [], None
    while True:
        page = journal.entries.page(Selection(), after=after, limit=3)
        seen += [entry.id for entry in page.entries]
        after = page.after
        if after is None:
            break
    assert seen == made[::-1]


def test_links_go_both_ways(journal: Journal) -> None:
    goal = journal.entries.add("goal", {"title": "G"})
    note = journal.entries.add("note", {"text": "N", "links": [goal.id]})
    assert journal.entries.linked_from(note) == [goal]
    assert journal.entries.linking_to(goal) == [note]


def test_forgetting_leaves_no_entry(journal: Journal) -> None:
    entry = journal.entries.add("note", {"text": "Gone", "tags": ["gone"]})
    journal.entries.forget(entry.id)
    with pytest.raises(Refused):
        journal.entries.get(entry.id)
    assert journal.entries.tags() == []


def test_a_profile_changes_the_clock_on_the_wall(journal: Journal, kept: Home) -> None:
    assert journal.profile == Profile("Kim", "Europe/Dublin")
    journal.change_profile(Profile("  Kim\n李梅 ", "Australia/Brisbane"))
    assert journal.entries.add("note", {"text": "x"}).when.zone == "Australia/Brisbane"
    with pytest.raises(Problem):
        journal.change_profile(Profile("Kim", "Mars/Olympus"))
    with unlock(kept, prebuilt.PASSPHRASE) as again:
        assert again.profile == Profile("Kim 李梅", "Australia/Brisbane")


def test_two_at_once_see_each_other(journal: Journal, kept: Home) -> None:
    seen = journal.changes_seen
    with unlock(kept, prebuilt.PASSPHRASE) as other:
        entry = other.entries.add("note", {"text": "From elsewhere"})
    assert journal.changes_seen != seen
    assert journal.entries.get(entry.id).text == "From elsewhere"


def test_today_gathers_what_lies_ahead_and_what_is_due(journal: Journal, clock: SetClock) -> None:
    def at(days: int, hour: int = 10) -> str:
        return f"{(clock.shows + timedelta(days=days)).date()}T{hour:02}:00:00+00:00[Europe/Dublin]"

    later = journal.entries.add("meeting", {"title": "Later", "when": at(9)})
    soon = journal.entries.add("meeting", {"title": "Soon", "when": at(2)})
    journal.entries.add("meeting", {"title": "Over", "when": at(0, 8)})
    far = journal.entries.add("goal", {"title": "Far", "due": "2027-11-01"})
    due = journal.entries.add("goal", {"title": "Due", "due": "2026-11-30"})
    journal.entries.add("goal", {"title": "Met", "due": "2026-11-30", "state": "met"})
    idea = journal.entries.add("idea", {"title": "Try it"})
    journal.entries.add("idea", {"title": "Dropped", "state": "dropped"})
    ago = journal.entries.add("note", {"text": "A year ago", "when": "2025-11-21T10:00:00+00:00"})
    page = today(journal)
    assert page.meetings == (soon, later)
    assert page.goals_due == (due,)
    assert sorted(page.goals, key=lambda goal: goal.title) == [due, far]
    assert page.ideas == (idea,)
    assert page.years_ago == (ago,)
    assert page.week[-1] == 6
    assert page.wants_recovery_kit


def test_the_kit_is_wanted_from_the_first_entry_until_it_is_made(journal: Journal) -> None:
    from peerlog.journal.safekeeping.upkeep import keep_recovery_key, new_recovery_key

    wanted = [journal.wants_recovery_kit]
    journal.entries.add("note", {"text": "First"})
    wanted.append(journal.wants_recovery_kit)
    keep_recovery_key(journal, new_recovery_key())
    wanted.append(journal.wants_recovery_kit)
    assert wanted == [False, True, False]


def test_the_machine_s_zone_is_a_name() -> None:
    assert system_zone() == "UTC"
    assert LocalTime(SetClock(), "Asia/Tokyo").moment().local.hour == 5
