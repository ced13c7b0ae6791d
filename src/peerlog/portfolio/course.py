"""One person's period under one body's requirements: the version that judges it, and from when to when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..domain.months import months_after
from ..domain.problem import Problem
from ..domain.scheme.cosign_rule import CosignRule
from ..domain.scheme.requirement import Requirement
from ..domain.scheme.scheme import Scheme
from ..domain.scheme.version import Version
from .enrolment import Enrolment
from .reporting_period import ReportingPeriod, period_with


@dataclass(frozen=True, slots=True)
class Course:
    """`changes` are days within the period from which other requirements are in force."""

    scheme: Scheme
    version: Version
    period: ReportingPeriod
    enrolment: Enrolment
    changes: tuple[date, ...] = ()

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """Those that are for this sort of member."""
        variant = variant_of(self.scheme, self.enrolment)
        return tuple(each for each in self.version.requirements if not each.only or variant in each.only)

    @property
    def item_cosigns(self) -> Mapping[str, CosignRule]:
        return {rule.name: rule for rule in self.version.cosigns if not rule.whole_record}

    @property
    def keep_until(self) -> date | None:
        """The last day on which the record of this period is kept; None where nobody says."""
        months = self.version.keep.months
        return months_after(self.period.last, months) if months else None

    def chain(self, requirement: Requirement) -> tuple[Requirement, ...]:
        """The requirement and all that it is a part of, the nearest first."""
        chain = [requirement]
        while chain[-1].of:
            chain.append(self.version.requirement(chain[-1].of))
        return tuple(chain)

    def need(self, requirement: Requirement) -> int:
        """What is needed at least: as agreed with the body, else as it asks; 0 where it asks for none."""
        return self.enrolment.needs.get(requirement.name, requirement.least or 0)

    def values(self, over: str) -> tuple[str, ...]:
        """The values of a list by its full name: the person's own, else those of the file, else none."""
        own = self.enrolment.lists.get(over, ())
        return own or next((each.values for each in self.version.lists if each.name == over), ())


def variant_of(scheme: Scheme, enrolment: Enrolment) -> str:
    """The sort of member; raises `Problem` for one that there is not."""
    names = [each.name for each in scheme.variants]
    if enrolment.variant and enrolment.variant not in names:
        raise Problem(
            f"{scheme.label} has no “{enrolment.variant}”.",
            f"There is {', '.join(names)}." if names else "Leave it out.",
        )
    return enrolment.variant or (names[0] if names else "")


def course_with(scheme: Scheme, enrolment: Enrolment, day: date) -> Course:
    """The period with `day`, and the requirements that judge it.

    Raises `Problem` where none were in force on that day, or the period depends on a day that is not known.
    """
    variant_of(scheme, enrolment)
    version = version_on(scheme, day) or _coming(scheme, enrolment, day)
    if version is None:
        raise Problem(f"No requirements of {scheme.label} are known for {day}.", _known(scheme))
    period = period_with(version.period, day, enrolment.own_day)
    judging = version_on(scheme, period.first if scheme.judged_first else period.last) or version
    if judging is not version:
        version, period = judging, period_with(judging.period, day, enrolment.own_day)
    changes = tuple(
        each.starts for each in scheme.versions if each.starts and period.first < each.starts <= period.last
    )
    return Course(scheme, version, _deferred(version, period, enrolment), enrolment, changes)


def version_on(scheme: Scheme, day: date) -> Version | None:
    return next((each for each in scheme.versions if each.in_force(day)), None)


def _coming(scheme: Scheme, enrolment: Enrolment, day: date) -> Version | None:
    """The version that judges the period with `day`, a day before it came into force and after which nothing was."""
    if scheme.judged_first:
        return None
    later = (each for each in scheme.versions if each.starts and each.starts > day)
    return next((each for each in later if each.in_force(period_with(each.period, day, enrolment.own_day).last)), None)


def _known(scheme: Scheme) -> str:
    starts, until = scheme.versions[0].starts, scheme.versions[-1].until
    said = " ".join([*([f"from {starts}"] if starts else []), *([f"until {until}"] if until else [])])
    return f"They are known {said}." if said else ""


def _deferred(version: Version, period: ReportingPeriod, enrolment: Enrolment) -> ReportingPeriod:
    """The period with its later due day, unless that day is one for a later period."""
    later = enrolment.deferred_to
    if later is None or period.due is None or later <= period.due:
        return period
    following = period_with(version.period, period.last + timedelta(days=1), enrolment.own_day)
    if following.due is not None and later > following.due:
        return period
    return replace(period, due=later)
