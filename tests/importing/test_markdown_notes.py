"""What one Markdown file becomes: its title, date and tags, as Obsidian and its like write them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.importing.reading import everything, only

from peerlog.importing import markdown
from peerlog.importing.item import Item

MODIFIED = 1_700_000_000
MODIFIED_WHEN = "2023-11-14T23:13:20+01:00[Europe/Berlin]"


def note(folder: Path, text: str, name: str = "a note.md") -> Item:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    os.utime(path, (MODIFIED, MODIFIED))
    return only(markdown.read, folder)


def refusal(folder: Path, text: str) -> str:
    (folder / "a.md").write_text(text, "utf-8")
    items, [skipped] = everything(markdown.read, folder)
    assert not items
    return skipped.reason


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("2024-03-01", "2024-03-01T12:00:00+01:00[Europe/Berlin]"),
        ("2024-03-01 19:30", "2024-03-01T19:30:00+01:00[Europe/Berlin]"),
        ("2024-03-01T19:30:15", "2024-03-01T19:30:15+01:00[Europe/Berlin]"),
        ("2024-03-01T19:30:15.25", "2024-03-01T19:30:15+01:00[Europe/Berlin]"),
        ("2024-03-01 19:30:00 +0900", "2024-03-01T19:30:00+09:00"),
        ("2024-03-01T19:30:00-05:00", "2024-03-01T19:30:00-05:00"),
        ("2024-03-01T19:30:00Z", "2024-03-01T20:30:00+01:00[Europe/Berlin]"),
        ("2024-03-01T19:30:00+09:00[Asia/Tokyo]", "2024-03-01T19:30:00+09:00[Asia/Tokyo]"),
        ("'2024-03-01'", "2024-03-01T12:00:00+01:00[Europe/Berlin]"),
        ('"[[2024-03-01]]"', "2024-03-01T12:00:00+01:00[Europe/Berlin]"),
        ("20240301", "2024-03-01T12:00:00+01:00[Europe/Berlin]"),
        ("202403011930", "2024-03-01T19:30:00+01:00[Europe/Berlin]"),
        ("1.3.2024 19.30", "2024-03-01T19:30:00+01:00[Europe/Berlin]"),
        ("31/3/2024", "2024-03-31T12:00:00+02:00[Europe/Berlin]"),
        ("Friday, March 1, 2024 7:30 PM", "2024-03-01T19:30:00+01:00[Europe/Berlin]"),
        ("1 Mar 2024", "2024-03-01T12:00:00+01:00[Europe/Berlin]"),
        ("1815-06-18", "1815-06-18T12:00:00+00:53[Europe/Berlin]"),
    ],
)
def test_dates_in_front_matter(tmp_path: Path, said: str, when: str) -> None:
    assert note(tmp_path, f"---\ndate: {said}\n---\nwords").fields["when"] == when


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("2024-02-31", "There is no “2024-02-31” in the calendar."),
        ("03/04/2024", "“03/04/2024” can be read in two ways: which is the month?"),
        ("yesterday", "“yesterday” is not a date that can be read."),
        ("2024-03-01 25:00", "“2024-03-01 25:00” has no possible time of day."),
        ("2024-03-01 10:00 +99:00", "“2024-03-01 10:00 +99:00” has no possible offset from UTC."),
        ("2024-03-01T10:00:00[Mars/Base]", "There is no time zone called “Mars/Base”."),
        ("[2024-03-01]", "Its “date” is a list, not a date."),
        ("0001-01-01T00:00:00+14:00", "“0001-01-01 00:00:00+14:00” lies outside the years 1 to 9999."),
        ("x" * 5000, f"“{'x' * 39}…” is not a date that can be read."),
    ],
)
def test_dates_that_are_none_are_refused_by_name(tmp_path: Path, said: str, reason: str) -> None:
    assert refusal(tmp_path, f"---\ndate: {said}\n---\nwords") == reason


@pytest.mark.parametrize("key", ["created", "Created", "datetime", "date created", "creation_date"])
def test_other_words_for_the_date(tmp_path: Path, key: str) -> None:
    assert str(note(tmp_path, f"---\n{key}: 2024-03-01\n---\nwords").fields["when"]).startswith("2024-03-01T12:00")


@pytest.mark.parametrize(
    ("name", "when", "title"),
    [
        ("2024-03-01.md", "2024-03-01T12:00:00+01:00[Europe/Berlin]", None),
        ("2024-03-01 Standup with Sam.md", "2024-03-01T12:00:00+01:00[Europe/Berlin]", "Standup with Sam"),
        ("2024-03-01 1930.md", "2024-03-01T19:30:00+01:00[Europe/Berlin]", None),
        ("2024-03-01T19-30-15 Late.md", "2024-03-01T19:30:15+01:00[Europe/Berlin]", "Late"),
        ("2024-03-01 at 19.30 Late.md", "2024-03-01T19:30:00+01:00[Europe/Berlin]", "Late"),
        ("2024-03-01-my-first-post.md", "2024-03-01T12:00:00+01:00[Europe/Berlin]", "my first post"),
        ("2024_03_01.md", "2024-03-01T12:00:00+01:00[Europe/Berlin]", None),
        ("20240301.md", "2024-03-01T12:00:00+01:00[Europe/Berlin]", None),
        ("202403011930 Zettel.md", "2024-03-01T19:30:00+01:00[Europe/Berlin]", "Zettel"),
        ("Standup 2024-03-01.md", "2024-03-01T12:00:00+01:00[Europe/Berlin]", "Standup"),
        ("2024/03/01.md", "2024-03-01T12:00:00+01:00[Europe/Berlin]", None),
        ("2024-02-31 no such day.md", MODIFIED_WHEN, "2024-02-31 no such day"),
        ("call 0441234567.md", MODIFIED_WHEN, "call 0441234567"),
        ("99990101.md", MODIFIED_WHEN, "99990101"),
        ("well-kept_lawns.md", MODIFIED_WHEN, "well kept lawns"),
        ("well-kept lawns.md", MODIFIED_WHEN, "well-kept lawns"),
        ("v1.2.md", MODIFIED_WHEN, "v1.2"),
    ],
)
def test_file_names_give_what_is_missing(tmp_path: Path, name: str, when: str, title: str | None) -> None:
    item = note(tmp_path, "words", name)

    assert item.fields["when"] == when
    assert item.fields.get("title") == title


def test_front_matter_comes_before_the_file_name(tmp_path: Path) -> None:
    item = note(tmp_path, "---\ntitle: Yes\ndate: 2024-03-02\n---\nwords", "2024-03-01 other.md")

    assert item.fields == {"title": "Yes", "text": "words", "when": "2024-03-02T12:00:00+01:00[Europe/Berlin]"}


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("# Heading\n\nwords", "Heading", "words"),
        ("\n\n#  Heading ##\nwords", "Heading", "words"),
        ("# C#\nwords", "C#", "words"),
        ("## Second level\nwords", "a note", "## Second level\nwords"),
        ("#tag words", "a note", "#tag words"),
        ("words\n# Heading", "a note", "words\n# Heading"),
        ("# " + "x" * 600, "a note", "# " + "x" * 600),
        ("---\ntitle: Heading\n---\n# HEADING\nwords", "HEADING", "words"),
        ("---\ntitle: Other\n---\n# Heading\nwords", "Other", "# Heading\nwords"),
        ("---\ntitle: 2024-03-01\n---\nwords", "2024-03-01", "words"),
        ("---\ntitle: yes\n---\nwords", "yes", "words"),
        ("---\ntitle: >\n  two\n  lines\n---\nwords", "two lines", "words"),
        ("---\ntitle: ~\n---\nwords", "a note", "words"),
        ("---\nonly a rule\n---\nwords", "a note", "---\nonly a rule\n---\nwords"),
        ("---\nnever closed", "a note", "---\nnever closed"),
        ("    code first\nwords", "a note", "    code first\nwords"),
    ],
)
def test_titles_and_texts(tmp_path: Path, text: str, title: str, rest: str) -> None:
    item = note(tmp_path, text)

    assert item.fields["title"] == title
    assert item.fields["text"] == rest


@pytest.mark.parametrize(
    ("head", "tags"),
    [
        ("tags: [one, 'two words', three]", ("one", "three", "two-words")),
        ("tags:\n  - one\n  - Two", ("Two", "one")),
        ("tags: one, two words", ("one", "two-words")),
        ("tags: one two", ("one", "two")),
        ("tags: '#one #two'", ("one", "two")),
        ("tags: #one #two", ("one", "two")),
        ("Tags: [#one, two]", None),
        ("tag: one", ("one",)),
        ("tags: [2024, on, null]", ("2024", "on")),
        ("tags:", None),
        ("tags: []", None),
    ],
)
def test_tags_in_front_matter(tmp_path: Path, head: str, tags: tuple[str, ...] | None) -> None:
    text = f"---\n{head}\n---\nwords"
    if "[#" in head:
        assert refusal(tmp_path, text) == "Its front matter is broken in line 3: did not find expected node content."
    else:
        assert note(tmp_path, text).fields.get("tags") == tags


def test_tags_in_the_text_join_those_of_the_front_matter(tmp_path: Path) -> None:
    text = "---\ntags: [One]\n---\n# Heading\n#one #two/three c#sharp\n```\n#include\n```\n`#inline` #1"

    assert note(tmp_path, text).fields["tags"] == ("One", "two/three")


def test_what_stays_behind_is_said(tmp_path: Path) -> None:
    head = (
        "aliases: [x]\ncssclasses: wide\ncreated: 2024-03-01\ndate: 2024-03-02\nempty:\nnone: []\ntags: ['"
        + "g" * 80
        + "']"
    )
    item = note(tmp_path, f"---\n{head}\n---\nwords")

    assert [note.partition(":")[0] for note in item.notes] == ["Left out", "Not carried over from the front matter"]
    assert item.notes[1] == "Not carried over from the front matter: aliases, created, cssclasses."


def test_a_title_that_is_none_is_said_to_stay_behind(tmp_path: Path) -> None:
    item = note(tmp_path, "---\ntitle: [a, b]\n---\nwords")

    assert item.fields["title"] == "a note"
    assert item.notes == ("Not carried over from the front matter: title.",)


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("title: a: b", "Its front matter is broken in line 2: mapping values are not allowed in this context."),
        ("ok: 1\n\ttitle: x", "Its front matter is broken in line 3: found a tab character that violates indentation."),
        ("a: &x 1\nb: *x", "Its front matter refers to itself in line 2, which is not read."),
        ("a: 1\nb: *x", "Its front matter refers to itself in line 3, which is not read."),
        ("a: 1\na: 2", "Its front matter says “a” twice, again in line 3."),
        ("{{date}}: x", "Its front matter has more than a word before the colon in line 2."),
        ("a: " + "[" * 1000 + "]" * 1000, "Its front matter nests too deep in line 2."),
        ("Träume: 1\nbad: \0", "Its front matter has a control character in line 3."),
        ("a: \x1b[31m", "Its front matter has a control character in line 2."),
    ],
)
def test_broken_front_matter_is_named_with_its_line(tmp_path: Path, head: str, reason: str) -> None:
    assert refusal(tmp_path, f"---\n{head}\n---\nwords") == reason


@pytest.mark.parametrize("text", ["---\ntitle: T\ndate: 2024-03-01\nwords", "---\n\ntags:\n  - one\n", "---\ntitle:"])
def test_front_matter_that_has_no_end_is_named(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, text) == "Its front matter has no end: a line --- is missing."


@pytest.mark.parametrize("text", ["---\nWords under a rule.", "---", "----\ntitle: no\n", "---\nhttp://example.org\n"])
def test_a_rule_at_the_head_begins_no_front_matter(tmp_path: Path, text: str) -> None:
    assert note(tmp_path, text).fields["text"] == text.strip("\n")


def test_a_small_text_that_would_grow_large_is_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]

    assert refusal(tmp_path, "---\n" + "\n".join(lines) + "\n---\n").startswith("Its front matter refers to itself")


def test_a_tag_of_yaml_runs_nothing(tmp_path: Path) -> None:
    item = note(tmp_path, "---\ntitle: !!python/object/apply:os.abort []\ndate: 2024-03-01\n---\nwords")

    assert item.fields["text"] == "words"


def test_without_libyaml_the_same_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    from peerlog.importing import front_matter

    text = "---\ntitle: 'T: x'\ntags: [a, b]\ndate: 2024-03-01\n---\nwords"
    fast = note(tmp_path, text)
    front_matter._loader.cache_clear()
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    try:
        assert note(tmp_path, text) == fast
        (tmp_path / "a note.md").unlink()
        assert refusal(tmp_path, "---\nTräume: 1\nbad: \0\n---\n").endswith("control character in line 3.")
    finally:
        front_matter._loader.cache_clear()
