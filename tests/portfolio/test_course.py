"""Which version judges a period, what changes within it, and what is said where nothing is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from peerlog.domain.problem import Problem
from peerlog.domain.scheme.scheme import Scheme, read_scheme

from .making import CHECKED, YEAR, course, packaged


def changing(judged_by: str, **later: object) -> Scheme:
    """Twenty hours a year, and from 1 May 2026 thirty."""
    hours = {"name": "hours", "label": "Hours", "unit": "hours"}
    versions = [
        {
            "from": date(2020, 1, 1),
            "until": date(2026, 4, 30),
            "checked": CHECKED,
            "period": YEAR,
            "requirements": [{**hours, "least": 20}],
        },
        {
            "as_before": True,
            "from": date(2026, 5, 1),
            "until": date(2029, 12, 31),
            "checked": CHECKED,
            "requirements": [{**hours, "least": 30}],
            **later,
        },
    ]
    return read_scheme("s", {"label": "S", "about": "A", "judged_by": judged_by, "versions": versions})


@pytest.mark.parametrize(
    ("judged_by", "on", "least", "changes"),
    [
        ("last-day", date(2026, 2, 1), 30, (date(2026, 5, 1),)),
        ("last-day", date(2026, 6, 1), 30, (date(2026, 5, 1),)),
        ("first-day", date(2026, 2, 1), 20, (date(2026, 5, 1),)),
        ("first-day", date(2026, 6, 1), 20, (date(2026, 5, 1),)),
        ("last-day", date(2025, 6, 1), 20, ()),
        ("first-day", date(2027, 6, 1), 30, ()),
    ],
)
def test_a_change_within_a_period(judged_by: str, on: date, least: int, changes: tuple[date, ...]) -> None:
    found = course(changing(judged_by), on)
    assert found.requirements[0].least == least * 60
    assert found.changes == changes
    assert found.period.first.year == found.period.last.year == on.year


def test_a_new_period_comes_with_a_new_version() -> None:
    found = course(changing("last-day", period={"kind": "fixed", "begins": "07-01", "months": 12}), date(2026, 3, 1))
    assert found.requirements[0].least == 1800
    assert (found.period.first, found.period.last) == (date(2025, 7, 1), date(2026, 6, 30))


@pytest.mark.parametrize("on", [date(2019, 12, 31), date(2030, 1, 1)])
def test_outside_of_what_is_known(on: date) -> None:
    with pytest.raises(Problem, match=f"^No requirements of S are known for {on}.$") as refused:
        course(changing("last-day"), on)
    assert refused.value.hint == "They are known from 2020-01-01 until 2029-12-31."


def test_a_period_that_ends_after_what_is_known_goes_by_the_last_that_is() -> None:
    found = course(changing("last-day", until=date(2026, 8, 31)), date(2026, 6, 1))
    assert found.requirements[0].least == 1800


def test_a_period_that_began_before_anything_is_known_goes_by_what_is_at_its_end() -> None:
    """Renewals since October 2022 are known; somebody who renewed that December had begun the year before."""
    gphc = packaged("gphc")
    assert course(gphc, date(2022, 3, 1), own_day=date(2022, 12, 31)).period.last == date(2022, 12, 31)
    with pytest.raises(Problem, match="are known for 2022-03-01"):
        course(gphc, date(2022, 3, 1), own_day=date(2022, 8, 31))


def test_where_the_first_day_decides_nothing_is_known_of_a_period_that_began_before() -> None:
    twenty, july = date(2020, 1, 1), {"kind": "fixed", "begins": "07-01", "months": 12}
    hours = {"name": "hours", "label": "Hours", "unit": "hours", "least": 1}
    version = {"from": twenty, "checked": CHECKED, "period": july, "requirements": [hours]}
    first, last = (
        read_scheme("s", {"label": "S", "about": "A", "judged_by": judged_by, "versions": [version]})
        for judged_by in ("first-day", "last-day")
    )
    assert course(last, date(2019, 9, 1)).period.last == date(2020, 6, 30)
    with pytest.raises(Problem, match="are known for 2019-09-01"):
        course(first, date(2019, 9, 1))


@pytest.mark.parametrize(
    ("change", "changes"),
    [
        (date(2026, 1, 1), ()),
        (date(2026, 1, 2), (date(2026, 1, 2),)),
        (date(2026, 12, 31), (date(2026, 12, 31),)),
        (date(2027, 1, 1), ()),
    ],
)
def test_a_change_is_named_where_it_comes_after_the_first_day(change: date, changes: tuple[date, ...]) -> None:
    hours = {"name": "hours", "label": "Hours", "unit": "hours", "least": 1}
    before = {"until": change - timedelta(days=1), "checked": CHECKED, "period": YEAR, "requirements": [hours]}
    after = {"as_before": True, "from": change, "checked": CHECKED}
    found = course(read_scheme("s", {"label": "S", "about": "A", "versions": [before, after]}), date(2026, 6, 1))
    assert found.changes == changes


def test_how_long_a_record_is_kept() -> None:
    assert course(packaged("generic")).keep_until == date(2029, 12, 31)
    assert course(packaged("swe")).keep_until is None


def test_a_sort_of_member() -> None:
    assert [each.name for each in course(packaged("ara"), own_day=date(2024, 1, 1)).requirements] == ["competencies"]
    fellow = course(packaged("ara"), own_day=date(2024, 1, 1), variant="fellow")
    assert [each.name for each in fellow.requirements] == ["fewer_competencies"]
    with pytest.raises(Problem, match=r"^ARA revalidation has no “king”") as refused:
        course(packaged("ara"), own_day=date(2024, 1, 1), variant="king")
    assert refused.value.hint == "There is registered, foundation, fellow."
    with pytest.raises(Problem, match="has no “king”"):
        course(packaged("swe"), variant="king")


@pytest.mark.parametrize(
    ("deferred_to", "due"),
    [
        (date(2027, 2, 15), date(2027, 2, 15)),
        (date(2027, 11, 30), date(2027, 11, 30)),
        (date(2026, 11, 30), date(2026, 11, 30)),
        (date(2025, 1, 1), date(2026, 11, 30)),
        (date(2027, 12, 1), date(2026, 11, 30)),
    ],
)
def test_a_deferral_moves_the_day_of_its_own_period_only(deferred_to: date, due: date) -> None:
    assert course(packaged("swe"), deferred_to=deferred_to).period.due == due
