"""Judging what counts towards a professional body's record, from rows of a database to a verdict, without a journal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import cast

from bench import timing
from peerlog.library.activity_types import activity_types
from peerlog.library.requirement_sets import requirement_sets
from peerlog.portfolio.counted import Mark, Row, Traits
from peerlog.portfolio.course import Course, course_with
from peerlog.portfolio.enrolment import Enrolment
from peerlog.portfolio.standing import standings

_TODAY = date(2026, 6, 1)
_DAYS = 5 * 365
_TYPES = list(activity_types())
_CATEGORIES = ({"learning"}, {"learning", "discussion"}, {"learning", "account"}, {"feedback"}, {"practice"})


Stored = tuple[str, str, int, str, int, bool, bool]


def measure(count: int) -> dict[str, float]:
    """Milliseconds from `count` rows of five years to a verdict."""
    rows = [_row(number) for number in range(count)]
    found, _ = requirement_sets()
    enrolment = Enrolment(own_day=date(2027, 4, 30))
    courses = {name: course_with(each, enrolment, _TODAY) for name, each in found.items()}
    asked: dict[str, list[Course]] = {
        "one body, a period of five years (ARA)": [courses["ara"]],
        "one body with seven requirements (NMC)": [courses["nmc"]],
        "three bodies at once (CILIP, AMA, GOsC)": [courses[name] for name in ("cilip", "ama", "gosc")],
        f"all {len(courses)} at once": list(courses.values()),
    }
    return {name: timing.in_process(partial(_judged, rows, each), runs=7) for name, each in asked.items()}


def _judged(rows: Sequence[Stored], courses: Sequence[Course]) -> None:
    standings(courses, _read(rows), _TODAY)


def _read(rows: Sequence[Stored]) -> Iterator[Row]:
    """Entries as a reader of a database makes them: a day and a set of traits that occurs again is made once."""
    days: dict[str, date] = {}
    known: dict[tuple[str, int, bool, bool], Traits] = {}
    for id_, day, minutes, *sort in rows:
        if (on := days.get(day)) is None:
            on = days[day] = date.fromisoformat(day)
        key = cast("tuple[str, int, bool, bool]", tuple(sort))
        if (traits := known.get(key)) is None:
            type_, number, participatory, planned = key
            categories = frozenset(_CATEGORIES[number % len(_CATEGORIES)])
            marks = frozenset({Mark("gosc.themes", "ABCD"[number % 4])})
            traits = known[key] = Traits(type_, categories, marks, participatory, planned)
        yield id_, on, minutes, None, traits, 1


def _row(number: int) -> Stored:
    day = _TODAY - timedelta(days=number * 7 % _DAYS)
    return (
        str(number),
        day.isoformat(),
        number * 13 % 240,
        _TYPES[number * 31 % len(_TYPES)],
        number % 20,
        number % 3 == 0,
        number % 2 == 0,
    )
