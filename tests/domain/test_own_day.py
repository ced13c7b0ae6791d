"""A day of one's own: which can be it, and which it is likely to be."""

from __future__ import annotations

from datetime import date

import pytest

from peerlog.domain.problem import Problem
from peerlog.domain.scheme.own_day import check_own_day, example_day, proposed_day
from peerlog.domain.scheme.period_rule import read_period_rule
from peerlog.domain.scheme.scheme import Scheme
from peerlog.library.requirement_sets import requirement_sets

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def packs() -> dict[str, Scheme]:
    return requirement_sets()[0]


def test_whose_periods_depend_on_a_day_of_ones_own(packs: dict[str, Scheme]) -> None:
    kinds: dict[str, set[str]] = {}
    for name, scheme in packs.items():
        assert len({version.period.personal for version in scheme.versions}) == 1, name
        kinds.setdefault(scheme.versions[-1].period.kind.value, set()).add(name)
    assert kinds == {
        "enrolment": {"alia", "ama", "ara", "gosc"},
        "renewal": {"gphc", "hcpc", "lianza", "nmc"},
        "fixed": {"cipd", "generic", "goc", "iet", "psyba", "swe"},
        "rolling": {"cilip"},
    }


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("alia", date(2025, 7, 1), ""),
        ("alia", date(2025, 3, 15), "it is always 1 July, not 15 March 2025"),
        ("nmc", date(2028, 2, 29), ""),
        ("nmc", date(2029, 11, 21), ""),
        ("nmc", date(2029, 11, 22), "further ahead than the 36 months"),
        ("gphc", date(2027, 11, 22), "further ahead than the 12 months"),
        ("ama", date(1926, 1, 1), "too long ago"),
        ("ama", None, "needs a day of your own"),
        ("goc", date(2026, 1, 1), "asks for no day of your own"),
        ("goc", None, ""),
    ],
)
def test_days_that_can_be_and_those_that_cannot(
    packs: dict[str, Scheme], name: str, day: date | None, said: str
) -> None:
    scheme = packs[name]
    if not said:
        check_own_day(scheme.label, scheme.versions[-1].period, day, TODAY)
        return
    with pytest.raises(Problem, match=said) as problem:
        check_own_day(scheme.label, scheme.versions[-1].period, day, TODAY)
    assert problem.value.message.count(".") == 1


def test_what_is_proposed_can_be(packs: dict[str, Scheme]) -> None:
    for scheme in packs.values():
        rule = scheme.versions[-1].period
        if rule.personal:
            check_own_day(scheme.label, rule, example_day(rule, TODAY), TODAY)
    rule = packs["alia"].versions[-1].period
    assert proposed_day(rule, TODAY) == date(2026, 7, 1)
    assert proposed_day(rule, date(2026, 6, 30)) == date(2025, 7, 1)
    assert proposed_day(packs["nmc"].versions[-1].period, TODAY) is None


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ({"kind": "rolling", "months": 12, "on": "07-01"}, "on: goes with renewal and enrolment only"),
        ({"kind": "renewal", "months": 18, "asks": "x", "on": "07-01"}, "on: with 18 months"),
        ({"kind": "renewal", "months": 12, "asks": "x", "on": "02-29"}, "on: there is no 02-29 in every year"),
        ({"kind": "renewal", "months": 12, "asks": "x", "on": "July"}, "on: expected a month and a day"),
    ],
)
def test_a_day_that_no_period_can_have_is_refused_in_a_file(period: dict[str, object], said: str) -> None:
    with pytest.raises(Problem, match=said):
        read_period_rule("period", period)
