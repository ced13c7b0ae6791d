"""The journal as CSV: its golden file, the way back, and cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.entries import TEMPLATES, entries, fields_of
from tests.export.golden_entries import ENTRIES

from peerlog.domain.entry import Entry
from peerlog.domain.field import Shape, Value
from peerlog.export.layout_names import RESERVED, inside
from peerlog.export.table import FIRST, chunks, columns, disarm

GOLDEN = Path(__file__).parents[1] / "golden" / "export_v1" / "journal.csv"
FORMULA_STARTS = "=+-@\t\r\0"
csv.field_size_limit(2**24)


def read_csv(text: str) -> list[dict[str, str]]:
    """The rows with what `disarm` added taken away again."""
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in rows]


def written(entry: Entry) -> dict[str, str]:
    return read_csv("".join(chunks([entry], TEMPLATES)))[0]


def test_the_document_has_every_cell_of_the_first_release() -> None:
    """Kinds have come to have more fields since, and with them the table more columns."""
    first = list(csv.reader(io.StringIO(GOLDEN.read_bytes().decode(), newline="")))
    now = list(csv.reader(io.StringIO("".join(chunks(ENTRIES, TEMPLATES)), newline="")))
    kept = [now[0].index(name) for name in first[0]]

    assert [[row[column] for column in kept] for row in now] == first
    assert {cell for row in now[1:] for column, cell in enumerate(row) if column not in kept} == {""}


def test_the_first_columns_are_fixed() -> None:
    assert columns()[:8] == FIRST == ("id", "kind", "when", "zone", "title", "text", "tags", "minutes")
    assert len(set(columns(TEMPLATES))) == len(columns(TEMPLATES))


@given(entries())
def test_every_field_comes_back(entry: Entry) -> None:
    row = written(entry)
    fields = fields_of(entry)
    found: dict[str, Value] = {}
    for column, cell in row.items():
        name = inside(column)
        if cell and name in entry.fields and column not in RESERVED and name != "when":
            shape = fields[name].shape if name in fields else None
            if shape is Shape.NUMBER:
                found[name] = int(cell)
            elif shape is Shape.YES:
                found[name] = cell == "yes"
            elif shape is Shape.TAGS:
                found[name] = tuple(cell.split(", "))
            else:
                found[name] = tuple(cell.split("\n")) if shape in (Shape.NAMES, Shape.LINKS) else cell
    left = json.loads(row["other"] or "{}")
    found |= {name: tuple(value) if isinstance(value, list) else value for name, value in left.items()}
    found["when"] = row["when"] + (f"[{row['zone']}]" if row["zone"] else "")

    assert found == entry.fields
    assert (row["id"], row["kind"], row["created"]) == (entry.id, entry.kind, entry.created)


@given(entries())
def test_no_cell_of_text_starts_a_formula(entry: Entry) -> None:
    rows = list(csv.reader(io.StringIO("".join(chunks([entry], TEMPLATES)), newline="")))
    numbers = {name for name, field in fields_of(entry).items() if field.shape is Shape.NUMBER}

    for name, cell in zip(*rows, strict=True):
        assert name in numbers or not cell.startswith(tuple(FORMULA_STARTS + "\n＝＋－＠"))


@given(st.text())
def test_disarming_can_be_undone(cell: str) -> None:
    assert disarm(cell).removeprefix("'") == cell


@pytest.mark.parametrize("start", [*FORMULA_STARTS, "\n", "＝", "＋", "－", "＠", "'"])
def test_each_start_of_a_formula_is_disarmed(start: str) -> None:
    assert disarm(start + "1+1") == "'" + start + "1+1"


def test_line_ends_are_those_of_the_standard() -> None:
    assert "".join(chunks([], {})) == ",".join(columns()) + "\r\n"


def test_many_rows_come_in_several_pieces_and_one_header() -> None:
    pieces = list(chunks([ENTRIES[0]] * 450, {}))

    assert len(pieces) == 3
    assert len(read_csv("".join(pieces))) == 450
