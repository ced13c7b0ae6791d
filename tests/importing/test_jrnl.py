"""jrnl journals: what jrnl 4.6 wrote, both ways, and what its other versions and its users' habits make of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.importing.reading import DATA, everything, only

from peerlog.errors import Damaged, Refused
from peerlog.importing import jrnl
from peerlog.importing.jrnl_text import split_title


def journal(folder: Path, text: str, name: str = "journal.txt") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_what_jrnl_wrote_is_read() -> None:
    items, skipped = everything(jrnl.read, DATA / "jrnl-4.6.txt")

    assert not skipped
    assert [(item.kind, item.fields) for item in items] == [
        (
            "note",
            {
                "title": "Chaired the set.",
                "text": "Let the first presenter run over. @chairing #sets/online",
                "when": "2026-11-17T19:40:00+01:00[Europe/Berlin]",
                "tags": ("chairing", "sets/online"),
            },
        ),
        (
            "note",
            {
                "title": "Ask before advising!* It worked, twice.",
                "when": "2026-11-18T07:05:00+01:00[Europe/Berlin]",
                "tags": ("starred",),
            },
        ),
        (
            "note",
            {
                "title": "A title on its own line",
                "text": "and a body\n\nwith [1] footnote\n[2] another: 東京。次の文。",
                "when": "2026-11-19T12:00:00+01:00[Europe/Berlin]",
            },
        ),
        ("note", {"title": "no full stop at all", "when": "2026-11-20T08:00:00+01:00[Europe/Berlin]"}),
        (
            "note",
            {"title": "東京で会った。", "text": "楽しかった。", "when": "2026-11-20T08:00:00+01:00[Europe/Berlin]"},
        ),
    ]
    assert [item.where for item in items] == [f"jrnl-4.6.txt, line {line}" for line in (1, 4, 6, 12, 14)]


def test_the_json_export_gives_the_same_items() -> None:
    from_text, _ = everything(jrnl.read, DATA / "jrnl-4.6.txt")
    from_json, skipped = everything(jrnl.read, DATA / "jrnl-4.6.json")

    assert not skipped
    assert [(item.origin, item.fields) for item in from_json] == [(item.origin, item.fields) for item in from_text]


def test_an_encrypted_journal_names_the_command_that_writes_it_out() -> None:
    with pytest.raises(Refused, match="is an encrypted jrnl journal") as refusal:
        everything(jrnl.read, DATA / "jrnl-4.6-encrypted.jrnl")

    assert refusal.value.hint == "Write it out first: jrnl --format json --file journal.json"


def test_the_older_encryption_is_recognised_too(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is an encrypted jrnl journal"):
        everything(jrnl.read, journal(tmp_path, "gAAAAABnabc=="))


def test_the_first_encryption_cannot_be_told_from_noise(tmp_path: Path) -> None:
    path = tmp_path / "journal.jrnl"
    path.write_bytes(bytes(range(256)))
    with pytest.raises(Refused, match="is not a text file") as refusal:
        everything(jrnl.read, path)

    assert "jrnl --format json" in refusal.value.hint


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("One. Two", "One.", "Two"),
        ("One line\nTwo. Three", "One line", "Two. Three"),
        ("Really?! (Yes.) Good", "Really?!", "(Yes.) Good"),
        ("v1.2 is out", "v1.2 is out", ""),
        ("「はい。」と言った", "「はい。", "」と言った"),
        ("", "", ""),
    ],
)
def test_titles_end_where_jrnl_ends_them(text: str, title: str, body: str) -> None:
    assert split_title(text) == (title, body)


@pytest.mark.parametrize(
    ("header", "when"),
    [
        ("[2026-11-17 07:40 PM]", "2026-11-17T19:40:00+01:00[Europe/Berlin]"),
        ("[2026-11-17 12:05 AM]", "2026-11-17T00:05:00+01:00[Europe/Berlin]"),
        ("[2026-11-17 19:40:31]", "2026-11-17T19:40:31+01:00[Europe/Berlin]"),
        ("[17.11.2026 19:40]", "2026-11-17T19:40:00+01:00[Europe/Berlin]"),
        ("[17/11/2026 19:40]", "2026-11-17T19:40:00+01:00[Europe/Berlin]"),
        ("[11/17/2026 19:40]", "2026-11-17T19:40:00+01:00[Europe/Berlin]"),
        ("[Tuesday, 17 November 2026 at 07:40 PM]", "2026-11-17T19:40:00+01:00[Europe/Berlin]"),
        ("[2026-11-17]", "2026-11-17T12:00:00+01:00[Europe/Berlin]"),
        ("2026-11-17 19:40", "2026-11-17T19:40:00+01:00[Europe/Berlin]"),
        # Daylight saving skips half past two on one day and repeats it on another.
        ("[2026-03-29 02:30]", "2026-03-29T03:30:00+02:00[Europe/Berlin]"),
        ("[2026-10-25 02:30]", "2026-10-25T02:30:00+02:00[Europe/Berlin]"),
    ],
)
def test_dates_in_any_common_setting(tmp_path: Path, header: str, when: str) -> None:
    assert only(jrnl.read, journal(tmp_path, f"{header} Title\nbody\n")).fields["when"] == when


def test_other_dates_of_the_journal_show_which_is_the_month(tmp_path: Path) -> None:
    text = "[03/04/2026 10:00] one\n\n[03/31/2026 10:00] two\n"
    items, _ = everything(jrnl.read, journal(tmp_path, text))

    assert [str(item.fields["when"])[:10] for item in items] == ["2026-03-04", "2026-03-31"]


@pytest.mark.parametrize("second", ["[05/06/2026 10:00] two", "[31/03/2026 10:00] two\n\n[03/31/2026 10:00] three"])
def test_a_month_that_could_be_a_day_is_not_guessed(tmp_path: Path, second: str) -> None:
    with pytest.raises(Refused, match="can be read in two ways, such as 03/04/2026"):
        everything(jrnl.read, journal(tmp_path, f"[03/04/2026 10:00] one\n\n{second}\n"))


def test_a_day_that_is_not_in_the_calendar_is_named_and_swallows_nothing(tmp_path: Path) -> None:
    text = "[2026-02-28 10:00] One\nkept\n\n[2026-02-31 10:00] Two\nlost\n\n[2026-03-01 10:00] Three\n"
    items, skipped = everything(jrnl.read, journal(tmp_path, text))

    assert [item.fields["title"] for item in items] == ["One", "Three"]
    assert items[0].fields["text"] == "kept"
    assert [(each.where, each.reason) for each in skipped] == [
        ("journal.txt, line 4", "There is no “2026-02-31 10:00” in the calendar.")
    ]


def test_brackets_that_hold_no_date_belong_to_the_text(tmp_path: Path) -> None:
    body = "[1] a footnote\n[reference] another\n[2026-11-17 is a date] but no header\n[x] done"
    item = only(jrnl.read, journal(tmp_path, f"[2026-11-17 19:40] Title\n{body}\n"))

    assert item.fields["text"] == body


def test_lines_before_the_first_date_are_named(tmp_path: Path) -> None:
    items, skipped = everything(jrnl.read, journal(tmp_path, "preface\n\n[2026-11-17 19:40] Title\n"))

    assert len(items) == 1
    assert skipped[0].reason == "These lines come before the first date."


def test_windows_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    item = only(jrnl.read, journal(tmp_path, "\ufeff[2026-11-17 19:40] Title\r\none\r\ntwo\r\n"))

    assert (item.fields["title"], item.fields["text"]) == ("Title", "one\ntwo")


def test_the_same_words_at_the_same_minute_are_two_entries_each_time(tmp_path: Path) -> None:
    path = journal(tmp_path, "[2026-11-17 19:40] Gym.\n\n[2026-11-17 19:40] Gym.\n")
    first, _ = everything(jrnl.read, path)
    second, _ = everything(jrnl.read, path)

    assert len({item.origin for item in first}) == 2
    assert [item.origin for item in first] == [item.origin for item in second]


def test_what_does_not_change_the_words_does_not_change_the_origin(tmp_path: Path) -> None:
    plain = only(jrnl.read, journal(tmp_path, "[2026-11-17 19:40] Title. Body\n"))
    starred = only(jrnl.read, journal(tmp_path, "[2026-11-17 19:40] Title. *\n\nBody\n", "other.txt"))
    [elsewhere], _ = everything(jrnl.read, journal(tmp_path, "[2026-11-17 19:40] Title. Body\n"), zone="Asia/Tokyo")
    changed = only(jrnl.read, journal(tmp_path, "[2026-11-17 19:40] Title. Other body\n"))

    assert plain.origin == starred.origin == elsewhere.origin != changed.origin
    assert starred.fields["tags"] == ("starred",)


def test_a_title_too_long_for_one_line_goes_into_the_text(tmp_path: Path) -> None:
    words = "word " * 150
    item = only(jrnl.read, journal(tmp_path, f"[2026-11-17 19:40] {words}\nbody\n"))

    assert "title" not in item.fields
    assert item.fields["text"] == f"{words.strip()}\nbody"


def test_tags_are_words_after_either_sign(tmp_path: Path) -> None:
    text = "[2026-11-17 19:40] With @Sam, mail a@b.org\n## Heading\n#agenda @Sam c#sharp (#not) #long" + "g" * 80
    item = only(jrnl.read, journal(tmp_path, text))

    assert item.fields["tags"] == ("Sam", "agenda")
    assert len(item.notes) == 1
    assert item.notes[0].startswith("Left out: The tag “longgg")


@pytest.mark.parametrize("text", ["", "just words\nand more", "[yesterday] no date"])
def test_a_file_without_dates_is_no_journal(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused, match="is not a jrnl journal"):
        everything(jrnl.read, journal(tmp_path, text))


def test_one_exported_entry_is_a_journal_of_one(tmp_path: Path) -> None:
    entry = {"title": "T", "body": "", "date": "2026-11-17", "time": "19:40", "tags": ["@x"], "starred": True}
    item = only(jrnl.read, journal(tmp_path, json.dumps(entry), "entry.json"))

    assert item.fields["tags"] == ("starred", "x")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"date": "2026-02-31"}, "There is no “2026-02-31 19:40” in the calendar."),
        ({"date": None}, "It has no date."),
        ({"title": 1}, "Its title, body, date or time is not a text."),
        ({"tags": "x"}, "Its tags are not a list."),
        ({"title": "", "body": " \n"}, "It is empty."),
        ({"body": "x" * 300_000}, "The text is 293 KiB long; one field holds up to 256 KiB."),
    ],
)
def test_one_bad_entry_is_named_and_the_rest_comes_in(tmp_path: Path, change: dict[str, object], reason: str) -> None:
    good = {"title": "T", "body": "b", "date": "2026-11-17", "time": "19:40", "tags": [], "starred": False}
    path = journal(tmp_path, json.dumps({"tags": {}, "entries": [good | change, "noise", good]}), "j.json")
    items, skipped = everything(jrnl.read, path)

    assert len(items) == 1
    assert [(each.where, each.reason) for each in skipped] == [
        ("j.json, entry 1", reason),
        ("j.json, entry 2", "It is not an entry."),
    ]


def test_a_json_export_that_breaks_off_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="breaks off at line 2"):
        everything(jrnl.read, journal(tmp_path, '{"entries": [\n{"title": "T', "j.json"))


def test_other_files_are_refused_with_the_reader_that_fits(tmp_path: Path) -> None:
    day_one = journal(tmp_path, '{"metadata": {"version": "1.0"}, "entries": [{"creationDate": "x"}]}', "d.json")
    with pytest.raises(Refused, match="is not a jrnl export") as refusal:
        everything(jrnl.read, day_one)

    assert "peerlog import dayone" in refusal.value.hint


@pytest.mark.parametrize("name", ["Journal.dayone", "classic"])
def test_a_day_one_classic_folder_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name / "entries").mkdir(parents=True)
    with pytest.raises(Refused, match="Day One Classic") as refusal:
        everything(jrnl.read, tmp_path / name)

    assert "jrnl --format json" in refusal.value.hint


def test_a_folder_journal_is_named(tmp_path: Path) -> None:
    (tmp_path / "2026" / "11").mkdir(parents=True)
    (tmp_path / "2026" / "11" / "17.txt").write_text("[2026-11-17 19:40] Title\n")
    with pytest.raises(Refused, match="is a folder, not a journal file") as refusal:
        everything(jrnl.read, tmp_path)

    assert "jrnl --format json" in refusal.value.hint


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"There is no “journal\.txt” here"):
        everything(jrnl.read, tmp_path / "journal.txt")
