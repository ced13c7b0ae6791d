"""Requirements and entries in few words, for the tests of the portfolio."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import count

from peerlog.domain.scheme.scheme import Scheme, read_scheme
from peerlog.library.requirement_sets import requirement_set
from peerlog.portfolio.counted import Cosign, Counted, Mark, Traits
from peerlog.portfolio.course import Course, course_with
from peerlog.portfolio.enrolment import Enrolment

CHECKED = date(2026, 11, 27)
YEAR: Mapping[str, object] = {"kind": "fixed", "begins": "01-01", "months": 12}

_numbers = count()


def scheme(*requirements: Mapping[str, object], **more: object) -> Scheme:
    """Requirements called `s`, over a calendar year unless `period` says otherwise."""
    told = [{"label": str(each["name"]), **each} for each in requirements]
    version = {"checked": CHECKED, "period": YEAR, "requirements": told, **more}
    return read_scheme("s", {"label": "S", "about": "A", "versions": [version]})


def packaged(name: str) -> Scheme:
    found = requirement_set(name)
    assert found is not None, name
    return found


def course(of: Scheme, on: date = date(2026, 6, 1), **enrolment: object) -> Course:
    return course_with(of, Enrolment(**enrolment), on)  # type: ignore[arg-type]


def item(
    on: date,
    hours: float = 0,
    *categories: str,
    type: str = "",
    points: float | None = None,
    marks: Mapping[str, str] | None = None,
    fields: tuple[str, ...] = (),
    cosigns: tuple[Cosign, ...] = (),
    participatory: bool = False,
    planned: bool = False,
    evidence: bool = False,
    over_days: bool = False,
) -> Counted:
    traits = Traits(
        type,
        frozenset(categories or ("learning",)),
        frozenset(Mark(name, value) for name, value in (marks or {}).items()),
        participatory,
        planned,
        evidence,
        frozenset(fields),
        frozenset(cosigns),
        over_days,
    )
    exact = None if points is None else round(points * 100)
    return Counted(f"e{next(_numbers)}", on, round(hours * 60), exact, traits)


def person(meaning: str, *relations: str, registers: tuple[str, ...] = (), signed: bool = True) -> Cosign:
    return Cosign(meaning, frozenset(relations), frozenset(registers), signed)
