"""What an activity still has to say for the bodies that one keeps to, and nothing beyond that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ...domain.entry import Entry
from ...domain.problem import Problem
from ...errors import Refused
from ..journal import Journal
from .facts import Facts
from .memberships import course_of, memberships

if TYPE_CHECKING:
    from ...domain.scheme.record_part import RecordField, RecordPart
    from ...domain.scheme.requirement import Requirement
    from ...portfolio.counted import Traits
    from ...portfolio.course import Course

Sort = Literal["minutes", "points", "list", "field"]


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to fill in. `name` is “minutes”, “points”, or the full name of a list or a field.

    `values` are those to choose from, empty where nobody has given any; `body` is who wants to know, as lists say it.
    """

    sort: Sort
    name: str
    label: str
    values: tuple[str, ...] = ()
    many: bool = False
    hint: str = ""
    body: str = ""


def still_missing(journal: Journal, activities: Iterable[Entry]) -> dict[str, tuple[Missing, ...]]:
    """By the id of each activity what is required of it and not there: how long, points, lists, then fields.

    How long is asked where somebody asks for time, and where there is no body that would say so.
    """
    facts, courses = Facts(journal), _Courses(journal)
    found: dict[str, tuple[Missing, ...]] = {}
    for each in activities:
        traits, known = facts.traits(each), list(courses.with_day(each))
        missing = {one.name: one for course in known for one in _of(course, each, traits)}
        if not each.minutes and (not known or any(_asks_how_long(course, traits) for course in known)):
            missing = {"minutes": Missing("minutes", "minutes", "How long")} | missing
        order = ("minutes", "points", "list", "field")
        found[each.id] = tuple(sorted(missing.values(), key=lambda one: order.index(one.sort)))
    return found


class _Courses:
    """The periods that an activity's day lies in, each worked out once."""

    def __init__(self, journal: Journal) -> None:
        self._memberships = memberships(journal)
        self._known: list[tuple[Entry, Course]] = []

    def with_day(self, activity: Entry) -> Iterator[Course]:
        day = activity.when.day
        for each in self._memberships:
            for kept, course in self._known:
                if kept is each and course.period.first <= day <= course.period.last:
                    yield course
                    break
            else:
                try:
                    course = course_of(each, day)
                except (Problem, Refused):
                    continue  # its standing says why; the other bodies' fields are asked for all the same
                self._known.append((each, course))
                yield course


def _fitting(course: Course, traits: Traits) -> list[Requirement]:
    """What an activity of this sort could count for."""
    from ...portfolio.matching import is_of_the_sort

    return [
        each
        for each in course.requirements
        if all(is_of_the_sort(whole.counts, traits) for whole in course.chain(each))
    ]


def _asks_how_long(course: Course, traits: Traits) -> bool:
    fitting = _fitting(course, traits)
    in_time = {"hours", "points"} if course.version.points_per_hour else {"hours"}
    said = (field for part in _parts(course, {each.name for each in fitting}) for field in part.fields)
    return any(each.unit in in_time for each in fitting) or any(each.draws == "minutes" for each in said)


def _of(course: Course, activity: Entry, traits: Traits) -> Iterator[Missing]:
    body, fitting = course.scheme.label, _fitting(course, traits)
    in_points = any(each.unit == "points" for each in fitting) and not course.version.points_per_hour
    if in_points and not activity.line("points"):
        yield Missing("points", "points", "Points", body=body)
    fields = list(_fields(course, {each.name for each in fitting}))
    # Of a list that only some entries have to be marked with, nobody has to say anything.
    wanted = {each.coverage.over for each in fitting if each.coverage} | {field.list for field in fields}
    yield from _lists(course, wanted, traits)
    for field in fields:
        full = f"{course.scheme.name}.{field.name}"
        if field.shape != "list" and full not in traits.fields:
            yield Missing("field", full, field.label, hint=field.hint, body=body)


def _lists(course: Course, wanted: set[str], traits: Traits) -> Iterator[Missing]:
    marked = {mark.list for mark in traits.marks}
    for each in course.version.lists:
        values = course.values(each.name)
        if each.name in wanted and each.name not in marked and values:
            yield Missing("list", each.name, each.label, values, each.many, body=course.scheme.label)


def _fields(course: Course, fitting: set[str]) -> Iterator[RecordField]:
    """The required fields for one item that nothing of the entry fills."""
    for part in _parts(course, fitting):
        yield from (field for field in part.fields if field.required and not part.is_drawn(field))


def _parts(course: Course, fitting: set[str]) -> Iterator[RecordPart]:
    """Those with fields for one item."""
    for part in course.version.parts:
        if part.holds in ("items", "accounts") and (not part.of or part.of in fitting):
            yield part
