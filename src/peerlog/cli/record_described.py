"""Records as JSON for scripts. The shape is stable: members are added, never renamed or removed."""

from __future__ import annotations

from ..domain.prepared_record import PreparedField, PreparedItem, PreparedPart, PreparedPerson, PreparedRecord
from ..journal.cpd.writing_record import Place, entry_id_of, handed_in_on
from ..journal.journal import Journal


def described_record(journal: Journal, record: PreparedRecord) -> dict[str, object]:
    """All of a record, with what is missing; `id` is null where it is not begun, and `handed_in` until it is.

    An item's `id` is that of the activity, its `entry` that of the entry that counts.
    """
    handed = handed_in_on(journal, record)
    return {
        "id": record.id or None,
        "requirements": record.scheme,
        "label": record.label,
        "since": record.first.isoformat(),
        "until": record.last.isoformat(),
        "due": record.due.isoformat() if record.due else None,
        "how": record.handing.how,
        "where": record.handing.where,
        "ready": record.is_ready,
        "handed_in": handed.isoformat() if handed else None,
        "parts": [_part(journal, part) for part in record.parts],
        "signatures": [_person(person) for person in record.signatures],
        "missing": [
            {"part": each.part, "where": each.where, "problem": each.problem, "item": each.item, "field": each.field}
            for each in record.unsettled
        ],
    }


def described_place(place: Place) -> dict[str, object]:
    """One field in the order of the form; `item_id` is the activity's, or the record's."""
    about = {"number": place.number, "part": place.part, "item": place.item, "item_id": place.item_id}
    return {**about, **_field(place.field)}


def _part(journal: Journal, part: PreparedPart) -> dict[str, object]:
    return {
        "name": part.name,
        "label": part.label,
        "holds": part.holds,
        "items": [
            _item(item) | {"entry": None if part.is_whole else entry_id_of(journal, item.id)} for item in part.items
        ],
        "left_out": list(part.left_out),
        "most_words": part.most_words,
        "problem": part.problem,
    }


def _item(item: PreparedItem) -> dict[str, object]:
    return {
        "id": item.id,
        "title": item.title,
        "day": item.day.isoformat() if item.day else None,
        "minutes": item.minutes,
        "fields": [_field(field) for field in item.fields],
        "people": [_person(person) for person in item.people],
        "problem": item.problem,
    }


def _field(field: PreparedField) -> dict[str, object]:
    return {
        "name": field.name,
        "label": field.label,
        "shape": field.shape,
        "value": list(field.value) if isinstance(field.value, tuple) else field.value,
        "text": field.text,
        "source": field.source,
        "required": field.required,
        "words": field.words,
        "characters": field.characters,
        "least_words": field.least_words,
        "most_words": field.most_words,
        "most_characters": field.most_characters,
        "problem": field.problem,
    }


def _person(person: PreparedPerson) -> dict[str, object]:
    return {
        "id": person.id or None,
        "rule": person.rule,
        "label": person.label,
        "meaning": person.meaning,
        "about": dict(person.about),
        "signed": person.signed,
        "required": person.required,
        "problem": person.problem,
    }
