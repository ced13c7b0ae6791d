"""The story moves by whole weeks: weekdays stay, days move together, and two people still meet at one instant."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.demo.calendar import LAST_DAY, Calendar
from peerlog.demo.sets import demo_sets
from peerlog.demo.story import DemoEntry, last_day_before, stories, story
from peerlog.domain.moment import Moment

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
def test_a_moved_story_keeps_weekdays_and_clocks(last_day: date) -> None:
    kim = story("kim", SETS, last_day)
    written = [entry for entry in WRITTEN if when(entry).day <= LAST_DAY]
    for before, after in zip(written, kim[: len(written)], strict=True):
        assert before.key == after.key
        assert when(after).local.time() == when(before).local.time()
        assert when(after).day - when(before).day == Calendar(last_day).shift


def test_one_day_ends_the_story_of_both_whatever_their_clocks_show() -> None:
    # Friday afternoon in Dublin is Saturday in Brisbane; the Friday is over for one of them only.
    assert last_day_before(datetime(2026, 11, 27, 17, tzinfo=UTC)) == date(2026, 11, 26)
    assert last_day_before(datetime(2026, 11, 27, 9, tzinfo=UTC)) == date(2026, 11, 26)


def test_parts_of_what_is_planned_move_with_it_whoever_wrote_them() -> None:
    moved = stories(SETS, date(2026, 11, 26))
    *_, planned = (entry for entry in moved["kim"] if entry.kind == "meeting")
    assert when(planned).day == date(2026, 11, 30)
    for person in ("kim", "sam"):
        items = [entry for entry in moved[person] if entry.parent == planned.key]
        assert items
        assert {when(entry).utc for entry in items} == {when(planned).utc}
    assert planned.written is not None
    assert planned.written < when(planned).utc - timedelta(weeks=2)


def test_days_inside_the_fields_move_with_it() -> None:
    moved = {entry.key: entry for entry in story("kim", SETS, LAST_DAY + timedelta(weeks=10))}
    days = ("due", "done_on", "starts", "ends", "erase_on", "page_day", "page_review_on", "page_ends", "page_again_on")
    for entry in WRITTEN:
        for name in days:
            if name in entry.fields:
                shifted = date.fromisoformat(str(entry.fields[name])) + timedelta(weeks=10)
                assert moved[entry.key].fields[name] == shifted.isoformat()
    assert moved["goal-chairing"].fields["due"] == "2027-02-16"
