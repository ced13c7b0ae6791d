"""What the documents say of formats is what is written."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.export.entries import TEMPLATES, fields_of
from tests.export.golden_entries import ENTRIES

from peerlog.domain.kinds import KINDS
from peerlog.export import own_json
from peerlog.export.markdown import document
from peerlog.export.table import columns
from peerlog.importing.front_matter import parse_front_matter, split_front_matter
from peerlog.importing.peerlog_markdown import is_own, read_own

DOCS = Path(__file__).parents[2] / "docs"
EXPORT = (DOCS / "export.md").read_text("utf-8")


def blocks(language: str = "") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", EXPORT, re.MULTILINE | re.DOTALL)


def test_the_example_in_markdown_is_read() -> None:
    [example] = [block for block in blocks() if block.startswith("---")]
    source, body = split_front_matter(example)
    head = parse_front_matter(source or "")

    assert head is not None
    assert is_own(head)
    item = read_own(head, body, "example", "UTC", {})
    assert item.kind == "reflection"
    assert item.fields["text"] == "What? I let the first presenter run twelve minutes over."


def test_the_example_in_json_has_the_keys_of_the_writer() -> None:
    [example] = [json.loads(block) for block in blocks("json")]
    written = json.loads("".join(own_json.chunks(ENTRIES[:1], "2026-11-21T21:54:56Z")))

    assert list(example) == list(written)
    assert list(example["entries"][0]) == list(written["entries"][0])


def test_the_table_of_fields_is_complete() -> None:
    rows = dict(re.findall(r"^\| ([\w-]+) \| (`.*|–) \|$", EXPORT, re.MULTILINE))

    assert {kind: re.findall(r"`(\w+)`", said)[: len(KINDS[kind].fields)] for kind, said in rows.items()} == {
        name: [field.name for field in kind.fields] for name, kind in KINDS.items()
    }


def test_the_first_columns_are_named_in_order() -> None:
    said = re.search(r"one row for each entry: (.*?), then the fields", EXPORT, re.DOTALL)

    assert said
    assert re.findall(r"`(\w+)`", said.group(1)) == list(columns()[:8])


def test_the_marker_of_the_example_is_what_is_written() -> None:
    [section] = [block for block in blocks() if block.startswith("<!--")]

    assert any(section.split("\n")[0] in document(entry, fields_of(entry)).split("\n") for entry in ENTRIES)
    assert "page_learned" in {field.name for field in TEMPLATES["visit"].fields}
