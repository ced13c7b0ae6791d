"""What is said besides the amounts: caps, agreed needs, gaps, days that are too long, points from hours."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from peerlog.domain.scheme.scheme import read_scheme
from peerlog.portfolio.counted import Counted
from peerlog.portfolio.standing import standings
from peerlog.portfolio.tally import count

from .making import CHECKED, YEAR, course, item, packaged, person, scheme

JUNE = date(2026, 6, 1)
WHOLE = {"name": "points", "unit": "points", "least": 50}


def test_beyond_a_cap_nothing_counts_for_the_whole() -> None:
    mentoring = {"name": "mentoring", "unit": "points", "of": "points", "cap": 5, "types": ["mentoring_peer"]}
    mentored = [item(JUNE, points=2, type="mentoring_peer") for _ in range(4)]
    (standing,) = standings([course(scheme(WHOLE, mentoring))], [*mentored, item(JUNE, points=40.5)], JUNE)
    assert standing.status("points").have == 4550
    assert standing.status("mentoring").have == 800
    assert standing.status("mentoring").met


def test_a_cap_for_each_year_begins_anew_every_year() -> None:
    """Five of eight in the first year, all three of the second: with two others, ten."""
    period = {"kind": "fixed", "begins": date(2025, 1, 1), "months": 24}
    reading = {"name": "reading", "unit": "hours", "of": "hours", "cap": 5, "types": ["reading"], "each_months": 12}
    whole = {"name": "hours", "unit": "hours", "least": 20}
    of = course(scheme(whole, reading, period=period))
    read = [item(day, hours, type="reading") for day, hours in ((date(2025, 12, 31), 8), (date(2026, 1, 1), 3))]
    (standing,) = standings([of], [*read, item(JUNE, 2)], JUNE)
    assert standing.status("hours").have == 600
    assert [standing.status("reading", year).have for year in (0, 1)] == [480, 180]


@pytest.mark.parametrize(("variant", "have"), [("", 480), ("usual", 480), ("other", 300)])
def test_a_cap_for_another_sort_of_member_holds_nobody_else_back(variant: str, have: int) -> None:
    reading = {"name": "reading", "label": "R", "unit": "hours", "of": "hours", "cap": 5, "only": ["other"]}
    whole = {"name": "hours", "label": "H", "unit": "hours", "least": 20}
    version = {"checked": CHECKED, "period": YEAR, "requirements": [whole, {**reading, "types": ["reading"]}]}
    variants = [{"name": "usual", "label": "U"}, {"name": "other", "label": "O"}]
    both = read_scheme("s", {"label": "S", "about": "A", "variants": variants, "versions": [version]})
    (standing,) = standings([course(both, variant=variant)], [item(JUNE, 8, type="reading")], JUNE)
    assert standing.status("hours").have == have


def test_what_fits_two_caps_counts_under_the_first() -> None:
    """Six at home, of which four count; two on paper, of which one counts; three at home on paper are at home."""
    marks = {"lists": [{"name": "where", "label": "W", "values": ["home"]}]}
    home = {"name": "home", "unit": "hours", "of": "hours", "cap": 4, "marked": {"where": ["home"]}}
    paper = {"name": "paper", "unit": "hours", "of": "hours", "cap": 1, "types": ["reading"]}
    of = course(scheme({"name": "hours", "unit": "hours", "least": 9}, home, paper, **marks))
    items = [
        item(JUNE, 3, marks={"s.where": "home"}),
        item(JUNE, 3, marks={"s.where": "home"}, type="reading"),
        item(JUNE, 2, type="reading"),
    ]
    assert standings([of], items, JUNE)[0].status("hours").have == (4 + 1) * 60


def test_points_follow_from_hours_where_the_body_gives_none() -> None:
    of = course(scheme(WHOLE, points_per_hour=2))
    items = [item(JUNE, 1.5), item(JUNE, 10, points=1), item(JUNE, 0.05), item(JUNE, 0.05)]
    assert standings([of], items, JUNE)[0].status("points").have == 300 + 100 + 20
    assert standings([course(scheme(WHOLE))], items, JUNE)[0].status("points").have == 100


def test_what_was_agreed_with_the_body_takes_the_place_of_the_usual() -> None:
    of = course(scheme({"name": "hours", "unit": "hours", "least": 30}), needs={"hours": 600})
    status = standings([of], [item(JUNE, 10)], JUNE)[0].status("hours")
    assert (status.need, status.met) == (600, True)


def test_what_is_advised_fails_nobody_and_comes_last() -> None:
    advised = {"name": "nice", "unit": "entries", "least": 1, "advised": True}
    needed = {"name": "must", "unit": "hours", "least": 1}
    (standing,) = standings([course(scheme(advised, needed))], [], JUNE)
    assert [each.requirement.name for each in standing.open] == ["must", "nice"]
    (standing,) = standings([course(scheme(advised, needed))], [item(JUNE, 1, "practice")], JUNE)
    assert standing.met


def test_signatures_under_the_whole_record() -> None:
    rules = [
        {
            "name": name,
            "label": "L",
            "meaning": "read",
            "covers": "record",
            "times": 2,
            "who": "w",
            "form": "letter",
            **more,
        }
        for name, more in (("two", {"may_not": ["friend"]}), ("nice", {"advised": True}))
    ]
    of = course(scheme({"name": "any", "unit": "entries", "least": 1}, cosigns=rules))
    signed = [person("read", "friend"), person("read", "manager"), person("read", "manager", signed=False)]
    (standing,) = standings([of], [item(JUNE)], JUNE, signed)
    assert [(each.have, each.missing) for each in standing.signed] == [(1, 1), (2, 0)]
    assert not standing.met
    assert standings([of], [item(JUNE)], JUNE, [person("read"), person("read", "client")])[0].met


def test_days_that_are_longer_than_days() -> None:
    items = [item(JUNE, 20), item(JUNE, 4), item(JUNE + timedelta(days=1), 20), item(JUNE + timedelta(days=1), 4.1)]
    outside = [item(date(2020, 1, 1), 24), item(date(2020, 1, 1), 24)]
    (standing,) = standings([course(packaged("generic"))], [*items, *outside], JUNE)
    assert standing.too_long == (JUNE + timedelta(days=1),)


def test_what_goes_over_days_counts_whole_and_is_no_part_of_its_day() -> None:
    spans = [item(JUNE, 450, "practice", over_days=True), item(JUNE, 20), item(JUNE, 4)]
    (standing,) = standings([course(packaged("nmc"), JUNE, own_day=date(2027, 3, 31))], spans, JUNE)
    assert (standing.too_long, standing.status("practice").have) == ((), 27_000)
    (standing,) = standings([course(packaged("nmc"), JUNE, own_day=date(2027, 3, 31))], [*spans, item(JUNE, 0.1)], JUNE)
    assert standing.too_long == (JUNE,)


def test_entries_of_no_known_length_are_counted_where_hours_are_asked_for() -> None:
    items = [item(JUNE, 0), item(JUNE, 0), item(JUNE, 1), item(date(2020, 1, 1), 0)]
    for name, found in (("generic", 2), ("swe", 0)):
        (standing,) = standings([course(packaged(name))], items, JUNE)
        assert standing.without_length == found


def test_the_first_and_the_last_day_of_a_period_can_be_too_long() -> None:
    year = course(packaged("generic"))
    outer = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    (standing,) = standings([year], [item(day, hours) for day in outer for hours in (24, 0.1)], JUNE)
    assert standing.too_long == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("days", "today", "gaps"),
    [
        ([], date(2025, 3, 31), [(date(2025, 1, 1), date(2025, 3, 31))]),
        ([], date(2025, 3, 30), []),
        ([date(2025, 2, 1)], date(2025, 5, 1), [(date(2025, 2, 2), date(2025, 5, 1))]),
        ([date(2025, 2, 1), date(2025, 5, 1)], date(2025, 5, 2), []),
        ([date(2025, 2, 1), date(2025, 5, 2)], date(2025, 5, 2), [(date(2025, 2, 2), date(2025, 5, 1))]),
        ([date(2025, 3, 1), date(2026, 1, 1)], date(2025, 4, 1), []),
        ([], date(2024, 6, 1), []),
        ([], date(2030, 6, 1), [(date(2025, 1, 1), date(2026, 12, 31))]),
    ],
)
def test_gaps_that_are_to_be_explained(days: list[date], today: date, gaps: list[tuple[date, date]]) -> None:
    hcpc = course(packaged("hcpc"), date(2025, 6, 1), own_day=date(2026, 12, 31))
    assert list(standings([hcpc], [item(day) for day in days], today)[0].gaps) == gaps


def test_entries_already_added_up_count_as_many() -> None:
    of = course(scheme({"name": "any", "unit": "entries", "least": 10}, {"name": "hours", "unit": "hours", "least": 1}))
    together = [Counted("", JUNE, 90, entries=4), Counted("", JUNE, 30, entries=6)]
    (standing,) = standings([of], together, JUNE)
    assert [each.have for each in standing.statuses] == [10, 120]


def test_a_stream_is_read_once() -> None:
    of = [course(packaged("generic")), course(packaged("psyba"))]
    tally = count(of, (item(JUNE, 1, participatory=True) for _ in range(3)))
    tally.add(iter([item(JUNE, 2)]))
    assert tally.days(date(2026, 1, 1), date(2026, 12, 31)) == [JUNE]
    assert [standing.statuses[0].have for standing in standings(of, iter([item(JUNE, 2)]), JUNE)] == [120, 120]
