"""One field of a record by its name: of an entry that counts, or of the whole record; what it says, and writing it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.text import brief
from ...errors import BadInput, Refused
from ..journal import Journal
from .activities import activity_meant
from .answers import answers_of, field_named, set_answer
from .asked import mark_with
from .facet_fields import clean_mark
from .memberships import course_of, membership_named
from .record_material import activity_material
from .records import HANDED_IN, begin_record, record_for, records
from .writing_record import prepared_named

if TYPE_CHECKING:
    from ...domain.prepared_record import PreparedField
    from ...domain.scheme.record_part import RecordField, RecordPart
    from ...portfolio.course import Course


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where an answer belongs: `name` is the field's full name, `activity` None where it is for the whole record."""

    course: Course
    membership: Entry
    part: RecordPart
    name: str
    activity: Entry | None

    @property
    def field(self) -> RecordField:
        return next(each for each in self.part.fields if self.name == f"{self.course.scheme.name}.{each.name}")


def field_place(
    journal: Journal, said: str, *, item: Entry | None = None, body: str | None = None, day: date | None = None
) -> FieldPlace:
    """The place of the field called `said`: of `item`, or of the record of the period with `day` (today for None).

    `body` is whose record, or the beginning of a record's id; else that of the field's name. Raises `Problem` for a
    field that there is not, `Refused` for an entry that does not count, and `BadInput` for a field that belongs to the
    other of the two, or is not asked for in that period.
    """
    activity = activity_meant(journal, item) if item else None
    if body is None:
        name = field_named(journal, said)
        membership = membership_named(journal, name.partition(".")[0])
    else:
        record = prepared_named(journal, body, day)
        membership, day = membership_named(journal, record.scheme), record.last
        name = field_named(journal, said if "." in said else f"{record.scheme}.{said}")
        if name.partition(".")[0] != record.scheme:
            raise BadInput(f"“{brief(said)}” is no field of {record.label}.", "Leave one of the two out.")
    course = course_of(membership, activity.when.day if activity else day or journal.time.today())
    parts = [
        part for part in course.version.parts if name in (f"{course.scheme.name}.{each.name}" for each in part.fields)
    ]
    if not parts:
        raise BadInput(f"The record of that period has no field “{brief(said)}”.", "“peerlog cpd record” shows it.")
    fitting = [part for part in parts if part.is_for_whole_record == (activity is None)]
    if not fitting and activity:
        raise BadInput("This field is for the whole record.", "Leave the entry out.")
    if not fitting:
        raise BadInput("This field is for one entry.", "Say which: --for ID.")
    return FieldPlace(course, membership, fitting[0], name, activity)


def field_said(journal: Journal, place: FieldPlace) -> PreparedField:
    """What the field says now; nothing is written."""
    from ...portfolio.record_fields import prepared_fields

    if place.activity:
        about = activity_material(journal, journal.entries.get(place.activity.id))
        fields = prepared_fields(place.course, place.part, about.answers, about)
    else:
        record = record_for(journal, place.membership, place.course.period.last)
        answers = {name: each.text for name, each in answers_of(journal, record.id).items()} if record else {}
        fields = prepared_fields(place.course, place.part, answers, None)
    return next(each for each in fields if each.name == place.name)


def say_field(journal: Journal, place: FieldPlace, text: str) -> PreparedField:
    """Write what a field says, or take it away with an empty text; the record is begun where it has to be.

    Raises `Refused` for what was handed in.
    """
    record = record_for(journal, place.membership, place.course.period.last)
    if _was_handed_in(journal, place, record):
        raise Refused("This record was handed in.", "“peerlog cpd record hand-in --reopen” goes on writing it.")
    owner = place.activity or record or begin_record(journal, place.membership, place.course.period.last)
    if place.activity and place.field.shape == "list":
        _mark(journal, place, place.activity, text)
    else:
        set_answer(journal, owner, place.name, text)
    return field_said(journal, place)


def _mark(journal: Journal, place: FieldPlace, activity: Entry, text: str) -> None:
    """What an entry is marked with counts for the requirements too, so a list's field is nothing but these marks."""
    values = [said for each in re.split(r"[\n;]", text) if (said := each.strip())]
    marks = [clean_mark(journal, f"{place.field.list}={value}") for value in values]
    with journal.writing(activity.id):
        mark_with(journal, activity, place.field.list, tuple(each.partition("=")[2] for each in marks))
        set_answer(journal, activity, place.name, "")


def _was_handed_in(journal: Journal, place: FieldPlace, record: Entry | None) -> bool:
    if place.activity is None:
        return record is not None and record.state == HANDED_IN
    activity, day = place.activity, place.activity.when.day.isoformat()
    states = [
        each.state
        for each in records(journal)
        if each.line("scheme") == place.course.scheme.name
        and each.line("since") <= day <= each.line("until")
        and (not each.members("links") or activity.id in each.members("links"))
    ]
    return bool(states) and set(states) == {HANDED_IN}
