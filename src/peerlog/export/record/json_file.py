"""A record as JSON, in the shape that `record.schema.json` describes: members are added, never renamed or removed."""

from __future__ import annotations

import json

from ...domain.prepared_record import PreparedField, PreparedItem, PreparedPart, PreparedPerson, PreparedRecord

FORMAT = "peerlog-record"
VERSION = 1


def json_record(record: PreparedRecord, made: str) -> str:
    """The document; `made` is a UTC stamp."""
    return (
        json.dumps(
            {"format": FORMAT, "version": VERSION, "made": made, **described(record)}, ensure_ascii=False, indent=2
        )
        + "\n"
    )


def described(record: PreparedRecord) -> dict[str, object]:
    """The record as JSON's own types."""
    return {
        "requirements": record.scheme,
        "body": record.body,
        "label": record.label,
        "author": record.author,
        "number": record.number,
        "since": record.first.isoformat(),
        "until": record.last.isoformat(),
        "due": record.due.isoformat() if record.due else None,
        "parts": [_part(part) for part in record.parts],
        "signatures": [_person(person) for person in record.signatures],
    }


def described_field(field: PreparedField) -> dict[str, object]:
    value = list(field.value) if isinstance(field.value, tuple) else field.value
    return {
        "name": field.name,
        "label": field.label,
        "shape": field.shape,
        "value": value,
        "text": field.text,
        "words": field.words,
        "characters": field.characters,
    }


def _part(part: PreparedPart) -> dict[str, object]:
    return {
        "name": part.name,
        "label": part.label,
        "holds": part.holds,
        "items": [_item(item, part) for item in part.items],
    }


def _item(item: PreparedItem, part: PreparedPart) -> dict[str, object]:
    """Its day is left out where no more is asked for than fields of which none is a day."""
    has_day = item.day and not (part.summary_only and all(field.shape != "day" for field in item.fields))
    return {
        "day": item.day.isoformat() if item.day and has_day else None,
        "fields": [described_field(field) for field in item.fields],
        "people": [_person(person) for person in item.people],
    }


def _person(person: PreparedPerson) -> dict[str, object]:
    return {
        "rule": person.rule,
        "label": person.label,
        "meaning": person.meaning,
        "about": [{"label": label, "text": said} for label, said in person.about],
        "signed": person.signed or None,
    }
