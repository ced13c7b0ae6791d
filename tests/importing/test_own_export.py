"""peerlog's own exports, read back: every entry comes back as it was, and what is not one is refused."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.export.entries import TEMPLATES, entries, fields_of
from tests.export.golden_entries import ENTRIES, EXPORTED, NOTE, PAGE
from tests.importing.reading import everything, only

from peerlog.domain.entry import Entry
from peerlog.errors import Damaged, NewerFormat, Refused
from peerlog.export import own_json as written_json
from peerlog.export.markdown import document, filename
from peerlog.importing import files, markdown, own_json
from peerlog.importing.item import Item

TOO_LONG = "The text is 293 KiB long; one field holds up to 256 KiB."
GOLDEN = Path(__file__).parents[1] / "golden" / "export_v1"


def journal(folder: Path, *written: Entry) -> Path:
    path = folder / "journal.json"
    path.write_text("".join(written_json.chunks(written, EXPORTED)), "utf-8")
    return path


def notes(folder: Path, *written: Entry) -> Path:
    for entry in written:
        (folder / filename(entry)).write_bytes(document(entry, fields_of(entry)).encode())
    return folder


def expect_back(items: Sequence[Item], written: Sequence[Entry]) -> None:
    by_id = {item.external_id: item for item in items}
    assert len(items) == len(by_id) == len(written)
    for entry in written:
        item = by_id[entry.id]
        assert item.origin == f"peerlog:{entry.id}"
        assert (item.kind, item.fields, item.created, item.deleted) == (
            entry.kind,
            entry.fields,
            entry.created,
            entry.deleted,
        )
        # Exactly these types, so that nothing of the parser's own reaches the journal.
        for value in item.fields.values():
            assert type(value) in (str, int, bool, tuple)
            assert not isinstance(value, tuple) or {type(member) for member in value} <= {str}


@given(entries())
def test_any_entry_comes_back_from_json(entry: Entry) -> None:
    with tempfile.TemporaryDirectory() as folder:
        items, skipped = everything(own_json.read, journal(Path(folder), entry), TEMPLATES)

    assert not skipped
    expect_back(items, [entry])


@given(entries())
def test_any_entry_comes_back_from_markdown(entry: Entry) -> None:
    with tempfile.TemporaryDirectory() as folder:
        items, skipped = everything(markdown.read, notes(Path(folder), entry), TEMPLATES)

    assert not skipped
    expect_back(items, [entry])


def test_what_the_first_release_wrote_is_read() -> None:
    for reader, path in ((own_json.read, GOLDEN / "journal.json"), (markdown.read, GOLDEN / "markdown")):
        items, skipped = everything(reader, path, TEMPLATES)
        assert not skipped
        expect_back(items, ENTRIES)


def test_without_its_template_a_page_keeps_its_fields(tmp_path: Path) -> None:
    page = replace(PAGE, fields={name: value for name, value in PAGE.fields.items() if name != "page_gone"})
    for item in (only(own_json.read, journal(tmp_path, page)), only(markdown.read, notes(tmp_path, page))):
        assert item.fields == page.fields


def test_a_file_as_long_as_fields_may_be_comes_back(tmp_path: Path) -> None:
    long = "word " * 52_428
    page = replace(PAGE, fields={**PAGE.fields, "text": long.strip(), "page_seen": long.strip()})
    expect_back([only(own_json.read, journal(tmp_path, page), TEMPLATES)], [page])
    expect_back([only(markdown.read, notes(tmp_path, page), TEMPLATES)], [page])


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    path = next(notes(tmp_path, PAGE).iterdir())
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    expect_back([only(markdown.read, tmp_path, TEMPLATES)], [PAGE])


def test_a_renamed_and_moved_file_is_the_same_entry(tmp_path: Path) -> None:
    path = next(notes(tmp_path, NOTE).iterdir())
    (tmp_path / "deep").mkdir()
    path.rename(tmp_path / "deep" / "other.md")

    expect_back([only(markdown.read, tmp_path)], [NOTE])


def test_a_copy_that_somebody_wrote_on_in_is_an_entry_of_its_own(tmp_path: Path) -> None:
    path = next(notes(tmp_path, NOTE).iterdir())
    (tmp_path / "z.md").write_text(path.read_text("utf-8") + "more\n", "utf-8")
    (tmp_path / "zz.md").write_bytes(path.read_bytes())
    (tmp_path / "zzz.md").write_text(path.read_text("utf-8") + "more\n", "utf-8")
    items, skipped = everything(markdown.read, tmp_path)

    assert [item.external_id for item in items] == [NOTE.id, None]
    assert items[1].origin.startswith("markdown:")
    assert items[1].fields["text"] == f"{NOTE.text}\nmore"
    assert [each.reason for each in skipped] == [
        f"It says exactly the same as “{path.name}”.",
        "It says exactly the same as “z.md”.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("peerlog: 1", "peerlog: 2", "It was written by a newer peerlog (layout 2)."),
        ("kind: page", "kind: minutes", "There is no kind called “minutes”."),
        ("kind: page\n", "", "Its front matter has no kind."),
        ('"4e4e', '"4e', "Its front matter has no id of an entry."),
        ("page_mood: high", "page_mood: sideways", "“sideways” is not a choice for “Mood”."),
        ("page_count: -3", "page_count: many", "“many” is not a whole number for “How many”."),
        ("page_count: -3", "page_count: {a: 1}", "Its front matter holds a table where a value belongs."),
        ("page_host: Sam", "host: Sam", "There is no field called “host” here."),
        ("date: 2026-10-02T14:00:00+02:00", "date: 2026-10-32", "There is no “2026-10-32” in the calendar."),
        ("date: 2026-10-02T14:00:00+02:00\n", "", "Its front matter has no date."),
        ("created: 2026-10-02T12:30:00Z", "created: soon", "“soon” is not a moment in UTC for “created”."),
        ("page_learned -->\n## W", "page_seen -->\n## W", "It has two sections “page_seen”."),
    ],
)
def test_a_file_changed_beyond_reading_is_named(tmp_path: Path, old: str, new: str, reason: str) -> None:
    path = next(notes(tmp_path, PAGE).iterdir())
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    items, skipped = everything(markdown.read, tmp_path, TEMPLATES)

    assert not items
    assert [each.reason for each in skipped] == [reason]


def test_a_file_changed_by_hand_within_reason_is_read(tmp_path: Path) -> None:
    path = next(notes(tmp_path, PAGE).iterdir())
    text = path.read_text("utf-8")
    text = text.replace("date: 2026-10-02T14:00:00+02:00", "date: 2026-10-03 15:30")
    text = text.replace("## What I take home\n\n---", "---").replace("page_on: 2026-10-02\n", "page_on:\n")
    path.write_text(text, "utf-8")
    item = only(markdown.read, tmp_path, TEMPLATES)

    assert item.fields["when"] == "2026-10-03T15:30:00+02:00[Europe/Berlin]"
    assert item.fields["page_learned"] == "---\nkind: note\n---"
    assert "page_on" not in item.fields


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": "1F" * 32}, "Its id is not that of an entry."),
        ({"id": 7}, "Its id is not that of an entry."),
        ({"kind": "minutes"}, "There is no kind called “minutes”."),
        ({"kind": []}, "Its kind or its fields are not what they should be."),
        ({"fields": []}, "Its kind or its fields are not what they should be."),
        ({"fields": {"text": "x"}}, "It has no date."),
        ({"fields": {"when": "2026-11-17"}}, "“2026-11-17” is not a date and time with an offset."),
        ({"fields": {**NOTE.fields, "minutes": 1.5}}, "Its field “minutes” holds something that no field holds."),
        ({"fields": {**NOTE.fields, "minutes": 10**30}}, "That number is out of range for “Minutes”: 1 to 1,440."),
        ({"fields": {**NOTE.fields, "text": None}}, "Its field “text” holds something that no field holds."),
        ({"fields": {**NOTE.fields, "text": {"a": 1}}}, "Its field “text” holds something that no field holds."),
        ({"fields": {**NOTE.fields, "mood": "x"}}, "There is no field called “mood” here."),
        ({"fields": {**NOTE.fields, "page_x": "x"}}, "There is no field called “page_x” here."),
        ({"fields": {**NOTE.fields, "text": "x" * 300_000}}, TOO_LONG),
        ({"created": "2026-02-31T00:00:00Z"}, "“2026-02-31T00:00:00Z” is not a moment in UTC for “created”."),
        ({"deleted": True}, "“True” is not a moment in UTC for “deleted”."),
        ({"extra": 1}, "It has an unknown key “extra”."),
        ({}, "Its id is in this file twice."),
    ],
)
def test_one_bad_entry_is_named_and_the_rest_comes_in(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    path = journal(tmp_path, NOTE, NOTE, PAGE)
    whole = json.loads(path.read_text("utf-8"))
    whole["entries"][1] |= change
    path.write_text(json.dumps(whole))
    items, skipped = everything(own_json.read, path, TEMPLATES)

    assert len(items) == 2
    assert [(each.where, each.reason) for each in skipped] == [("journal.json, entry 2", reason)]


@pytest.mark.parametrize("key", ["id", "kind", "created", "fields"])
def test_an_entry_without_a_part_is_named(tmp_path: Path, key: str) -> None:
    path = journal(tmp_path, NOTE)
    whole = json.loads(path.read_text("utf-8"))
    del whole["entries"][0][key]
    path.write_text(json.dumps(whole))
    _, [skipped] = everything(own_json.read, path)

    assert skipped.reason == f"It has no {key}."


def test_a_newer_version_is_refused_by_name(tmp_path: Path) -> None:
    path = journal(tmp_path, NOTE)
    path.write_text(path.read_text("utf-8").replace('"version": 1,', '"version": 2,', 1), "utf-8")
    with pytest.raises(NewerFormat, match="is version 2 of peerlog's export; this release reads version 1"):
        everything(own_json.read, path)


@pytest.mark.parametrize(
    "text",
    [
        '{"format": "peerlog journal", "version": 1, "exported": "x"}',
        '{"format": "peerlog journal", "version": 1, "entries": {}}',
        '{"format": "peerlog journal", "version": 1, "entries": [], "more": 1}',
        '{"format": "peerlog journal", "version": "1", "entries": []}',
        '{"format": "peerlog journal", "version": true, "entries": []}',
        '{"format": "peerlog journal", "version": 0, "entries": []}',
        '{"format": "peerlog journal", "version": 1, "entries": [], "entries": []}',
        '{"format": "peerlog journal", "version": 1, "entries": [NaN]}',
        '{"format": "peerlog journal", "version": 1, "entries": [' + "9" * 10_000 + "]}",
        '{"format": "peerlog journal", "version": 1, "entries": ' + "[" * 100_000,
        '{"format": "peerlog journal", "version": 1, "entries": ' + '{"a":' * 100_000,
        '{"format": "peerlog journal", "version": 1, "entries": [',
        "{",
    ],
)
def test_a_damaged_document_is_damage(tmp_path: Path, text: str) -> None:
    path = tmp_path / "journal.json"
    path.write_text(text)
    with pytest.raises(Damaged) as damage:
        everything(own_json.read, path)

    assert damage.value.hint


def test_every_truncation_is_damage_and_yields_nothing(tmp_path: Path) -> None:
    data = journal(tmp_path, NOTE, PAGE).read_bytes()
    path = tmp_path / "broken.json"
    for length in [*range(1, len(data) - 2, 7), len(data) - 2]:
        path.write_bytes(data[:length])
        with pytest.raises(Damaged):
            next(own_json.read(path, zone="UTC", now=NOTE.when))


@pytest.mark.parametrize("text", ["", "words", "[]", '{"a": 1}', '{"metadata": {"version": "1.0"}, "entries": []}'])
def test_another_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "journal.json"
    path.write_text(text)
    with pytest.raises(Refused, match="is not"):
        everything(own_json.read, path)


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    with path.open("wb") as file:
        file.truncate(files.MOST_BYTES + 1)
    with pytest.raises(Refused, match="up to 512 MiB are read"):
        everything(own_json.read, path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is a folder; a file is needed"):
        everything(own_json.read, tmp_path)
