"""What the bodies that one keeps to ask about one activity: the fields of their records, with what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.dates import written_out
from ...domain.entry import Entry
from ...domain.minutes import say_minutes
from ...domain.problem import Problem
from ...errors import Refused
from ..journal import Journal
from .activity_files import files_about, say_file
from .answers import answers_of
from .changing import change_activity
from .facet_fields import activity_type_names
from .facts import Facts, marks_in
from .memberships import course_of, memberships

if TYPE_CHECKING:
    from ...domain.scheme.record_part import RecordField, RecordPart
    from ...portfolio.counted import Mark, Traits
    from ...portfolio.course import Course


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of a body's record. `name` is its full name, `text` what answers it.

    `drawn` says what of the entry fills it where nobody has written anything; `values` are those of its list, and
    `chosen` those that the activity is marked with, one at most without `many`. `others` are the words of the other
    answers in the same part.
    """

    body: str
    part: RecordPart
    field: RecordField
    name: str
    text: str
    drawn: str
    values: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    others: int = 0
    many: bool = True

    @property
    def is_list(self) -> bool:
        return self.field.shape == "list"


def asked_about(journal: Journal, activity: Entry) -> list[Asked]:
    """Every field for one activity, in the order of the bodies and of their records."""
    traits, known = Facts(journal).traits(activity), known_of(journal, activity)
    return [
        asked_of(course, part, field, known)
        for course in courses_with(journal, activity)
        for part in _parts(course, traits)
        for field in part.fields
    ]


@dataclass(frozen=True, slots=True)
class Known:
    """What stands in the journal about an activity: answers by full names, values of lists, what its entry says."""

    answers: Mapping[str, str]
    marks: tuple[Mark, ...]
    drawn: Mapping[str, str]


def known_of(journal: Journal, activity: Entry) -> Known:
    return Known(
        {name: each.text for name, each in answers_of(journal, activity.id).items()},
        tuple(marks_in(activity.members("marks"))),
        _drawn(journal, activity),
    )


def asked_of(course: Course, part: RecordPart, field: RecordField, known: Known) -> Asked:
    """One field of a part of a body's record, with what is known of the activity that it is about."""
    words = {each.name: _words(known.answers.get(f"{course.scheme.name}.{each.name}", "")) for each in part.fields}
    name = f"{course.scheme.name}.{field.name}"
    return Asked(
        course.scheme.label,
        part,
        field,
        name,
        known.answers.get(name, ""),
        known.drawn.get(field.draws, "") if part.is_drawn(field) else "",
        course.values(field.list) if field.list else (),
        tuple(each.value for each in known.marks if each.list == field.list),
        sum(words.values()) - words[field.name],
        all(each.many for each in course.version.lists if each.name == field.list),
    )


def mark_with(journal: Journal, activity: Entry, list_name: str, values: tuple[str, ...]) -> Entry:
    """Mark an activity with these values of a list, in place of those that it had of it."""
    now = journal.entries.get(activity.id)
    others = [each for each in now.members("marks") if each.partition("=")[0].strip() != list_name]
    return change_activity(journal, now, {"marks": [*others, *(f"{list_name}={value}" for value in values)]})


def courses_with(journal: Journal, activity: Entry) -> Iterator[Course]:
    """The periods of the bodies that one keeps to with the day of an activity."""
    for each in memberships(journal):
        try:
            yield course_of(each, activity.when.day)
        except (Problem, Refused):
            continue  # its standing says why


def _words(text: str) -> int:
    return len(text.split())


def _parts(course: Course, traits: Traits) -> Iterator[RecordPart]:
    """Those that an activity of this sort goes into, also where something is still missing."""
    from ...portfolio.matching import is_of_the_sort

    fitting = {
        each.name
        for each in course.requirements
        if all(is_of_the_sort(whole.counts, traits) for whole in course.chain(each))
    }
    for part in course.version.parts:
        if part.is_for_whole_record:
            continue
        if (part.of in fitting if part.of else bool(fitting)) and part.planned in (None, traits.planned):
            yield part


def _drawn(journal: Journal, activity: Entry) -> dict[str, str]:
    """What of the entry can fill a field, by the names of `vocabulary.DRAWS`."""
    whole = (journal.entries.find(activity.parent) if activity.parent else None) or activity
    people, known = whole.members("people"), activity_type_names().get(activity.line("type"))
    return {
        "title": whole.headline,
        "text": "the text" if whole.text.strip() else "",
        "day": written_out(activity.when.day),
        "minutes": say_minutes(activity.minutes) if activity.minutes else "",
        "type": known.label if known else activity.line("type"),
        "people": ", ".join(people),
        "evidence": "; ".join(say_file(file) for file in files_about(journal, activity)),
        "participatory": "with others" if activity.fields.get("participatory") else "alone",
        "planned": "planned" if activity.fields.get("planned") else "not planned",
    }
