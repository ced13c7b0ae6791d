"""Which requirements judge a day, from when to when, and what is silent in between: once more, day by day.

Nothing here calls the engine; the requirements as they were read are all that both share.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta

from peerlog.domain.scheme.period_rule import PeriodKind, PeriodRule
from peerlog.domain.scheme.requirement import Requirement
from peerlog.domain.scheme.scheme import Scheme
from peerlog.domain.scheme.version import Version
from peerlog.portfolio.counted import Cosign, Counted
from peerlog.portfolio.enrolment import Enrolment

DAY = timedelta(days=1)
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Judged:
    """One person's period; `changes` are days within it from which other requirements are in force."""

    scheme: Scheme
    enrolment: Enrolment
    version: Version
    first: date
    last: date
    due: date | None
    changes: tuple[date, ...]

    @property
    def requirements(self) -> list[Requirement]:
        variants = [each.name for each in self.scheme.variants]
        own = self.enrolment.variant or (variants[0] if variants else "")
        return [each for each in self.version.requirements if own in each.only or not each.only]


def judged(scheme: Scheme, enrolment: Enrolment, day: date) -> Judged | None:
    """The period around `day`, for versions that all have the same one; None where no requirements are known."""
    rule = scheme.versions[0].period
    first, last = span(rule, day, enrolment.own_day)
    found = [in_force(scheme, first if scheme.judged_first else last), in_force(scheme, day)]
    version = next((each for each in found if each), None)
    if version is None:
        return None
    within = [first + DAY * number for number in range(1, (last - first).days + 1)]
    changes = [each for each in within if any(version.starts == each for version in scheme.versions)]
    due = due_on(rule, last)
    later = enrolment.deferred_to
    if later and due and due < later and later <= (due_on(rule, span(rule, last + DAY, enrolment.own_day)[1]) or later):
        due = later
    return Judged(scheme, enrolment, version, first, last, due, tuple(changes))


def in_force(scheme: Scheme, day: date) -> Version | None:
    for each in scheme.versions:
        if (each.starts or date.min) <= day <= (each.until or date.max):
            return each
    return None


def later_by(months: int, day: date) -> date:
    """The same day of another month, or the nearest before it that there is."""
    year, month = day.year, day.month + months
    while not 1 <= month <= 12:
        year, month = (year + 1, month - 12) if month > 12 else (year - 1, month + 12)
    for number in range(day.day, 0, -1):
        with suppress(ValueError):
            return date(year, month, number)
    raise AssertionError


def span(rule: PeriodRule, day: date, own_day: date | None) -> Span:
    if rule.kind.value == "rolling":
        return later_by(-rule.months, day) + DAY, day
    turns = range(-120 // rule.months, 120 // rule.months + 1)
    if rule.kind.value == "renewal":
        assert own_day
        starts = [later_by(turn * rule.months, own_day) + DAY for turn in turns]
    else:
        anchor = own_day if rule.kind.value == "enrolment" else rule.begins
        assert anchor
        starts = [later_by(turn * rule.months, anchor) for turn in turns]
    assert starts[0] <= day < starts[-1]
    return max(each for each in starts if each <= day), min(each for each in starts if each > day) - DAY


def parts(period: Judged, months: int) -> list[Span]:
    """Spans of so many months that turn where the period does, one after the other; the whole for 0."""
    rule, own_day = period.version.period, period.enrolment.own_day
    found = [(period.first, period.last)]
    if months:
        if rule.kind.value == "rolling":
            rule, own_day = replace(rule, kind=PeriodKind.RENEWAL), period.last
        shorter = replace(rule, months=months)
        found = [span(shorter, period.first, own_day)]
        while found[-1][1] < period.last:
            found.append(span(shorter, found[-1][1] + DAY, own_day))
    return found


def due_on(rule: PeriodRule, last: date) -> date | None:
    if rule.kind.value == "rolling":
        return None
    if rule.due is None:
        return last + DAY * rule.due_days
    while (last.month, last.day) != rule.due:
        last -= DAY
    return last


def silent(period: Judged, items: Sequence[Counted], today: date) -> list[Span]:
    """Spans without an entry that are to be explained."""
    months, spoken = period.version.gaps.explain_after_months, {item.day for item in items}
    found: list[Span] = []
    day, end = period.first, min(period.last, today)
    while months and day <= end:
        start = day
        while day <= end and day not in spoken:
            day += DAY
        if day > start and later_by(months, start) <= day:
            found.append((start, day - DAY))
        day += DAY
    return found


def overfull(period: Judged, items: Sequence[Counted]) -> list[date]:
    """Days of more than 24 hours, of what does not go over days."""
    days = sorted({item.day for item in items if period.first <= item.day <= period.last})
    of_a_day = [item for item in items if not item.traits.over_days]
    return [day for day in days if sum(item.minutes for item in of_a_day if item.day == day) > 24 * 60]


def signed(period: Judged, people: Sequence[Cosign]) -> list[tuple[str, int]]:
    """How many count for each signature under the whole record."""
    found = []
    for rule in period.version.cosigns:
        if rule.whole_record:
            good = [
                each
                for each in people
                if each.meaning == rule.meaning
                and (each.signed or rule.form == "none")
                and (not rule.may or any(relation in rule.may for relation in each.relations))
                and all(relation not in rule.may_not for relation in each.relations)
                and (period.scheme.name in each.registers or not rule.registrant)
            ]
            once = [each for number, each in enumerate(good) if not any(same(each, other) for other in good[:number])]
            found.append((rule.name, len(once)))
    return found


def same(one: Cosign, other: Cosign) -> bool:
    """Whether both are known to be one person."""
    return one.who == other.who != ""
