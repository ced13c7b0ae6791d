"""The worst text there is through every reader: kept safely or refused clearly, never raw, never an exception."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.hostile import UNSAFE, texts
from tests.export.golden_entries import NOTE
from tests.importing.reading import Reader, everything

from peerlog.domain.field import clean_fields
from peerlog.domain.kinds import KINDS
from peerlog.errors import Refused
from peerlog.importing import dayone, jrnl, markdown, own_json
from peerlog.importing.item import Item, Skipped

MARKUP = "[@click=app.quit]go[/] [/x] [bold]"


def as_jrnl_text(words: str) -> bytes:
    return f"[2026-11-17 19:40] {words}\n".encode("utf-8", "surrogatepass")


def as_jrnl_json(words: str) -> bytes:
    entry = {"title": words, "body": words, "date": "2026-11-17", "time": "19:40", "tags": [words]}
    return json.dumps({"tags": {}, "entries": [entry]}).encode()


def as_day_one(words: str) -> bytes:
    place = {"placeName": words, "country": words}
    entry = {"creationDate": "2026-11-17T19:40:00Z", "text": words, "tags": [words], "location": place}
    entries = [entry | {"timeZone": words}, entry | {"creationDate": words}, {words: words}]
    return json.dumps({"entries": entries}).encode()


def as_rich_text(words: str) -> bytes:
    rich = json.dumps({"contents": [{"text": words}, {"embeddedObjects": [{"type": words}]}]})
    return json.dumps({"entries": [{"creationDate": "2026-11-17T19:40:00Z", "richText": rich}]}).encode()


def as_markdown(words: str) -> bytes:
    said = json.dumps(words)
    return f"---\ntitle: {said}\ntags: [{said}]\n---\n{words}".encode("utf-8", "surrogatepass")


def as_front_matter(words: str) -> bytes:
    return f"---\n{words}\n---\nwords".encode("utf-8", "surrogatepass")


def as_own_markdown(words: str) -> bytes:
    said = json.dumps(words)
    head = f"peerlog: 1\nid: {'1f' * 32}\nkind: page\ndate: 2026-11-17\ntemplate: {said}\npage_x: {said}"
    text = f"---\n{head}\n{words}: {said}\n---\n\n{words}\n<!-- peerlog: page_y -->\n{words}"
    return text.encode("utf-8", "surrogatepass")


def as_own_json(words: str) -> bytes:
    entry = {"id": NOTE.id, "kind": "note", "created": NOTE.created}
    fields = {"when": NOTE.fields["when"], "title": words, "text": words, "tags": [words]}
    entries = [entry | {"fields": fields}, entry | {"kind": words, "fields": fields}, entry | {words: words}, words]
    return json.dumps({"format": "peerlog journal", "version": 1, "exported": words, "entries": entries}).encode()


FORMS: list[tuple[Reader, str, Callable[[str], bytes]]] = [
    (jrnl.read, "j.txt", as_jrnl_text),
    (jrnl.read, "j.json", as_jrnl_json),
    (dayone.read, "j.json", as_day_one),
    (dayone.read, "j.json", as_rich_text),
    (markdown.read, "n.md", as_markdown),
    (markdown.read, "n.md", as_front_matter),
    (markdown.read, "n.md", as_own_markdown),
    (own_json.read, "j.json", as_own_json),
]
by_form = pytest.mark.parametrize(("reader", "name", "form"), FORMS, ids=[form.__name__ for _, _, form in FORMS])


def expect_safe(items: list[Item], skipped: list[Skipped]) -> None:
    for item in items:
        assert item.kind in KINDS
        if item.kind != "page":
            assert clean_fields(item.fields, KINDS[item.kind].all_fields) == item.fields
        said = [item.where, *item.notes]
        for value in item.fields.values():
            said += [value] if isinstance(value, str) else list(value) if isinstance(value, tuple) else []
        assert not UNSAFE.search("".join(said))
        assert "\n" not in item.where + "".join(item.notes)
    for each in skipped:
        assert not UNSAFE.search(each.where + each.reason)
        assert "\n" not in each.where + each.reason
        assert each.where
        assert 0 < len(each.reason) <= 300


@by_form
@given(words=st.one_of(texts, st.text(alphabet="-:[]{}#&*!|>'\"%@`,? \n\tabc\0\x1b", max_size=60)))
def test_any_words_are_kept_safely_or_refused(
    reader: Reader, name: str, form: Callable[[str], bytes], words: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(form(words))
        try:
            found = everything(reader, path)
        except Refused:
            assert reader is jrnl.read  # a lone surrogate makes the whole file no text
            return
    expect_safe(*found)


@by_form
def test_markup_stays_the_words_it_is(reader: Reader, name: str, form: Callable[[str], bytes], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(form(MARKUP))
    items, skipped = everything(reader, tmp_path / name)

    expect_safe(items, skipped)
    if form is not as_front_matter and form is not as_own_markdown:
        assert any(MARKUP in str(item.fields.get("text", item.fields.get("title"))) for item in items)


@by_form
def test_ten_megabytes_are_refused_in_a_sentence(
    reader: Reader, name: str, form: Callable[[str], bytes], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(form("word " * 2_000_000))
    items, skipped = everything(reader, tmp_path / name)

    assert not items
    assert skipped
    assert any("KiB" in each.reason or "characters" in each.reason for each in skipped)


@pytest.mark.parametrize(
    "text",
    [
        "`" * 500_000,
        "# " + "# " * 250_000,
        "#" * 500_000,
        "[" * 500_000,
        "---\n" + "---x\n" * 90_000,
        "~~~" * 100_000,
        "\\" * 500_000,
        "![" * 200_000,
        "\x1b]" * 200_000,
        "\n" * 500_000,
        " " * 500_000 + "x",
    ],
    ids=lambda text: ascii(text[:4]),
)
@by_form
def test_no_text_takes_more_than_its_length(
    reader: Reader, name: str, form: Callable[[str], bytes], tmp_path: Path, text: str
) -> None:
    # A pattern that goes back over what it read would need minutes, and meet the time limit of the test.
    (tmp_path / name).write_bytes(form(text))
    expect_safe(*everything(reader, tmp_path / name))
