"""One field of a record while it is written: what it asks, what stands in it, and what can be drawn on for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...domain.answer_shape import parts_of
from ...domain.dates import written_out
from ...domain.entry import Entry
from ...domain.kinds import RECORD
from ..journal import Journal
from .answers import answers_of, set_answer
from .asked import Asked, Known, asked_about, asked_of, known_of, mark_with
from .record_material import prose_of
from .records import course_of_record
from .writing_record import membership_of, prepared


@dataclass(frozen=True, slots=True)
class Words:
    """Something to draw on: what it is called, what it says, and whether it is the entry that counts itself."""

    title: str
    text: str
    is_own: bool = False


def asked_in_record(journal: Journal, record: Entry, part: str, item_id: str, name: str) -> Asked | None:
    """The field with this full name in a part of a record, for an activity or the whole; None where there is none."""
    membership = membership_of(journal, record)
    course = course_of_record(journal, membership, record)
    found = [
        (one, field)
        for one in course.version.parts
        for field in one.fields
        if (not part or one.name == part) and f"{course.scheme.name}.{field.name}" == name
    ]
    item = journal.entries.get(item_id)
    if item.kind == RECORD.name:
        known = Known({each: answer.text for each, answer in answers_of(journal, item.id).items()}, (), {})
    else:
        known = known_of(journal, item)
    return asked_of(course, *found[0], known) if found else None


def asked_again(journal: Journal, item: Entry, name: str) -> Asked | None:
    """The field that an unfinished answer is for; None where nobody asks for it any more."""
    if item.kind == RECORD.name:
        return asked_in_record(journal, item, "", item.id, name)
    return next((each for each in asked_about(journal, item) if each.name == name), None)


def choose_values(journal: Journal, item: Entry, asked: Asked, values: Sequence[str]) -> Entry | None:
    """Let a field with a list say these values: as marks of an activity, or as the answer of a whole record."""
    if item.kind == RECORD.name:
        return set_answer(journal, item, asked.name, "\n".join(values))
    if asked.text:
        set_answer(journal, item, asked.name, "")  # it would hide what is marked
    return mark_with(journal, item, asked.field.list, tuple(values))


def values_in(asked: Asked) -> tuple[str, ...]:
    """The values of a list that a field says now."""
    return parts_of(asked.text) if asked.text else asked.chosen


def words_to_draw_on(journal: Journal, item_id: str) -> list[Words]:
    """For an activity what its entry says and what that links to; for a whole record what is in it.

    What lets off steam says nothing here.
    """
    item = journal.entries.get(item_id)
    found = _of_record(journal, item) if item.kind == RECORD.name else _of_activity(journal, item)
    return [each for each in found if each.text]


def _of_activity(journal: Journal, activity: Entry) -> Iterator[Words]:
    whole = journal.entries.find(activity.parent) if activity.parent else None
    about = whole if whole is not None and not whole.deleted else activity
    yield Words(about.headline, activity.text or prose_of(journal, about), is_own=True)
    for id_ in dict.fromkeys((*about.members("links"), *activity.members("links"))):
        linked = journal.entries.find(id_)
        if linked is not None and not linked.deleted:
            yield Words(linked.headline, prose_of(journal, linked))


def _of_record(journal: Journal, record: Entry) -> Iterator[Words]:
    for part in prepared(journal, record).parts:
        for item in part.items:
            if item.day is not None:
                said = [field.text for field in item.fields if field.is_prose and field.text]
                yield Words(f"{written_out(item.day)} · {item.title}", "\n\n".join(said) or part.label)
