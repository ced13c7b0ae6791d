"""Where somebody stands: for each requirement what there is, what is missing and by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..domain.months import months_after
from ..domain.scheme.cosign_rule import CosignRule
from ..domain.scheme.requirement import Requirement
from .amounts import Amounts
from .counted import Cosign, Row
from .course import Course
from .matching import refusals
from .tally import Tally, count


@dataclass(frozen=True, slots=True)
class Covered:
    """A value that a coverage rule asks for, or that occurs."""

    value: str
    have: int
    need: int

    @property
    def met(self) -> bool:
        return self.have >= self.need


@dataclass(frozen=True, slots=True)
class Status:
    """One requirement in one part of the period, `first` to `last`; `due` is when it has to be there.

    Amounts are minutes, hundredths of a point or entries, by the requirement's unit; with `covered`, they are values
    that have enough. `most` is None where more does no harm.
    """

    requirement: Requirement
    first: date
    last: date
    due: date | None
    have: int
    need: int
    most: int | None
    covered: tuple[Covered, ...] = ()

    @property
    def missing(self) -> int:
        return max(0, self.need - self.have)

    @property
    def over(self) -> int:
        return max(0, self.have - self.most) if self.most is not None else 0

    @property
    def met(self) -> bool:
        return not self.missing and not self.over

    @property
    def share(self) -> float:
        """From 0 to 1, for a bar; 1 where nothing is needed."""
        return min(1.0, self.have / self.need) if self.need else 1.0

    @property
    def uncovered(self) -> tuple[str, ...]:
        """Known values that do not have enough yet."""
        return tuple(each.value for each in self.covered if not each.met)


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature under the whole record: how often it is there, by people who may."""

    rule: CosignRule
    have: int

    @property
    def missing(self) -> int:
        return max(0, self.rule.times - self.have)

    @property
    def met(self) -> bool:
        return not self.missing


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything about one course. `gaps` are spans without an entry that are to be explained, as first and last days.

    `too_long` are days on which the entries add up to more than 24 hours, what goes over days left aside;
    `without_length` is how many entries are of no known length, where hours are asked for.
    """

    course: Course
    statuses: tuple[Status, ...]
    signed: tuple[Signed, ...]
    gaps: tuple[tuple[date, date], ...]
    too_long: tuple[date, ...]
    without_length: int = 0

    @property
    def met(self) -> bool:
        """Whether nothing that must be there is missing; what is advised fails nobody."""
        needed = (status.met for status in self.statuses if not status.requirement.advised)
        return all(needed) and all(each.met for each in self.signed if not each.rule.advised)

    @property
    def open(self) -> tuple[Status, ...]:
        """What is not met, what must be first, each in the order of the requirements."""
        return tuple(
            sorted((each for each in self.statuses if not each.met), key=lambda each: each.requirement.advised)
        )

    def status(self, name: str, part: int = 0) -> Status:
        """That of the requirement called `name`, in the part of the period with this number."""
        return [each for each in self.statuses if each.requirement.name == name][part]


def standings(
    courses: Sequence[Course], items: Iterable[Row], today: date, signed: Iterable[Cosign] = ()
) -> list[Standing]:
    """Where somebody stands with several bodies at once; `items` are read once and may be a stream.

    `signed` are signatures under whole records.
    """
    tally, under = count(courses, items), tuple(signed)
    return [stand(course, tally, today, under) for course in courses]


def stand(course: Course, tally: Tally, today: date, signed: Sequence[Cosign] = ()) -> Standing:
    """Where somebody stands in `course`, from a tally that was made for it, perhaps among others."""
    amounts, period = Amounts(course, tally), course.period
    return Standing(
        course,
        tuple(status for each in course.requirements for status in _statuses(course, each, amounts)),
        tuple(_signed(course, rule, signed) for rule in course.version.cosigns if rule.whole_record),
        _gaps(tally.days(period.first, period.last), course, today),
        tuple(tally.too_long(period.first, period.last)),
        tally.without_length(period.first, period.last) if _asks_for_time(course) else 0,
    )


def _asks_for_time(course: Course) -> bool:
    by_length = {"hours", "points"} if course.version.points_per_hour else {"hours"}
    return any(each.unit in by_length for each in course.requirements)


def _statuses(course: Course, requirement: Requirement, amounts: Amounts) -> Iterable[Status]:
    for first, last in course.period.parts(requirement.each_months):
        due = course.period.due if last == course.period.last else last
        if coverage := requirement.coverage:
            found = amounts.by_value(requirement, coverage.over, first, last)
            values = course.values(coverage.over) or tuple(sorted(found))
            covered = tuple(Covered(value, found.get(value, 0), coverage.least) for value in values)
            have = sum(each.met for each in covered)
            yield Status(requirement, first, last, due, have, coverage.among, None, covered)
        else:
            have, need = amounts.of(requirement, first, last), course.need(requirement)
            yield Status(requirement, first, last, due, have, need, requirement.most)


def _signed(course: Course, rule: CosignRule, signed: Sequence[Cosign]) -> Signed:
    """How many people have signed by this rule; the same person twice is one."""
    found = [each for each in signed if not refusals(rule, course.scheme.name, each)]
    return Signed(rule, len({each.who for each in found if each.who}) + sum(not each.who for each in found))


def _gaps(days: Sequence[date], course: Course, today: date) -> tuple[tuple[date, date], ...]:
    """Spans of so many months without an entry, as far as the period has gone."""
    months = course.version.gaps.explain_after_months
    end = min(today, course.period.last) + timedelta(days=1)
    if not months or end <= course.period.first:
        return ()
    starts = [course.period.first, *(day + timedelta(days=1) for day in days if day < end)]
    stops = [*(day for day in days if day < end), end]
    return tuple(
        (start, stop - timedelta(days=1))
        for start, stop in zip(starts, stops, strict=True)
        if stop > start and months_after(start, months) <= stop
    )
