"""Requirements that cannot all be met, refused before anybody tries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..problem import Problem
from .requirement import Counts, Requirement
from .value_list import ValueList


def check_requirements(
    where: str, requirements: Sequence[Requirement], lists: Sequence[ValueList], months: int
) -> None:
    """Raise a `Problem` that names the requirement where one contradicts another, or itself; `months` of the period."""
    by_name = {each.name: each for each in requirements}
    single = {each.name for each in lists if not each.many}
    for number, each in enumerate(requirements, 1):
        here = f"{where}: requirement {number}"
        wholes = _wholes(here, each, by_name)
        _check_coverage(here, each, wholes, single, months)
        for whole in wholes:
            if apart(each.counts, whole.counts, single):
                raise Problem(f"{here}: of: nothing can count here and for “{whole.name}”, of which this is a part.")
            if whole.unit == each.unit:
                _check_within(here, each, whole, months)
        if each.of:
            whole = by_name[each.of]
            if each.cap is not None and each.unit != whole.unit:
                raise Problem(f"{here}: cap: expected the unit of “{whole.name}”, {whole.unit}.")
            if each.cap is not None and whole.each_months and each.each_months not in (0, whole.each_months):
                raise Problem(f"{here}: each_months: expected that of “{whole.name}”, {whole.each_months}, or none.")
    for number, each in enumerate(requirements, 1):
        _check_parts_together(f"{where}: requirement {number}", each, requirements, single, months)


def apart(one: Counts, other: Counts, single: Iterable[str]) -> bool:
    """Whether no entry can count for both. `single` names lists of which an entry has one value only."""
    if one.types and other.types and not one.types & other.types:
        return True
    for mine, theirs in (
        (one.participatory, other.participatory),
        (one.planned, other.planned),
        (one.evidence, other.evidence),
    ):
        if mine is not None and theirs is not None and mine != theirs:
            return True
    marked = dict(other.marked)
    return any(name in single and name in marked and not values & marked[name] for name, values in one.marked)


def _wholes(here: str, each: Requirement, by_name: Mapping[str, Requirement]) -> list[Requirement]:
    """All that it is a part of, the nearest first."""
    wholes: list[Requirement] = []
    of = each.of
    while of:
        if of not in by_name:
            raise Problem(f"{here}: of: there is no requirement called “{of}”.")
        if of == each.name or by_name[of] in wholes:
            raise Problem(f"{here}: of: it would be a part of itself.")
        wholes.append(by_name[of])
        of = by_name[of].of
    return wholes


def least_in_all(each: Requirement, months: int) -> int:
    """What its least adds up to over a period of `months`."""
    return (each.least or 0) * (months // each.each_months if each.each_months else 1)


def _check_within(here: str, part: Requirement, whole: Requirement, months: int) -> None:
    if part.only and whole.only and not set(part.only) & set(whole.only):
        raise Problem(f"{here}: only: nobody has both this and “{whole.name}”, of which this is a part.")
    limit = whole.most if whole.most is not None else whole.cap
    if limit is None or part.least is None:
        return
    if whole.each_months and whole.each_months != part.each_months:
        return
    needed = part.least if whole.each_months else least_in_all(part, months)
    if needed > limit:
        raise Problem(f"{here}: least: more than the whole of “{whole.name}” may be.")


def _check_coverage(
    here: str, each: Requirement, wholes: Sequence[Requirement], single: Iterable[str], months: int
) -> None:
    if each.coverage is None:
        return
    one_each = each.coverage.over == "types" or each.coverage.over in single
    named = len(each.counts.types) if each.coverage.over == "types" else 0
    if named and each.coverage.among > named:
        raise Problem(f"{here}: coverage: among: expected no more than the {named} that count here.")
    for whole in wholes:
        if whole.unit != each.unit or whole.most is None:
            continue
        times = months // whole.each_months if whole.each_months and not each.each_months else 1
        least = each.coverage.least * (each.coverage.among if one_each else 1)
        if least > whole.most * times:
            raise Problem(f"{here}: coverage: more than the whole of “{whole.name}” may be.")


def _check_parts_together(
    here: str, whole: Requirement, requirements: Sequence[Requirement], single: Iterable[str], months: int
) -> None:
    """Parts no two of which can share an entry must fit into the whole together."""
    limit = whole.most if whole.most is not None else whole.cap
    if limit is None or whole.each_months:
        return
    parts = [each for each in requirements if each.of == whole.name and each.unit == whole.unit and each.least]
    chosen: list[Requirement] = []
    for each in parts:
        same_people = not each.only or not whole.only or set(each.only) & set(whole.only)
        if same_people and all(apart(each.counts, other.counts, single) for other in chosen):
            chosen.append(each)
    together = sum(least_in_all(each, months) for each in chosen if not each.only)
    if together > limit:
        names = ", ".join(f"“{each.name}”" for each in chosen)
        raise Problem(f"{here}: most: its parts {names} need more together.")
