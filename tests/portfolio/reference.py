"""The rules once more, entry by entry and as slowly as one likes, to compare the engine with; none of it is called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from peerlog.domain.scheme.requirement import Requirement
from peerlog.portfolio.counted import Counted

from .reference_course import Judged, parts

Verdict = tuple[str, date, date, date | None, int, bool]


def verdict(course: Judged, items: Sequence[Counted]) -> list[Verdict]:
    """Name, first and last day, due day, amount and whether it is met, for each requirement in each part."""
    found: list[Verdict] = []
    for each in course.requirements:
        for first, last in parts(course, each.each_months):
            due = course.due if last == course.last else last
            inside = [item for item in items if first <= item.day <= last]
            if each.coverage:
                counts = [item for item in inside if in_all(course, each, item)]
                values = {value for item in counts for value in values_of(each.coverage.over, item)}
                wanted = course.enrolment.lists.get(each.coverage.over) or listed(course, each.coverage.over) or values
                have = sum(
                    sum(
                        worth(course, each.unit, item)
                        for item in counts
                        if value in values_of(each.coverage.over, item)
                    )
                    >= each.coverage.least
                    for value in wanted
                )
                found.append((each.name, first, last, due, have, have >= each.coverage.among))
            else:
                amount = int(total(course, each, [item for item in inside if in_all(course, each, item)]))
                need = course.enrolment.needs.get(each.name, each.least or 0)
                met = amount >= need and (each.most is None or amount <= each.most)
                found.append((each.name, first, last, due, amount, met))
    return found


def listed(course: Judged, over: str) -> set[str]:
    """The values that come with the requirements."""
    return {value for each in course.version.lists if each.name == over for value in each.values}


def total(course: Judged, whole: Requirement, items: Sequence[Counted]) -> Fraction:
    """The worth of `items`, each counted freely or under the first cap that it fits, as long as that lasts."""
    caps = [each for each in course.requirements if each.of == whole.name and each.cap is not None]
    free = [item for item in items if not any(in_all(course, cap, item) for cap in caps)]
    amount = sum((worth(course, whole.unit, item) for item in free), Fraction())
    taken = {item.id for item in free}
    for cap in caps:
        under = [item for item in items if item.id not in taken and in_all(course, cap, item)]
        taken |= {item.id for item in under}
        for first, last in parts(course, cap.each_months):
            within = [item for item in under if first <= item.day <= last]
            amount += min(Fraction(cap.cap or 0), total(course, cap, within))
    return amount


def worth(course: Judged, unit: str, item: Counted) -> Fraction:
    if unit == "entries":
        return Fraction(item.entries)
    if unit == "hours":
        return Fraction(item.minutes)
    return Fraction(item.minutes * course.version.points_per_hour, 60) if item.points is None else Fraction(item.points)


def in_all(course: Judged, requirement: Requirement, item: Counted) -> bool:
    while True:
        if not counts_for(course, requirement, item):
            return False
        if not requirement.of:
            return True
        requirement = next(each for each in course.version.requirements if each.name == requirement.of)


def counts_for(course: Judged, requirement: Requirement, item: Counted) -> bool:
    rule, traits = requirement.counts, item.traits
    if rule.types and traits.type not in rule.types:
        return False
    if rule.categories and not any(each in rule.categories for each in traits.categories):
        return False
    if any(each in rule.except_categories for each in traits.categories):
        return False
    for wanted, found in (
        (rule.participatory, traits.participatory),
        (rule.planned, traits.planned),
        (rule.evidence, traits.evidence),
    ):
        if wanted is not None and wanted != found:
            return False
    for name, values in rule.marked:
        if not any(mark.list == name and mark.value in values for mark in traits.marks):
            return False
    if any(field not in traits.fields for field in rule.with_fields):
        return False
    if not rule.cosign:
        return True
    (signing,) = [each for each in course.version.cosigns if each.name == rule.cosign]
    return any(
        cosign.meaning == signing.meaning
        and (cosign.signed or signing.form == "none")
        and not any(each in signing.may_not for each in cosign.relations)
        and (not signing.may or any(each in signing.may for each in cosign.relations))
        and (not signing.registrant or course.scheme.name in cosign.registers)
        for cosign in traits.cosigns
    )


def values_of(over: str, item: Counted) -> set[str]:
    if over == "types":
        return {item.traits.type} if item.traits.type else set()
    if over == "categories":
        return set(item.traits.categories)
    return {mark.value for mark in item.traits.marks if mark.list == over}
