"""What could fill a gap, what it still lacks, and who may not sign."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from peerlog.portfolio.counted import Cosign, Counted, Mark
from peerlog.portfolio.filling import could_fill, wanted
from peerlog.portfolio.matching import refusals
from peerlog.portfolio.standing import standings

from .making import course, item, packaged, person, scheme

JUNE, MAY = date(2026, 6, 1), date(2026, 5, 1)
COSIGN = {"name": "talk", "label": "T", "meaning": "took-place", "who": "w", "may_not": ["friend"], "form": "typed"}
LISTS = [{"name": "themes", "label": "T", "values": ["a", "b"], "many": False}]
PARTS = [{"name": "log", "label": "L", "holds": "items", "fields": [{"name": "peer", "label": "P"}]}]


def fills(
    requirement: Mapping[str, object], candidates: list[Counted], *had: Counted
) -> list[tuple[str, tuple[str, ...]]]:
    one = course(scheme(requirement, lists=LISTS, cosigns=[COSIGN], parts=PARTS))
    (standing,) = standings([one], had, JUNE)
    return [(fill.item.id, fill.lacks) for fill in could_fill(one, standing.statuses[0], candidates)]


def test_the_least_to_add_comes_first_then_the_longest() -> None:
    short, long, bare, wrong = item(MAY, 1), item(JUNE, 2), item(MAY), item(MAY, 3, "practice")
    hours = {"name": "hours", "unit": "hours", "least": 5, "categories": ["learning"]}
    assert fills(hours, [bare, short, wrong, long]) == [(long.id, ()), (short.id, ()), (bare.id, ("minutes",))]


def test_nothing_fills_what_is_met_or_lies_in_another_period() -> None:
    one = {"name": "one", "unit": "entries", "least": 1}
    assert fills(one, [item(MAY)], item(JUNE)) == []
    assert fills(one, [item(date(2025, 12, 31)), item(date(2027, 1, 1))]) == []


def test_nothing_fills_what_has_too_much_already() -> None:
    few = {"name": "few", "unit": "entries", "least": 1, "most": 2}
    assert fills(few, [item(MAY)], item(JUNE), item(JUNE), item(JUNE)) == []


def test_points_are_lacking_where_the_body_gives_them_and_none_are_entered() -> None:
    points = {"name": "points", "unit": "points", "least": 5}
    told, untold = item(MAY, 1, points=2), item(MAY, 1)
    assert fills(points, [told, untold]) == [(told.id, ()), (untold.id, ("points",))]
    one = course(scheme(points, points_per_hour=1))
    (standing,) = standings([one], [], JUNE)
    found = could_fill(one, standing.statuses[0], [item(MAY), untold, item(MAY, 9, points=0)])
    assert [fill.lacks for fill in found] == [(), ("points",), ("points",)]


def test_what_does_not_count_for_the_whole_fills_none_of_its_parts() -> None:
    whole = {"name": "whole", "unit": "entries", "least": 9, "categories": ["learning"]}
    part = {"name": "part", "unit": "entries", "least": 1, "of": "whole", "planned": True}
    one = course(scheme(whole, part))
    (standing,) = standings([one], [], JUNE)
    practice, learning = item(MAY, 0, "practice", planned=True), item(MAY, planned=True)
    found = could_fill(one, standing.status("part"), [practice, learning])
    assert [(fill.item, fill.lacks) for fill in found] == [(learning, ())]


def test_a_value_that_is_short_is_enough_beside_one_that_is_not() -> None:
    lists = [{"name": "themes", "label": "T", "values": ["a", "b"]}]
    spread = {"name": "spread", "unit": "entries", "coverage": {"over": "themes", "least": 1, "among": 2}}
    one = course(scheme(spread, lists=lists))
    (standing,) = standings([one], [item(MAY, marks={"s.themes": "a"})], JUNE)
    both = item(MAY)._replace(
        traits=item(MAY).traits._replace(marks=frozenset({Mark("s.themes", "a"), Mark("s.themes", "b")}))
    )
    assert [fill.item for fill in could_fill(one, standing.statuses[0], [both])] == [both]


def test_what_is_lacking_is_named() -> None:
    asked = {
        "name": "one",
        "unit": "points",
        "least": 1,
        "cosign": "talk",
        "with_fields": ["peer"],
        "marked": {"themes": ["a"]},
        "evidence": True,
    }
    complete = {"points": 1.0, "marks": {"s.themes": "a"}, "fields": ("s.peer",), "evidence": True}
    signed = item(MAY, cosigns=(person("took-place"),), **complete)  # type: ignore[arg-type]
    by_a_friend = item(MAY, cosigns=(person("took-place", "friend"),), **complete)  # type: ignore[arg-type]
    bare = item(MAY)
    assert fills(asked, [bare, by_a_friend, signed]) == [
        (signed.id, ()),
        (by_a_friend.id, ("person",)),
        (bare.id, ("evidence", "person", "points", "s.peer", "s.themes")),
    ]


def test_a_spread_takes_what_is_still_short_or_not_marked_yet() -> None:
    spread = {"name": "spread", "unit": "entries", "coverage": {"over": "themes", "least": 1, "among": 2}}
    first, second = (item(MAY, marks={"s.themes": value}) for value in ("a", "b"))
    unmarked = item(MAY)
    assert fills(spread, [item(MAY, marks={"s.themes": "a"}), second, unmarked], first) == [
        (second.id, ()),
        (unmarked.id, ("s.themes",)),
    ]
    types = {"name": "types", "unit": "entries", "coverage": {"over": "types", "least": 1, "among": 2}}
    visit, again, untold = item(MAY, type="visit"), item(MAY, type="visit"), item(MAY)
    assert fills(types, [again, untold], visit) == [(untold.id, ("types",))]
    sorts = {"name": "sorts", "unit": "entries", "coverage": {"over": "categories", "least": 1, "among": 2}}
    account = item(MAY, 0, "account")
    assert fills(sorts, [account, item(MAY)], item(MAY)) == [(account.id, ())]


def test_what_is_wanted_comes_from_the_requirement_and_its_wholes() -> None:
    psyba = course(packaged("psyba"), JUNE)
    (standing,) = standings([psyba], [item(MAY, 1, "discussion", "learning")], JUNE)
    found = wanted(psyba, standing.status("consultation"))
    assert (found.amount, found.categories, found.participatory) == (540, frozenset({"discussion"}), None)
    nmc = course(packaged("nmc"), JUNE, own_day=date(2027, 4, 30))
    (standing,) = standings([nmc], [], JUNE)
    assert wanted(nmc, standing.status("participatory")).participatory
    assert [rule.name for rule in wanted(nmc, standing.status("discussion")).cosigns] == ["discussion"]
    swe = course(packaged("swe"), JUNE)
    (standing,) = standings([swe], [], JUNE)
    assert wanted(swe, standing.status("peer")).fields == {"swe.peer"}


@pytest.mark.parametrize(
    ("body", "rule", "cosign", "refused"),
    [
        ("nmc", "discussion", person("took-place", "colleague", registers=("nmc",)), ()),
        ("nmc", "discussion", person("took-place", "colleague"), ("registrant",)),
        ("nmc", "discussion", person("supports", registers=("nmc",), signed=False), ("meaning", "unsigned")),
        ("gphc", "peer", person("took-place", "colleague", signed=False), ()),
        ("gphc", "peer", person("took-place", "partner"), ("may_not",)),
        ("goc", "peer", person("took-place", "other-profession"), ()),
        ("goc", "peer", person("took-place", "employee"), ("may", "may_not")),
        ("goc", "peer", person("took-place", "employer", "relative"), ("may_not",)),
        ("ama", "mentor", person("supports", "colleague"), ("may",)),
        ("gosc", "review", person("checked", "other-profession"), ()),
        ("lianza", "verification", person("took-place", "employer"), ("meaning",)),
    ],
)
def test_who_may_sign(body: str, rule: str, cosign: Cosign, refused: tuple[str, ...]) -> None:
    assert refusals(packaged(body).versions[-1].cosign(rule), body, cosign) == refused
