"""Day One's entries: what becomes of their text, dates, tags, places and media."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.importing.day_one_entries import ENTRY, UUID, plain
from tests.importing.reading import everything, only

from peerlog.errors import Damaged, Refused
from peerlog.importing import dayone
from peerlog.importing.dayone_richtext import as_markdown
from peerlog.importing.dayone_text import without_escapes


def test_an_entry_becomes_a_note(tmp_path: Path) -> None:
    item = only(dayone.read, plain(tmp_path, ENTRY))

    assert item.kind == "note"
    assert item.fields == {
        "title": "Castle",
        "text": "Well-kept lawns. (Again!)\n\n[photo]\n\nPlace: Dundas Castle, Edinburgh, United Kingdom",
        "when": "2024-04-16T22:15:30+01:00[Europe/Dublin]",
        "tags": ("day-trip", "family"),
    }
    assert item.origin == f"dayone:{UUID.lower()}"
    assert item.created == "2024-04-16T21:15:30Z"
    assert item.where == "Journal.json, entry 1 (2024-04-16)"
    assert item.notes == ("Photos stay in Day One.",)


@pytest.mark.parametrize(
    ("change", "when"),
    [
        ({"timeZone": "Asia/Tokyo"}, "2024-04-17T06:15:30+09:00[Asia/Tokyo]"),
        ({"timeZone": "GMT+0530"}, "2024-04-17T02:45:30+05:30"),
        ({"timeZone": "GMT-03:00"}, "2024-04-16T18:15:30-03:00"),
        ({"timeZone": "Mars/Olympus"}, "2024-04-16T23:15:30+02:00[Europe/Berlin]"),
        ({"timeZone": "../../etc/passwd"}, "2024-04-16T23:15:30+02:00[Europe/Berlin]"),
        ({"timeZone": None}, "2024-04-16T23:15:30+02:00[Europe/Berlin]"),
        ({"creationDate": "2024-04-16T21:15:30.123Z"}, "2024-04-16T22:15:30+01:00[Europe/Dublin]"),
        # Written as local midnight when a day is all that was given.
        ({"creationDate": "2024-04-16T23:00:00Z", "isAllDay": True}, "2024-04-17T12:00:00+01:00[Europe/Dublin]"),
    ],
)
def test_dates_are_seen_from_where_they_were_written(tmp_path: Path, change: dict[str, object], when: str) -> None:
    assert only(dayone.read, plain(tmp_path, ENTRY | change)).fields["when"] == when


def test_stars_and_pins_become_tags(tmp_path: Path) -> None:
    item = only(dayone.read, plain(tmp_path, ENTRY | {"starred": True, "isPinned": True, "tags": []}))

    assert item.fields["tags"] == ("pinned", "starred")


def test_media_leave_placeholders_and_are_reported(tmp_path: Path) -> None:
    text = (
        "![](dayone-moment:/video/6F9B2DC7EADE4242A80DC76470D2264E)\n"
        "![](dayone-moment:/audio/08514236013D4E4A9389BFDC24A5F727)\n"
        "![](dayone-moment:/pdfAttachment/08514236013D4E4A9389BFDC24A5F727)\n"
        "![](https://example.org/kept.png)"
    )
    item = only(dayone.read, plain(tmp_path, ENTRY | {"text": text, "location": None, "photos": [{}]}))

    assert item.fields["text"] == "[video]\n[audio]\n[pdf]\n![](https://example.org/kept.png)"
    assert item.notes == (
        "Photos stay in Day One.",
        "Videos stay in Day One.",
        "Sound recordings stay in Day One.",
        "PDF files stay in Day One.",
    )


def test_a_photo_without_words_is_an_entry(tmp_path: Path) -> None:
    bare = {"uuid": "A1", "creationDate": "2024-04-16T21:15:30Z", "photos": [{}, {}]}
    item = only(dayone.read, plain(tmp_path, bare))

    assert item.fields["text"] == "[photo]\n[photo]"


@pytest.mark.parametrize(
    ("escaped", "plainly"),
    [
        ("e\\-reader 1\\.5\\! \\(a\\) \\#x \\_y\\_ \\\\", "e-reader 1.5! (a) #x _y_ \\"),
        ("C:\\temp \\d", "C:\\temp \\d"),
        ("in `re\\.sub` code", "in `re\\.sub` code"),
        ("a\\.\n```\nb\\.\n```\nc\\.", "a.\n```\nb\\.\n```\nc."),
        ("```\nnever closed\\.", "```\nnever closed\\."),
        ("\\`not code\\.\\`", "`not code.`"),
    ],
)
def test_escapes_are_undone_outside_code(escaped: str, plainly: str) -> None:
    assert without_escapes(escaped) == plainly


RICH = {
    "contents": [
        {"attributes": {"line": {"header": 1}}, "text": "Header\n"},
        {"attributes": {"line": {"quote": True}}, "text": "Quote\n"},
        {"embeddedObjects": [{"type": "horizontalRuleLine"}]},
        {"text": "plain "},
        {"attributes": {"bold": True}, "text": "bold"},
        {"text": " and "},
        {"attributes": {"italic": True, "bold": True}, "text": "both\n"},
        {"attributes": {"line": {"listStyle": "bulleted", "indentLevel": 1}}, "text": "one\n"},
        {"attributes": {"line": {"listStyle": "bulleted", "indentLevel": 2}}, "text": "two\n"},
        {"attributes": {"line": {"listStyle": "checkbox", "checked": True}}, "text": "done\n"},
        {"attributes": {"line": {"listStyle": "numbered", "listIndex": 3}}, "text": "third\n"},
        {"attributes": {"inlineCode": True}, "text": "code"},
        {"text": "\n"},
        {"embeddedObjects": [{"type": "photo", "identifier": "A"}, {"type": "video"}]},
        {"text": "1984. was not escaped"},
    ]
}


def test_rich_text_becomes_markdown() -> None:
    text, media = as_markdown(json.dumps(RICH))

    assert text == (
        "# Header\n> Quote\n---\nplain **bold** and ***both***\n- one\n  - two\n- [x] done\n3. third\n`code`\n"
        "[photo]\n[video]\n1984. was not escaped"
    )
    assert media == {"photo": 1, "video": 1}


@pytest.mark.parametrize(
    "rich", ["", "{", "[]", "null", '{"contents": 3}', '{"contents": [1, {"text": 2}]}', "[" * 10**5]
)
def test_rich_text_that_is_none_is_empty(rich: str) -> None:
    assert as_markdown(rich) == ("", {})


def test_rich_text_stands_in_for_missing_text(tmp_path: Path) -> None:
    entry = ENTRY | {"text": None, "richText": json.dumps(RICH), "location": {}, "photos": []}
    item = only(dayone.read, plain(tmp_path, entry))

    assert item.fields["title"] == "Header"
    assert str(item.fields["text"]).startswith("> Quote\n---\n")
    assert item.notes == ("Photos stay in Day One.", "Videos stay in Day One.")


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (ENTRY | {"isTrashed": True}, "It is in Day One's bin."),
        (ENTRY | {"creationDate": None}, "It has no date."),
        (ENTRY | {"creationDate": "2024-02-31T10:00:00Z"}, "There is no “2024-02-31T10:00:00Z” in the calendar."),
        (ENTRY | {"creationDate": "soon"}, "“soon” is not a date that can be read."),
        ({"uuid": "A", "creationDate": "2024-04-16T21:15:30Z"}, "It is empty."),
        ({"uuid": "A", "creationDate": "2024-04-16T21:15:30Z", "text": " \n"}, "It is empty."),
        (ENTRY | {"text": "x" * 300_000}, "The text is 293 KiB long; one field holds up to 256 KiB."),
        (ENTRY, "It is in this export twice."),
        ("noise", "It is not an entry."),
    ],
)
def test_one_bad_entry_is_named_and_the_rest_comes_in(tmp_path: Path, entry: object, reason: str) -> None:
    items, skipped = everything(dayone.read, plain(tmp_path, ENTRY, entry, ENTRY | {"uuid": "B2"}))

    assert len(items) == 2
    assert [(each.where, each.reason) for each in skipped] == [("Journal.json, entry 2", reason)]


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_the_ends_of_the_calendar_end_nothing(tmp_path: Path, date: str) -> None:
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
        items, skipped = everything(dayone.read, plain(tmp_path, ENTRY | {"creationDate": date, "timeZone": zone}))
        assert len(items) + len(skipped) == 1


def test_an_entry_without_uuid_is_told_by_its_words(tmp_path: Path) -> None:
    without = {key: value for key, value in ENTRY.items() if key != "uuid"}
    once = only(dayone.read, plain(tmp_path, without))
    again = only(dayone.read, plain(tmp_path, without | {"starred": True}, name="Other.json"))

    assert once.origin == again.origin
    assert once.origin != only(dayone.read, plain(tmp_path, without | {"text": "other"})).origin


@pytest.mark.parametrize(
    "text", ['{"entries": [{"title": "T", "body": "b", "date": "2026-01-01"}]}', "{}", '{"entries": {}}']
)
def test_another_json_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "j.json").write_text(text)
    with pytest.raises(Refused, match="is not a Day One export"):
        everything(dayone.read, tmp_path / "j.json")


def test_a_damaged_export_is_told_from_another_file(tmp_path: Path) -> None:
    (tmp_path / "j.json").write_text(plain(tmp_path, ENTRY).read_text()[:-200])
    with pytest.raises(Damaged, match="breaks off"):
        everything(dayone.read, tmp_path / "j.json")
    (tmp_path / "j.json").write_text("just words")
    with pytest.raises(Refused, match="is not a JSON export"):
        everything(dayone.read, tmp_path / "j.json")
