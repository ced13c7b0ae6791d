"""Keeping single entries and files up to a day, and being asked about them then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.journal.conftest import SetClock

from peerlog.domain.kept_until import parse_kept_until
from peerlog.domain.problem import Problem
from peerlog.errors import BadInput, Refused
from peerlog.journal import evidence
from peerlog.journal.cpd import retention
from peerlog.journal.cpd.activities import count_it
from peerlog.journal.cpd.forgetting import forget_kept
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.cpd.own_days import asked_to_keep, keep_entry_until, own_day, own_day_in_words, reached
from peerlog.journal.journal import Journal
from peerlog.journal.safekeeping.erasing import erase
from peerlog.vault.kept_until import all_kept_until

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("6 months", date(2027, 5, 21)),
        ("after 2 years", date(2028, 11, 21)),
        ("for 1 week", date(2026, 11, 28)),
        ("2031-11-17", date(2031, 11, 17)),
        ("17 nov", date(2027, 11, 17)),
        ("today", TODAY),
    ],
)
def test_a_day_is_typed_or_how_long(written: str, day: date) -> None:
    assert parse_kept_until(written, TODAY) == day


@pytest.mark.parametrize("written", ["2020-01-01", "-3d", "soon", "10000 years"])
def test_a_day_that_is_none_or_lies_behind_is_refused(written: str) -> None:
    with pytest.raises(Problem):
        parse_kept_until(written, TODAY)


def test_an_entry_is_kept_up_to_its_day_and_stays_until_somebody_says_so(journal: Journal, clock: SetClock) -> None:
    entry = journal.entries.add("reflection", {"title": "A hard talk", "text": "What I said"})
    keep_entry_until(journal, entry.id, date(2027, 5, 21))
    assert own_day_in_words(journal, entry) == "kept until 21 May 2027, then you are asked"
    clock.shows = clock.shows.replace(year=2027, month=5, day=21)
    assert reached(journal) == 0, "it is kept on its last day, too"
    clock.forward(days=1)
    assert reached(journal) == 1
    assert [(each.sort, each.title, each.is_due) for each in retention.kept(journal)] == [
        ("entry", "A hard talk", True)
    ]
    assert own_day_in_words(journal, entry) == "kept until 21 May 2027: you can forget it now"
    assert journal.entries.get(entry.id).version == 1, "a day is no new version"
    keep_entry_until(journal, entry.id, date(2028, 1, 1))
    assert reached(journal) == 0
    keep_entry_until(journal, entry.id, None)
    assert retention.kept(journal) == []
    assert own_day(journal, entry) is None


def test_forgetting_erases_it_with_what_is_a_part_of_it(journal: Journal, clock: SetClock, tmp_path: Path) -> None:
    paper = tmp_path / "notes.txt"
    paper.write_text("attended")
    entry = journal.entries.add("reflection", {"text": "Words to go"})
    activity = count_it(journal, entry.id, 30)
    evidence.keep(journal, entry.id, paper)
    with pytest.raises(Refused, match="Nobody has said how long"):
        forget_kept(journal, [entry.id])
    keep_entry_until(journal, entry.id, TODAY)
    clock.forward(days=1)
    assert forget_kept(journal, [entry.id]) == []
    assert journal.entries.find(entry.id) is None
    assert journal.entries.find(activity.id) is None
    assert evidence.all_files(journal, removed=True) == []
    assert all_kept_until(journal.private) == {}


def test_its_day_goes_with_an_entry_that_is_erased_otherwise_and_waits_in_the_trash(journal: Journal) -> None:
    entry = journal.entries.add("note", {"text": "x"})
    keep_entry_until(journal, entry.id, date(2027, 1, 1))
    journal.entries.delete(entry.id)
    assert retention.kept(journal) == []
    journal.entries.undelete(entry.id)
    assert [each.until for each in retention.kept(journal)] == [date(2027, 1, 1)]
    erase(journal, [entry.id])
    assert all_kept_until(journal.private) == {}


def test_a_file_is_counted_with_its_own_day(journal: Journal, clock: SetClock, tmp_path: Path) -> None:
    paper = tmp_path / "certificate.txt"
    paper.write_text("attended")
    entry = journal.entries.add("note", {"text": "A course"})
    (file,) = evidence.keep(journal, entry.id, paper, until=TODAY)
    clock.forward(days=1)
    assert reached(journal) == 1
    journal.entries.delete(entry.id)
    assert reached(journal) == 0
    journal.entries.undelete(entry.id)
    forget_kept(journal, [file.id])
    assert (reached(journal), evidence.all_files(journal, removed=True)) == (0, [])


def test_vents_records_and_the_trash_have_no_such_day(journal: Journal) -> None:
    vent = journal.entries.add("note", {"text": "The printer", "vent": True})
    gone = journal.entries.add("note", {"text": "x"})
    journal.entries.delete(gone.id)
    for id_, why in ((vent.id, "steam"), (gone.id, "trash")):
        with pytest.raises(Refused, match=why):
            keep_entry_until(journal, id_, TODAY)
    with pytest.raises(Refused, match="no entry ffff"):
        retention.keepable_named(journal, "ffff")
    with pytest.raises(BadInput):
        retention.keepable_named(journal, "")


def test_what_a_body_asks_is_proposed_for_what_counts(journal: Journal) -> None:
    entry = journal.entries.add("note", {"text": "A talk"})
    keep_to(journal, "generic")
    assert asked_to_keep(journal, entry) is None
    activity = count_it(journal, entry.id, 60)
    for each in (entry, activity):
        asked = asked_to_keep(journal, each)
        assert asked
        assert (asked.label, asked.until) == ("A record of my own", date(2029, 12, 31))
        assert asked.beyond(TODAY)
