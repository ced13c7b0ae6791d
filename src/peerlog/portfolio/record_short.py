"""What a record falls short of, beyond its fields: hours, points and spreads that what is in it does not add up to."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.prepared_record import Shortfall
from ..domain.scheme.amounts_said import say_amount
from ..domain.scheme.record_part import RecordPart
from ..domain.scheme.requirement import Requirement
from .counted import Counted
from .course import Course
from .standing import Status, stand
from .tally import count


def shortfalls(course: Course, items: Iterable[Counted]) -> dict[str, tuple[Shortfall, ...]]:
    """By the names of parts what `items`, which are in the record, are short of; what is only advised is none of it.

    How many entries a part holds is said by the part itself.
    """
    found: dict[str, tuple[Shortfall, ...]] = {}
    standing = stand(course, count([course], items), course.period.last)
    for status in standing.statuses:
        part = _part_of(course, status.requirement)
        if part is None or status.met or status.requirement.advised or _says_itself(part, status.requirement):
            continue
        requirement = status.requirement
        found[part.name] = (
            *found.get(part.name, ()),
            Shortfall(requirement.name, status.first, f"{_called(status)}: {_say_short(status)}."),
        )
    return found


def _says_itself(part: RecordPart, requirement: Requirement) -> bool:
    """Whether a part says how many entries are missing in it."""
    in_entries = requirement.unit == "entries" and not requirement.coverage
    return part.of == requirement.name and in_entries and part.planned is None


def _part_of(course: Course, requirement: Requirement) -> RecordPart | None:
    """Where its entries go, or those of what it is a part of; else where entries of any sort go, else the first."""
    parts = [part for part in course.version.parts if not part.is_for_whole_record]
    for each in course.chain(requirement):
        for part in parts:
            if part.of == each.name:
                return part
    return next((part for part in parts if not part.of), parts[0] if parts else None)


def _called(status: Status) -> str:
    requirement = status.requirement
    label = requirement.label[:1].upper() + requirement.label[1:]
    return f"{label}, {status.first.year}" if requirement.each_months else label


def _say_short(status: Status) -> str:
    unit = status.requirement.unit
    if status.over:
        return f"{say_amount(unit, status.over)} more than there may be"
    if status.requirement.coverage:
        left = ", ".join(status.uncovered)
        return f"{status.missing} more{f', of {left}' if left else ''}"
    return f"{status.missing if unit == 'entries' else say_amount(unit, status.missing)} more"
