"""The record of one period: which activities go into which part, and what every field of it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ..domain.prepared_record import (
    Handing,
    PreparedField,
    PreparedItem,
    PreparedPart,
    PreparedPerson,
    PreparedRecord,
    Shortfall,
    say_words,
)
from ..domain.scheme.record_part import RecordPart
from ..domain.scheme.scheme import NOT_AFFILIATED
from ..domain.scheme.vocabulary import HAND_IN
from .counted import Counted
from .course import Course
from .matching import is_signed
from .record_fields import prepared_fields
from .record_items import items_of
from .record_material import Activity, Material
from .record_people import prepared_people
from .record_short import shortfalls


def prepare(course: Course, material: Material) -> PreparedRecord:
    """The record as it would be handed in today."""
    scheme, version = course.scheme, course.version
    parts = [_part(course, part, material) for part in version.parts]
    left_out = {id_ for part in parts for id_ in part.left_out} - {item.id for part in parts for item in part.items}
    counting = (*(each.counted for each in material.activities), *material.without_place)
    short = shortfalls(course, sorted((each for each in counting if each.id not in left_out), key=_day))
    within = {part.cosign for part in version.parts if part.holds == "peer"}
    rules = [rule for rule in version.cosigns if rule.whole_record and rule.name not in within]
    hand_in = version.hand_in
    return PreparedRecord(
        material.id,
        scheme.name,
        scheme.body,
        scheme.label,
        material.author,
        material.number,
        course.period.first,
        course.period.last,
        course.period.due,
        Handing(HAND_IN[hand_in.how], hand_in.where, hand_in.note, hand_in.asked),
        tuple(_with_short(course, part, short.get(part.name, ())) for part in parts),
        tuple(person for rule in rules for person in prepared_people(course, rule, material.others)),
        tuple(_notes(course)),
    )


def in_record(course: Course, material: Material) -> frozenset[str]:
    """The ids of all activities that are in some part of it."""
    return frozenset(each.counted.id for part in course.version.parts for each in _chosen(course, part, material)[0])


def fits(course: Course, material: Material) -> frozenset[str]:
    """The ids of all activities that some part of it has a place for."""
    return frozenset(each.counted.id for part in course.version.parts for each in _fitting(course, part, material))


def _with_short(course: Course, part: PreparedPart, short: tuple[Shortfall, ...]) -> PreparedPart:
    """That nothing is in it goes without saying where it is said what is missing."""
    of = next(each.of for each in course.version.parts if each.name == part.name)
    is_said = any(each.requirement == of or not of for each in short)
    return replace(part, short=short, problem="" if is_said else part.problem)


def _day(counted: Counted) -> date:
    return counted.day


def _part(course: Course, part: RecordPart, material: Material) -> PreparedPart:
    if part.is_for_whole_record:
        people: tuple[PreparedPerson, ...] = ()
        if part.cosign:
            rule = course.version.cosign(part.cosign)
            people = prepared_people(course, rule, material.others, summary_only=part.summary_only)
        fields = prepared_fields(course, part, material.answers, None)
        items: tuple[PreparedItem, ...] = (
            PreparedItem(material.id, part.label, None, 0, fields, people, _too_long(part, fields)),
        )
        left_out: tuple[str, ...] = ()
        problem = ""
    else:
        chosen, rest = _chosen(course, part, material)
        items = tuple(_item(course, part, each) for each in chosen)
        left_out = tuple(each.counted.id for each in rest)
        problem = _too_few(course, part, len(items))
    return PreparedPart(part.name, part.label, part.holds, items, left_out, part.summary_only, part.most_words, problem)


def _item(course: Course, part: RecordPart, activity: Activity) -> PreparedItem:
    rule = course.version.cosign(part.cosign) if part.cosign else None
    people: tuple[PreparedPerson, ...] = ()
    if rule and not rule.whole_record:
        people = prepared_people(course, rule, activity.others, summary_only=part.summary_only)
    fields = prepared_fields(course, part, activity.answers, activity)
    counted, minutes = activity.counted, _length(part, fields, activity)
    return PreparedItem(counted.id, activity.title, counted.day, minutes, fields, people, _too_long(part, fields))


def _length(part: RecordPart, fields: Sequence[PreparedField], activity: Activity) -> int:
    """What the record says that it took, so that its rows add up to what is written under them."""
    for rule, field in zip(part.fields, fields, strict=True):
        if rule.draws == "minutes" and type(field.value) is int:
            return field.value
    return activity.counted.minutes


def _chosen(course: Course, part: RecordPart, material: Material) -> tuple[list[Activity], list[Activity]]:
    """Those that are in a part, in the order of days, and those that could be.

    Where nobody has chosen, all are in it; on a form or a website, which have room for so many only, the most fitting.
    """
    fitting = _fitting(course, part, material)
    if material.chosen:
        taken = {each.counted.id for each in fitting} & material.chosen
    else:
        most = _room(course, part)
        ranked = sorted(fitting, key=lambda each: _rank(course, part, each), reverse=True)
        taken = {each.counted.id for each in ranked[: most or len(ranked)]}
    return (
        [each for each in fitting if each.counted.id in taken],
        [each for each in fitting if each.counted.id not in taken],
    )


def _fitting(course: Course, part: RecordPart, material: Material) -> list[Activity]:
    by_id = {each.counted.id: each for each in material.activities}
    found = [
        by_id[item.id] for item in items_of(course, part, (each.counted for each in material.activities), nearly=True)
    ]
    return sorted(found, key=lambda each: each.counted.day)


def _room(course: Course, part: RecordPart) -> int:
    """How many a form or a website takes: no more than the most there may be, else what it asks for; 0 for all."""
    if course.version.hand_in.how == "document" or not part.of:
        return 0
    requirement = course.version.requirement(part.of)
    if requirement.unit != "entries" or requirement.coverage is not None:
        return 0
    return max(course.need(requirement), requirement.most or 0)


def _rank(course: Course, part: RecordPart, activity: Activity) -> tuple[int, int, int, str]:
    """What is nearest to being handed in comes first, then what somebody signed, has a file, and is the latest."""
    fields: Sequence[PreparedField] = prepared_fields(course, part, activity.answers, activity)
    filled = sum(1 for field in fields if field.required and not field.problem)
    traits = activity.counted.traits
    signed = bool(part.cosign) and is_signed(course.version.cosign(part.cosign), course.scheme.name, traits)
    return filled, signed, traits.evidence, activity.counted.day.isoformat()


def _too_few(course: Course, part: RecordPart, have: int) -> str:
    if not part.of:
        asked = any(not each.advised for each in course.requirements)
        return "Nothing is in it yet." if asked and not have else ""
    requirement = course.version.requirement(part.of)
    applies = requirement in course.requirements and not requirement.advised
    need = course.need(requirement) if applies and requirement.unit == "entries" and not requirement.coverage else 0
    if part.planned is not None:
        need = 0  # another part shares the requirement, and its standing says what is missing
    if have >= max(need, 1 if applies else 0):
        return ""
    if not have:
        return "Nothing is in it yet." if need < 2 else f"Nothing is in it yet; {need} are needed."
    return f"{have} of {need} are in it."


def _too_long(part: RecordPart, fields: Iterable[PreparedField]) -> str:
    """All fields of one set together."""
    words = sum(field.words for field in fields if field.shape in ("prose", "line"))
    if not part.most_words or words <= part.most_words:
        return ""
    return f"{say_words(words - part.most_words)} too many together: {words:,} of {part.most_words:,}."


def _notes(course: Course) -> Iterable[str]:
    version = course.version
    if not version.confirmed:
        yield f"These requirements are a guide and not confirmed. {version.note}".rstrip()
    if course.scheme.body:
        yield NOT_AFFILIATED
