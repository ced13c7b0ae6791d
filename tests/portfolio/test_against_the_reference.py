"""The engine says the same as a reference that goes entry by entry, whatever the requirements and the entries."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.domain.scheme.scheme import Scheme
from peerlog.portfolio.counted import Counted
from peerlog.portfolio.filling import could_fill
from peerlog.portfolio.standing import Standing, standings

from .generated import entries, schemes
from .making import course, packaged
from .reference import verdict

TODAY = date(2025, 6, 1)
own_lists = st.sampled_from([{}, {"s.one": ("p", "q", "r")}])


def said(standing: Standing) -> list[tuple[str, date, int, bool]]:
    return [(each.requirement.name, each.first, each.have, each.met) for each in standing.statuses]


@settings(max_examples=50)
@given(schemes(), entries, own_lists)
def test_the_same_verdict(scheme: Scheme, items: list[Counted], lists: dict[str, tuple[str, ...]]) -> None:
    one = course(scheme, TODAY, lists=lists)
    (standing,) = standings([one], iter(items), TODAY)
    assert said(standing) == verdict(one, items)


@settings(max_examples=6)
@given(schemes(), entries, st.data())
def test_several_bodies_at_once_and_in_any_order(scheme: Scheme, items: list[Counted], data: st.DataObject) -> None:
    courses = [course(each, TODAY, own_day=TODAY) for each in (scheme, packaged("alia"), packaged("nmc"))]
    alone = [said(standings([each], items, TODAY)[0]) for each in courses]
    assert [said(each) for each in standings(courses, data.draw(st.permutations(items)), TODAY)] == alone


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
