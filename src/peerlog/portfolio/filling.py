"""What could fill what is missing: what kind of entry it takes, and which of those at hand would do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..domain.scheme.cosign_rule import CosignRule
from ..domain.scheme.requirement import Counts
from .counted import Counted
from .course import Course
from .matching import is_of_the_sort, lacks
from .standing import Status


@dataclass(frozen=True, slots=True)
class Wanted:
    """What kind of entry could fill a gap. Empty sets and None leave it open.

    `amount` is what is missing, in the unit of the requirement. `over` is what has to be spread (“types”, a list), and
    `values` those of it that are still short, where they are known. `cosigns` are the rules for who has to sign.
    """

    amount: int
    types: frozenset[str]
    categories: frozenset[str]
    participatory: bool | None
    planned: bool | None
    evidence: bool
    fields: frozenset[str]
    marked: tuple[tuple[str, frozenset[str]], ...]
    over: str
    values: tuple[str, ...]
    cosigns: tuple[CosignRule, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """An entry that could fill a gap, once it has what it `lacks`.

    That is any of: “minutes”, “points”, “evidence”, a “person” who signs or is named, full names of fields and of
    lists, “types”.
    """

    item: Counted
    lacks: tuple[str, ...]


def wanted(course: Course, status: Status) -> Wanted:
    """What kind of entry would bring `status` nearer to being met."""
    counts = [each.counts for each in course.chain(status.requirement)]
    coverage, rules = status.requirement.coverage, course.item_cosigns
    return Wanted(
        status.missing,
        _narrowest([each.types for each in counts]),
        _narrowest([each.categories for each in counts]),
        next((each.participatory for each in counts if each.participatory is not None), None),
        next((each.planned for each in counts if each.planned is not None), None),
        any(each.evidence for each in counts),
        frozenset().union(*(each.with_fields for each in counts)),
        tuple(mark for each in counts for mark in each.marked),
        coverage.over if coverage else "",
        status.uncovered,
        tuple(rules[name] for name in dict.fromkeys(each.cosign for each in counts if each.cosign)),
    )


def could_fill(course: Course, status: Status, candidates: Iterable[Counted]) -> list[Fill]:
    """Those of `candidates`, which do not count yet, that could fill what is missing: least to add first, then longest.

    Empty where nothing is missing.
    """
    if not status.missing:
        return []
    chain = [each.counts for each in course.chain(status.requirement)]
    found = [
        Fill(item, lacking)
        for item in candidates
        if status.first <= item.day <= status.last
        and all(is_of_the_sort(counts, item.traits) for counts in chain)
        and (lacking := _lacking(course, status, chain, item)) is not None
    ]
    return sorted(found, key=lambda fill: (len(fill.lacks), -fill.item.minutes, fill.item.day, fill.item.id))


def _lacking(course: Course, status: Status, chain: list[Counts], item: Counted) -> tuple[str, ...] | None:
    """None where it cannot help: what it is spread over has enough of its values already."""
    lacking = {each for counts in chain for each in lacks(counts, item.traits, course.scheme.name, course.item_cosigns)}
    unit = status.requirement.unit
    if unit == "hours" and not item.minutes:
        lacking.add("minutes")
    if unit == "points" and not (
        item.points or (item.points is None and course.version.points_per_hour and item.minutes)
    ):
        lacking.add("points")
    if coverage := status.requirement.coverage:
        enough = {each.value for each in status.covered if each.met}
        if coverage.over == "types":
            own = {item.traits.type} - {""}
        elif coverage.over == "categories":
            own = set(item.traits.categories)
        else:
            own = {mark.value for mark in item.traits.marks if mark.list == coverage.over}
        if own and own <= enough:
            return None
        if not own:
            lacking.add(coverage.over)
    return tuple(sorted(lacking))


def _narrowest(sets: list[frozenset[str]]) -> frozenset[str]:
    """What all of them have in common that say anything; the first alone where that is nothing."""
    said = [each for each in sets if each]
    if not said:
        return frozenset()
    return frozenset.intersection(*said) or said[0]
