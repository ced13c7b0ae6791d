"""What a body asks for from one day to another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ..pack import Table, check_keys, check_names, line, lines, one_of, tables, whole_number, yes
from ..problem import Problem
from .contradictions import check_requirements
from .cosign_rule import CosignRule, read_cosign_rule
from .period_rule import PeriodRule, read_period_rule
from .reading import any_tables, confidence, day, needed_day, subtable
from .record_part import RecordPart, read_record_part
from .requirement import Around, Requirement, read_requirement
from .value_list import ValueList, read_value_list
from .vocabulary import HAND_IN

KEYS = (
    "as_before", "from", "until", "checked", "sources", "confidence", "note", "points_per_hour", "period", "hand_in",
    "gaps", "keep", "disclosure", "lists", "cosigns", "requirements", "parts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HandIn:
    """`how` is one of `HAND_IN`; `asked` is whether the body wants it only from those whom it asks."""

    how: str
    where: str
    asked: bool
    note: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """What to say about a deferral or a break; months without an entry from which on one explains, or 0."""

    note: str
    explain_after_months: int


@dataclass(frozen=True, slots=True)
class Keep:
    """How many months after the end of a period its record and evidence are kept; 0 where that is not known."""

    months: int
    note: str


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Who may ask for what was written for the body, in a sentence, and where that was read; empty where not known."""

    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """Requirements in force from `starts` to `until`, both included; None is open.

    `checked` is the day on which they were last compared with `sources`. `points_per_hour` (hundredths) turns the
    length of an entry without points into points; 0 does not.
    """

    starts: date | None
    until: date | None
    checked: date
    sources: tuple[str, ...]
    confirmed: bool
    note: str
    points_per_hour: int
    period: PeriodRule
    hand_in: HandIn
    gaps: Gaps
    keep: Keep
    disclosure: Disclosure
    lists: tuple[ValueList, ...]
    cosigns: tuple[CosignRule, ...]
    requirements: tuple[Requirement, ...]
    parts: tuple[RecordPart, ...]

    def in_force(self, on: date) -> bool:
        return (self.starts is None or self.starts <= on) and (self.until is None or on <= self.until)

    def cosign(self, name: str) -> CosignRule:
        return next(rule for rule in self.cosigns if rule.name == name)

    def requirement(self, name: str) -> Requirement:
        return next(each for each in self.requirements if each.name == name)


def read_version(
    where: str, data: Table, scheme: str, variants: Collection[str], types: Collection[str] | None
) -> Version:
    check_keys(where, data, KEYS)
    starts, until = day(where, data, "from"), day(where, data, "until")
    if starts and until and until < starts:
        raise Problem(f"{where}: until: expected a day after from.")
    sure = one_of(where, data, "confidence", ("confirmed", "unconfirmed"), "unconfirmed")
    period = read_period_rule(f"{where}: period", subtable(where, data, "period"))
    lists = tuple(
        read_value_list(f"{where}: list {number}", each, scheme)
        for number, each in enumerate(any_tables(where, data, "lists"), 1)
    )
    cosigns = tuple(
        read_cosign_rule(f"{where}: cosign {number}", each, sure)
        for number, each in enumerate(any_tables(where, data, "cosigns"), 1)
    )
    parts = tuple(
        read_record_part(f"{where}: part {number}", each, scheme, [each.name for each in lists], sure)
        for number, each in enumerate(any_tables(where, data, "parts"), 1)
    )
    around = Around(
        scheme,
        variants,
        {each.name: each for each in lists},
        [rule.name for rule in cosigns if not rule.whole_record],
        [field.name for part in parts for field in part.fields],
        types,
        period.months,
        sure,
    )
    requirements = tuple(
        read_requirement(f"{where}: requirement {number}", each, around)
        for number, each in enumerate(tables(where, data, "requirements"), 1)
    )
    check_names(where, "list", [each.name for each in lists])
    check_names(where, "cosign", [each.name for each in cosigns])
    check_names(where, "part", [each.name for each in parts])
    check_names(where, "requirement", [each.name for each in requirements])
    check_requirements(where, requirements, lists, period.months)
    _check_parts(where, parts, requirements, cosigns)
    return Version(
        starts,
        until,
        needed_day(where, data, "checked"),
        lines(where, data, "sources"),
        confidence(where, data, sure),
        line(where, data, "note", ""),
        _points_per_hour(where, data),
        period,
        _hand_in(f"{where}: hand_in", subtable(where, data, "hand_in")),
        _gaps(f"{where}: gaps", subtable(where, data, "gaps")),
        _keep(f"{where}: keep", subtable(where, data, "keep")),
        _disclosure(f"{where}: disclosure", subtable(where, data, "disclosure")),
        lists,
        cosigns,
        requirements,
        parts,
    )


def _points_per_hour(where: str, data: Table) -> int:
    return 100 * whole_number(where, data, "points_per_hour", 0, 100, 0)


def _hand_in(where: str, data: Table) -> HandIn:
    check_keys(where, data, ("how", "where", "asked", "note"))
    how = one_of(where, data, "how", list(HAND_IN), "document")
    return HandIn(how, line(where, data, "where", ""), yes(where, data, "asked", False), line(where, data, "note", ""))


def _gaps(where: str, data: Table) -> Gaps:
    check_keys(where, data, ("note", "explain_after_months"))
    return Gaps(line(where, data, "note", ""), whole_number(where, data, "explain_after_months", 0, 60, 0))


def _keep(where: str, data: Table) -> Keep:
    check_keys(where, data, ("months", "note"))
    return Keep(whole_number(where, data, "months", 0, 600, 0), line(where, data, "note", ""))


def _disclosure(where: str, data: Table) -> Disclosure:
    check_keys(where, data, ("note", "sources"))
    found = Disclosure(line(where, data, "note", ""), lines(where, data, "sources"))
    if bool(found.note) != bool(found.sources):
        missing = "sources" if found.note else "note"
        raise Problem(f"{where}: {missing}: expected what is known together with where it was read.")
    return found


def _check_parts(
    where: str, parts: tuple[RecordPart, ...], requirements: tuple[Requirement, ...], cosigns: tuple[CosignRule, ...]
) -> None:
    names, rules = {each.name for each in requirements}, {each.name: each for each in cosigns}
    for number, part in enumerate(parts, 1):
        if part.of and part.of not in names:
            raise Problem(f"{where}: part {number}: of: there is no requirement called “{part.of}”.")
        if part.cosign and part.cosign not in rules:
            raise Problem(f"{where}: part {number}: cosign: there is no cosign called “{part.cosign}”.")
        if part.of and part.cosign and rules[part.cosign].whole_record:
            raise Problem(f"{where}: part {number}: of: “{part.cosign}” is for the record as a whole; leave of out.")
