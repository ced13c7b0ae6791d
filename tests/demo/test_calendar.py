"""The story moves by whole weeks: weekdays stay, days move together, and two people still meet at one instant."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.demo.calendar import LAST_DAY, Calendar
from peerlog.demo.story import PEOPLE, DemoEntry, last_day_before, story
from peerlog.domain.moment import Moment
from peerlog.journal.demo import demo_sets

SETS = demo_sets()
ENDS = st.dates(date(2015, 1, 1), date(2080, 12, 31))


WRITTEN = story("kim", SETS)


def when(entry: DemoEntry) -> Moment:
    return Moment.parse(str(entry.fields["when"]))


def test_without_a_last_day_the_story_is_as_written() -> None:
    assert story("kim", SETS) == story("kim", SETS, LAST_DAY)


@given(ENDS)
def test_it_ends_on_the_last_friday_there_is(last_day: date) -> None:
    end = Calendar(last_day).day(LAST_DAY)
    assert end.weekday() == LAST_DAY.weekday()
    assert 0 <= (last_day - end).days < 7


@given(ENDS)
def test_what_is_planned_lies_within_the_week_after_tomorrow(last_day: date) -> None:
    planned = Calendar(last_day).moment(datetime(2026, 11, 23, 8, 30), "Europe/Dublin", planned=True)
    assert planned.day.weekday() == 0
    assert 2 <= (planned.day - last_day).days <= 8


@settings(max_examples=8, deadline=None)
@given(ENDS)
def test_a_moved_story_keeps_weekdays_clocks_and_shared_instants(last_day: date) -> None:
    kim, sam = (story(person, SETS, last_day) for person in PEOPLE)
    written = [entry for entry in WRITTEN if when(entry).day <= LAST_DAY]
    for before, after in zip(written, kim[: len(written)], strict=True):
        assert before.key == after.key
        assert when(after).local.time() == when(before).local.time()
        assert when(after).day - when(before).day == Calendar(last_day).shift
    shared = [[when(each).utc for each in told if _with_partner(each)] for told in (kim, sam)]
    assert shared[0] == shared[1]


def test_one_day_ends_the_story_of_both_whatever_their_clocks_show() -> None:
    # Friday afternoon in Dublin is Saturday in Brisbane; the Friday is over for one of them only.
    assert last_day_before(datetime(2026, 11, 27, 17, tzinfo=UTC)) == date(2026, 11, 26)
    assert last_day_before(datetime(2026, 11, 27, 9, tzinfo=UTC)) == date(2026, 11, 26)


def test_parts_of_what_is_planned_move_with_it() -> None:
    for person in PEOPLE:
        *_, planned = (entry for entry in story(person, SETS, date(2026, 11, 26)) if entry.kind == "meeting")
        assert when(planned).day == date(2026, 11, 30)
        items = [entry for entry in story(person, SETS, date(2026, 11, 26)) if entry.parent == planned.key]
        assert items
        assert {entry.fields["when"] for entry in items} == {planned.fields["when"]}


def test_days_that_are_planned_lie_ahead_whenever_the_demo_is_made() -> None:
    for last_day, due in ((LAST_DAY, "2026-11-23"), (date(2026, 11, 26), "2026-11-30")):
        (marek,) = (each for each in story("kim", SETS, last_day) if "Marek" in str(each.fields.get("title")))
        assert marek.fields["due"] == due


def test_days_inside_the_fields_move_with_it() -> None:
    moved = {entry.key: entry for entry in story("kim", SETS, LAST_DAY + timedelta(weeks=10))}
    days = ("due", "done_on", "starts", "ends", "erase_on", "page_day", "page_review_on", "page_ends", "page_again_on")
    for entry in WRITTEN:
        for name in days:
            if name in entry.fields:
                shifted = date.fromisoformat(str(entry.fields[name])) + timedelta(weeks=10)
                assert moved[entry.key].fields[name] == shifted.isoformat()
    assert moved["goal-chairing"].fields["due"] == "2027-02-16"


def _with_partner(entry: DemoEntry) -> bool:
    people = entry.fields.get("people", ()) if entry.kind == "meeting" else ()
    return isinstance(people, tuple) and any(person.name in people for person in PEOPLE.values())
