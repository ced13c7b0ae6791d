"""The journal as JSON: its golden file, its published schema, and that it is written entry by entry."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from tests.export.entries import entries
from tests.export.golden_entries import ENTRIES, EXPORTED, NOTE

from peerlog.domain.entry import Entry
from peerlog.domain.field import Shape
from peerlog.domain.kinds import KINDS
from peerlog.export import own_json

GOLDEN = Path(__file__).parents[1] / "golden" / "export_v1" / "journal.json"
SCHEMA: dict[str, Any] = json.loads(own_json.schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def exported(*journal: Entry) -> Any:
    return json.loads("".join(own_json.chunks(journal, EXPORTED)))


def test_the_document_is_that_of_the_first_release() -> None:
    assert "".join(own_json.chunks(ENTRIES, EXPORTED)).encode() == GOLDEN.read_bytes()


def test_the_schema_is_one_and_fits_the_golden_document() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    VALIDATOR.validate(json.loads(GOLDEN.read_text("utf-8")))


@given(entries())
def test_the_schema_fits_every_entry(entry: Entry) -> None:
    VALIDATOR.validate(exported(entry))


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "unheard-of"},
        {"id": "1f"},
        {"created": "yesterday"},
        {"version": 0},
        {"extra": 1},
        {"fields": {"text": "no date"}},
        {"fields": {"when": "2026-11-17"}},
        {"fields": {**NOTE.fields, "title": "two\nlines"}},
        {"fields": {**NOTE.fields, "minutes": 0}},
        {"fields": {**NOTE.fields, "unknown": "x"}},
        {"fields": {**NOTE.fields, "vent": False}},
        {"fields": {**NOTE.fields, "tags": []}},
    ],
)
def test_the_schema_refuses_what_peerlog_does_not_write(change: dict[str, object]) -> None:
    document = exported(NOTE)
    document["entries"][0] |= json.loads(json.dumps(change))

    assert not VALIDATOR.is_valid(document)


def test_the_schema_names_every_kind_field_and_choice() -> None:
    fields = SCHEMA["$defs"]["fields"]["properties"]

    assert SCHEMA["$defs"]["entry"]["properties"]["kind"]["enum"] == list(KINDS)
    assert set(fields) == {name for kind in KINDS.values() for name in kind.all_fields}
    for field in (field for kind in KINDS.values() for field in kind.fields if field.shape is Shape.CHOICE):
        assert {choice.value for choice in field.choices} <= set(fields[field.name]["enum"])


def test_an_empty_journal_is_a_document_too() -> None:
    VALIDATOR.validate(exported())


def test_no_more_than_one_entry_is_held() -> None:
    asked = 0

    def journal() -> Iterator[Entry]:
        nonlocal asked
        for _ in range(3):
            asked += 1
            yield NOTE

    document = own_json.chunks(journal(), EXPORTED)
    next(document)
    assert asked == 0
    next(document)
    assert asked == 1


def test_what_an_entry_was_imported_as_stands_with_it() -> None:
    origins = {ENTRIES[0].id: [f"peerlog:{'a' * 64}", f"jrnl:{'b' * 64}:1"]}
    document = json.loads("".join(own_json.chunks(ENTRIES, EXPORTED, origins)))
    VALIDATOR.validate(document)
    assert [each.get("origins") for each in document["entries"][:2]] == [origins[ENTRIES[0].id], None]
