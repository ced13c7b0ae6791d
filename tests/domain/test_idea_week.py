"""What could I try this week: few, the right ones, and the same all week."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.entry import Entry
from peerlog.domain.field import Value
from peerlog.domain.idea_week import MOST, ideas_of_week, week_start

MONDAY = date(2026, 11, 16)
GOAL = "a" * 64


def idea(number: int, day: date, *, serves: bool = False) -> Entry:
    fields: dict[str, Value] = {"when": f"{day}T10:00:00+00:00[UTC]", "title": f"Idea {number}"}
    if serves:
        fields["links"] = (GOAL,)
    return Entry(f"{number:064x}", "idea", fields, "", "")


def made(said: list[tuple[int, bool]], since: int = 0) -> list[Entry]:
    return [
        idea(since + place, MONDAY - timedelta(days=ago), serves=serves) for place, (ago, serves) in enumerate(said)
    ]


ideas = st.lists(st.tuples(st.integers(1, 400), st.booleans()), max_size=12).map(made)
later = st.lists(st.tuples(st.integers(-6, 0), st.booleans()), max_size=4).map(lambda said: made(said, 100))


@given(ideas, later, st.integers(0, 6))
def test_the_same_from_monday_to_sunday_whatever_is_written_down_meanwhile(
    before: list[Entry], meanwhile: list[Entry], days: int
) -> None:
    on_monday = ideas_of_week(before, {GOAL}, MONDAY)
    later_on = ideas_of_week([*meanwhile, *before], {GOAL}, MONDAY + timedelta(days=days))
    assert later_on[: len(on_monday)] == on_monday
    assert len(later_on) == min(MOST, len(before) + len(meanwhile))


@given(ideas)
def test_those_for_an_active_goal_first_then_the_oldest(waiting: list[Entry]) -> None:
    chosen = ideas_of_week(waiting, {GOAL}, MONDAY)
    order = [(GOAL not in each.members("links"), each.when.day) for each in chosen]
    assert order == sorted(order)
    best = sorted((GOAL not in each.members("links"), each.when.day) for each in waiting)
    assert order == best[:MOST]
    assert [each.when.day for each in ideas_of_week(waiting, (), MONDAY)] == sorted(each.when.day for each in waiting)[
        :MOST
    ]


@given(st.dates())
def test_a_week_begins_on_its_monday(day: date) -> None:
    if day.toordinal() > 7:
        assert week_start(day).weekday() == 0
        assert week_start(day).isocalendar()[:2] == day.isocalendar()[:2]
