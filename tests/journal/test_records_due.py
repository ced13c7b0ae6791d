"""Which records Today reminds of."""

from __future__ import annotations

from datetime import date

from tests.journal.conftest import SetClock

from peerlog.journal.cpd.due_soon import records_due
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.cpd.records import begin_record
from peerlog.journal.cpd.writing_record import hand_in
from peerlog.journal.journal import Journal


def test_a_record_is_told_of_two_months_before_it_is_due_and_until_it_was_handed_in(
    journal: Journal, clock: SetClock
) -> None:
    keep_to(journal, "gphc", {"own_day": date(2027, 3, 31)})
    assert records_due(journal) == []
    clock.forward(days=69)
    assert records_due(journal) == []
    clock.forward(days=1)
    (told,) = records_due(journal)
    assert (told.due, told.record) == (date(2027, 3, 31), None)
    record = begin_record(journal, told.membership)
    clock.forward(days=80)
    (told,) = records_due(journal)
    assert told.record is not None
    assert (told.due, told.record.id) == (date(2027, 3, 31), record.id)
    hand_in(journal, told.record)
    assert records_due(journal) == []


def test_one_that_lies_there_open_is_not_told_of_for_ever_nor_one_that_nobody_began(
    journal: Journal, clock: SetClock
) -> None:
    keep_to(journal, "gphc", {"own_day": date(2027, 3, 31)})
    clock.forward(days=140)
    assert records_due(journal) == [], "tab 5 offers to begin it"
    begin_record(journal, keep_to(journal, "generic"))
    clock.forward(days=265)
    assert [each.due for each in records_due(journal)] == [date(2027, 12, 31)]
    clock.forward(days=31)
    assert [each.due for each in records_due(journal)] == [date(2028, 3, 31)], "a month later the next stands alone"


def test_what_is_asked_for_on_any_day_is_told_of_on_none(journal: Journal) -> None:
    keep_to(journal, "cilip")
    assert records_due(journal) == []
