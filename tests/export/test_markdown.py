"""Entries as Markdown: what the files look like, and that any YAML reader finds the same in them."""

from __future__ import annotations

import string
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.hostile import texts
from tests.export.entries import entries, fields_of, prose
from tests.export.golden_entries import ENTRIES, NOTE

from peerlog.domain.entry import Entry
from peerlog.domain.field import Shape
from peerlog.domain.kinds import KINDS
from peerlog.export.layout_names import RESERVED, inside, outside
from peerlog.export.markdown import LONGEST_SLUG, document, filename, slug
from peerlog.export.markdown_layout import guard, marked_name, unguard
from peerlog.export.yaml_scalar import flow_list, scalar

GOLDEN = Path(__file__).parents[1] / "golden" / "export_v1" / "markdown"
LONGEST_NAME = 143
"""Bytes that the narrowest file systems in use (eCryptfs) leave for a name."""


def test_the_files_are_those_of_the_first_release() -> None:
    written = {filename(entry): document(entry, fields_of(entry)).encode() for entry in ENTRIES}

    assert written == {path.name: path.read_bytes() for path in GOLDEN.iterdir()}


@given(entries())
def test_another_yaml_reader_finds_the_same(entry: Entry) -> None:
    head = yaml.safe_load(document(entry, fields_of(entry)).split("---\n")[1])

    assert head["id"] == entry.id
    assert head["kind"] == entry.kind
    for name, field in fields_of(entry).items():
        if field.shape in (Shape.LINE, Shape.CHOICE, Shape.NUMBER, Shape.YES) and name in entry.fields:
            assert head[outside(name)] == entry.fields[name]
        elif field.shape in (Shape.TAGS, Shape.NAMES, Shape.LINKS) and name in entry.fields:
            assert tuple(head[name]) == entry.fields[name]


@given(
    st.one_of(
        st.text(st.characters(codec="utf-8")),
        prose.map(lambda raw: raw.encode("utf-8", "ignore").decode()),
    )
)
def test_a_text_in_yaml_stays_that_text(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar(text)}") == {"key": text}
    assert yaml.safe_load(f"key: {flow_list((text, 'b'))}") == {"key": [text, "b"]}
    assert "\n" not in scalar(text)


@pytest.mark.parametrize(
    "word", ["yes", "No", "ON", "null", "y", "true", "12", "1e3", "0x1f", "2026-11-17", "~", ".inf", "a: b", "a #b"]
)
def test_what_yaml_would_take_for_something_else_is_quoted(word: str) -> None:
    assert scalar(word) == f'"{word}"'


def test_plain_words_stay_plain() -> None:
    assert scalar("Ask before advising") == "Ask before advising"
    assert scalar(35) == "35"
    assert scalar(True) == "true"


@given(prose)
def test_guarded_prose_has_no_markers_and_comes_back(text: str) -> None:
    guarded = guard(text)

    assert unguard(guarded) == text
    assert not any(marked_name(line) for line in guarded.split("\n"))


def test_no_field_of_any_kind_meets_a_key_of_the_layout() -> None:
    names = {name for kind in KINDS.values() for name in kind.all_fields}

    assert not {outside(name) for name in names} & RESERVED
    assert {inside(outside(name)) for name in names} == names
    assert len({outside(name) for name in names}) == len(names)


@given(entries())
def test_a_file_name_is_safe_everywhere(entry: Entry) -> None:
    name = filename(entry)

    assert name.startswith(entry.when.day.isoformat() + "-")
    assert name.endswith(entry.id[:12] + ".md")
    assert len(name.encode()) <= LONGEST_NAME
    assert not set(name.removesuffix(".md")) & (set(string.punctuation) - {"-"})
    assert all(unicodedata.category(each)[0] in "LMN" for each in name if each not in "-.")
    assert name.isprintable()
    assert name == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ask before advising?", "ask-before-advising"),
        ("../../etc/passwd\0", "etc-passwd"),
        ("CON", "con"),
        ("Встреча с Сэмом", "встреча-с-сэмом"),
        ("日本語のタイトル", "日本語のタイトル"),
        ("क्षितिज", "क्षितिज"),
        ("❤️ heart", "heart"),
        ("a\u202eb\u200fc", "a-b-c"),
        ("🙂", ""),
        ("x" * 300, "x" * LONGEST_SLUG),
        ("word " * 50, "-".join(["word"] * 16)),
        ("é" * 100, "é" * (LONGEST_SLUG // 2)),
    ],
)
def test_words_become_a_slug(title: str, expected: str) -> None:
    assert slug(title) == expected


@given(texts)
def test_a_slug_is_short_and_stable(title: str) -> None:
    made = slug(title.encode("utf-8", "ignore").decode())

    assert len(made.encode()) <= LONGEST_SLUG
    assert slug(made) == made


def test_an_entry_without_words_is_named_by_its_day_and_id() -> None:
    entry = replace(NOTE, fields={"when": NOTE.fields["when"]})

    assert filename(entry) == "2026-11-17-1f1f1f1f1f1f.md"
    assert document(entry, fields_of(entry)).endswith("\ncreated: 2026-11-17T08:12:30Z\n---\n")
