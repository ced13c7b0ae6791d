"""Which entries go into which part of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..domain.scheme.record_part import RecordPart
from ..domain.scheme.requirement import Requirement
from .counted import Counted
from .course import Course
from .matching import is_of_the_sort, lacks
from .sieve import Sieve


def items_of(course: Course, part: RecordPart, items: Iterable[Counted], *, nearly: bool = False) -> Iterator[Counted]:
    """Those of `items` in the period that `part` has a set of fields for, in their order.

    They count for the requirement that the part names, and where it names none, for any. Where a requirement wants a
    spread over a list, only what is marked with a value of it is in. A part for the whole record, and what is said by
    whoever signs all of it, has none. With `nearly`, those that lack an answer or another person's part are in too.
    """
    if part.is_for_whole_record:
        return
    sieve = Sieve(course)
    named = [course.version.requirement(part.of)] if part.of else course.requirements
    for item in items:
        fitting = sieve.fitting(item.traits)
        if (
            course.period.first <= item.day <= course.period.last
            and any(
                (each.name in fitting or (nearly and _nearly_fits(course, each, item))) and _is_marked(each, item)
                for each in named
            )
            and part.planned in (None, item.traits.planned)
        ):
            yield item


def _is_marked(requirement: Requirement, item: Counted) -> bool:
    coverage = requirement.coverage
    if coverage is None or coverage.over in ("types", "categories"):
        return True
    return any(mark.list == coverage.over for mark in item.traits.marks)


def _nearly_fits(course: Course, requirement: Requirement, item: Counted) -> bool:
    """Whether what it still lacks for a requirement is written or named while the record is."""
    for each in course.chain(requirement):
        missing = lacks(each.counts, item.traits, course.scheme.name, course.item_cosigns)
        later = each.counts.with_fields | {"person"}
        if not is_of_the_sort(each.counts, item.traits) or not later.issuperset(missing):
            return False
    return True
