"""What counts, and where somebody stands with it."""

from __future__ import annotations

from peerlog.journal.cpd.activities import activity_of, count_it, count_not, was_looked_at
from peerlog.journal.cpd.memberships import keep_to, memberships
from peerlog.journal.cpd.standing import where_i_stand
from peerlog.journal.journal import Journal


def test_an_entry_counts_with_minutes_alone(journal: Journal) -> None:
    entry = journal.entries.add("reflection", {"title": "Webinar on open access", "text": "What I took from it"})
    activity = count_it(journal, entry.id, 90)
    assert activity.line("type") == "webinar"
    assert activity_of(journal, entry.id) == activity
    count_not(journal, entry.id)
    assert activity_of(journal, entry.id) is None
    assert was_looked_at(journal, entry.id)


def test_hours_of_several_bodies_come_from_the_same_entries(journal: Journal) -> None:
    for name in ("generic", "cilip"):
        keep_to(journal, name)
    entry = journal.entries.add("note", {"text": "A webinar"})
    count_it(journal, entry.id, 90)
    stands = where_i_stand(journal, memberships(journal))
    assert [each.problem for each in stands] == ["", ""]
    assert all(each.standing and each.standing.statuses[0].have in (90, 1) for each in stands)
