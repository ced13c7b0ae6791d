"""The engine says the same as a reference that goes entry by entry, whatever the requirements and the entries."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from peerlog.domain.problem import Problem
from peerlog.domain.scheme.scheme import Scheme
from peerlog.portfolio.counted import Cosign, Counted
from peerlog.portfolio.course import course_with
from peerlog.portfolio.enrolment import Enrolment
from peerlog.portfolio.filling import could_fill
from peerlog.portfolio.standing import Standing, standings

from .generated import entries, schemes
from .generated_courses import days, enrolments, people, schemes_of_any_period
from .making import course, packaged
from .reference import Verdict, verdict
from .reference_course import judged, overfull, signed, silent

TODAY = date(2025, 6, 1)
own_lists = st.sampled_from([{}, {"s.one": ("p", "q", "r")}])


def said(standing: Standing) -> list[Verdict]:
    return [(each.requirement.name, each.first, each.last, each.due, each.have, each.met) for each in standing.statuses]


@settings(max_examples=80)
@given(schemes(), entries, own_lists)
def test_the_same_verdict(scheme: Scheme, items: list[Counted], lists: dict[str, tuple[str, ...]]) -> None:
    enrolment = Enrolment(lists=lists)
    (standing,) = standings([course_with(scheme, enrolment, TODAY)], iter(items), TODAY)
    expected = judged(scheme, enrolment, TODAY)
    assert expected
    assert said(standing) == verdict(expected, items)


@settings(max_examples=100)
@given(schemes_of_any_period(), enrolments, days, days, entries, people)
def test_the_same_period_and_all_that_follows_from_it(
    scheme: Scheme, enrolment: Enrolment, day: date, today: date, items: list[Counted], signing: list[Cosign]
) -> None:
    expected = judged(scheme, enrolment, day)
    if expected is None:
        with pytest.raises(Problem, match="are known for"):
            course_with(scheme, enrolment, day)
        return
    one = course_with(scheme, enrolment, day)
    assert (one.period.first, one.period.last, one.period.due) == (expected.first, expected.last, expected.due)
    assert (one.version.starts, one.changes) == (expected.version.starts, expected.changes)
    (standing,) = standings([one], items, today, signing)
    assert said(standing) == verdict(expected, items)
    assert list(standing.gaps) == silent(expected, items, today)
    assert list(standing.too_long) == overfull(expected, items)
    assert [(each.rule.name, each.have) for each in standing.signed] == signed(expected, signing)


@settings(max_examples=12)
@given(schemes(), schemes_of_any_period(), enrolments, entries, st.data())
def test_several_bodies_at_once_and_in_any_order(
    fixed: Scheme, other: Scheme, enrolment: Enrolment, items: list[Counted], data: st.DataObject
) -> None:
    told = [(fixed, Enrolment()), (other, enrolment)]
    told += [(packaged(name), Enrolment(own_day=TODAY)) for name in ("alia", "goc", "hcpc", "nmc")]
    expected = [judged(*each, TODAY) for each in told[:2]]
    assume(all(expected))
    courses = [course_with(scheme, own, TODAY) for scheme, own in told]
    found = standings(courses, data.draw(st.permutations(items)), TODAY)
    assert [said(each) for each in found[:2]] == [verdict(each, items) for each in expected if each]
    assert [said(each) for each in found] == [said(standings([each], items, TODAY)[0]) for each in courses]


@settings(max_examples=15)
@given(schemes(), entries, entries)
def test_what_could_fill_and_lacks_nothing_does_not_leave_less(
    scheme: Scheme, items: list[Counted], more: list[Counted]
) -> None:
    one = course(scheme, TODAY)
    (standing,) = standings([one], items, TODAY)
    for number, status in enumerate(standing.statuses):
        for fill in could_fill(one, status, more):
            assert status.first <= fill.item.day <= status.last
            if not fill.lacks:
                (after,) = standings([one], [*items, fill.item], TODAY)
                assert after.statuses[number].have >= status.have


@settings(max_examples=30)
@given(schemes(), entries, entries)
def test_whatever_would_bring_one_nearer_is_among_what_could_fill(
    scheme: Scheme, items: list[Counted], more: list[Counted]
) -> None:
    one, reference = course(scheme, TODAY), judged(scheme, Enrolment(), TODAY)
    assert reference
    (standing,) = standings([one], items, TODAY)
    for candidate in more[:4]:
        after = verdict(reference, [*items, candidate._replace(id="another")])
        for status, (*_, have, _) in zip(standing.statuses, after, strict=True):
            if status.missing and have > status.have:
                assert [fill.lacks for fill in could_fill(one, status, [candidate])] == [()]


@settings(max_examples=10)
@given(schemes(), entries)
def test_what_is_said_of_a_status_holds_together(scheme: Scheme, items: list[Counted]) -> None:
    (standing,) = standings([course(scheme, TODAY)], items, TODAY)
    for each in standing.statuses:
        assert each.met == (each.missing == each.over == 0)
        assert 0 <= each.share <= 1
        assert (each.share == 1) == (each.missing == 0)
    assert all(not each.met for each in standing.open)
    assert standing.met == all(each.met for each in standing.statuses)
