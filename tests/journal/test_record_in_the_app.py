"""What the app's page of a record asks the journal: what stands there, what a field asks, what can be drawn on."""

from __future__ import annotations

from datetime import date

import pytest

from peerlog.domain.entry import Entry
from peerlog.errors import Refused
from peerlog.journal.cpd.activities import count_it
from peerlog.journal.cpd.answers import answers_of, set_answer
from peerlog.journal.cpd.asked_in_record import (
    asked_again,
    asked_in_record,
    choose_values,
    values_in,
    words_to_draw_on,
)
from peerlog.journal.cpd.memberships import keep_to, memberships
from peerlog.journal.cpd.people_wanted import people_wanted_in_record, person_wanted
from peerlog.journal.cpd.record_look import look_at_record, open_record, period_before, requirement_behind
from peerlog.journal.cpd.records import begin_record
from peerlog.journal.cpd.writing_record import (
    choose_all,
    hand_in,
    leave_out,
    put_choice_back,
    require_open_where,
)
from peerlog.journal.journal import Journal


def counted(journal: Journal, title: str, text: str, day: str, categories: tuple[str, ...] = ("learning",)) -> Entry:
    note = journal.entries.add("note", {"title": title, "text": text, "when": f"{day}T10:00:00Z"})
    return count_it(journal, note.id, 60, {"categories": categories, "planned": True})


def own(journal: Journal) -> tuple[Entry, Entry]:
    """An activity and the record that it is in."""
    membership = keep_to(journal, "generic")
    activity = counted(journal, "A talk", "What came of it.", "2026-03-12")
    return activity, begin_record(journal, membership)


def test_a_record_is_opened_once_for_each_period(journal: Journal) -> None:
    membership = keep_to(journal, "generic")
    record, is_new = open_record(journal, membership)
    assert is_new
    assert open_record(journal, membership, date(2026, 2, 1)) == (record, False)
    assert period_before(journal, membership) is None
    counted(journal, "Last year", "", "2025-06-01")
    assert period_before(journal, membership) == (date(2025, 1, 1), date(2025, 12, 31))
    before, is_new = open_record(journal, membership, date(2025, 12, 31))
    assert (before.line("until"), is_new) == ("2025-12-31", True)
    assert period_before(journal, membership) is None
    assert look_at_record(journal, record).is_current
    look = look_at_record(journal, before)
    assert not look.is_current
    assert requirement_behind(journal, look, "log") is None


def test_what_was_in_it_can_be_put_back(journal: Journal) -> None:
    activity, record = own(journal)
    other = counted(journal, "Another", "", "2026-04-01")
    leave_out(journal, record, [activity.id])
    look = look_at_record(journal, journal.entries.get(record.id))
    assert look.is_chosen
    assert set(look.activities) == {activity.id, other.id}
    assert look.prepared.parts[0].left_out == (activity.id,)
    put_choice_back(journal, record.id, record.members("links"))
    assert not look_at_record(journal, journal.entries.get(record.id)).is_chosen


def test_nothing_of_what_was_handed_in_is_written(journal: Journal) -> None:
    _, record = own(journal)
    require_open_where(journal, record.id)
    hand_in(journal, record)
    for use in (lambda: require_open_where(journal, record.id), lambda: put_choice_back(journal, record.id, ())):
        with pytest.raises(Refused, match="handed in") as refused:
            use()
        assert "peerlog" not in refused.value.hint
    with pytest.raises(Refused, match="handed in"):
        choose_all(journal, journal.entries.get(record.id))
    require_open_where(journal, "")


def test_a_field_of_the_record_and_of_an_activity_is_asked_with_what_stands_there(journal: Journal) -> None:
    activity, record = own(journal)
    set_answer(journal, record, "generic.year", "I ask first.")
    year = asked_in_record(journal, record, "statement", record.id, "generic.year")
    assert year
    assert (year.text, year.field.most_words, year.drawn) == ("I ask first.", 500, "")
    assert asked_again(journal, record, "generic.year") == year
    day = asked_in_record(journal, record, "log", activity.id, "generic.day")
    assert day
    assert (day.text, day.drawn, day.field.shape) == ("", "12 March 2026", "day")
    assert asked_again(journal, activity, "generic.day") == day
    assert asked_in_record(journal, record, "log", activity.id, "generic.none") is None
    assert asked_again(journal, activity, "gphc.aim") is None


def test_values_of_a_list_are_marks_and_take_the_place_of_what_was_typed(journal: Journal) -> None:
    keep_to(journal, "gphc", {"own_day": date(2027, 3, 31), "lists": '"gphc.standards" = ["Lead", "Speak up"]'})
    account = counted(journal, "My year", "", "2026-11-01", ("account",))
    record = begin_record(journal, memberships(journal)[0])
    set_answer(journal, account, "gphc.standard", "Lead; Speak up")
    asked = asked_in_record(journal, record, "account", account.id, "gphc.standard")
    assert asked
    assert values_in(asked) == ("Lead", "Speak up") == asked.values
    choose_values(journal, account, asked, ["Lead"])
    assert answers_of(journal, account.id) == {}
    asked = asked_in_record(journal, record, "account", account.id, "gphc.standard")
    assert asked
    assert values_in(asked) == ("Lead",)


def test_one_draws_on_the_entry_and_what_it_links_to_but_never_on_what_lets_off_steam(journal: Journal) -> None:
    vent = journal.entries.add("note", {"title": "Steam", "text": "Never this.", "vent": True})
    idea = journal.entries.add("idea", {"title": "Ask first", "text": "Count to ten."})
    note = journal.entries.add(
        "note", {"title": "A talk", "text": "It was good.", "links": [vent.id, idea.id], "when": "2026-03-12T10:00:00Z"}
    )
    activity = count_it(journal, note.id, 60)
    record = begin_record(journal, keep_to(journal, "generic"))
    found = words_to_draw_on(journal, activity.id)
    assert [(each.title, each.text, each.is_own) for each in found] == [
        ("A talk", "It was good.", True),
        ("Ask first", "Count to ten.", False),
    ]
    (whole,) = words_to_draw_on(journal, record.id)
    assert (whole.title, whole.text) == ("12 March 2026 · A talk", "It was good.")


def test_whoever_signs_is_asked_for_by_the_rules_of_the_records_body_alone(journal: Journal) -> None:
    keep_to(journal, "gphc", {"own_day": date(2027, 3, 31)})
    _, record = own(journal)
    assert [each.scheme for each in people_wanted_in_record(journal, record)] == ["generic"]
    assert person_wanted(journal, record, "peer").rule.name == "peer"
    look = look_at_record(journal, record)
    assert requirement_behind(journal, look, "statement") is None
