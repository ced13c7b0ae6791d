"""The journal as a table: CSV after RFC 4180, in UTF-8 without a byte order mark, one entry a row.

A cell that a spreadsheet would run as a formula gets a `'` before it. So that this can be undone, a cell that begins
with `'` gets another: whoever reads takes one leading `'` away. Tags are joined by commas; names and links, which may
hold commas, by line ends.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping

from ..domain.entry import Entry
from ..domain.field import Fields, Value
from ..domain.kinds import KINDS
from ..domain.template import PageTemplate
from .layout_names import outside

FIRST = ("id", "kind", "when", "zone", "title", "text", "tags", "minutes")
_ROWS_AT_ONCE = 200
# OWASP's list (ASVS 1.2.10), the line feed, and the full-width forms that East Asian spreadsheets take for the same.
_STARTS_FORMULA = re.compile("[=+\\-@\t\r\n\0＝＋－＠']")


def columns(templates: Mapping[str, PageTemplate] | None = None) -> tuple[str, ...]:
    """The columns, in order: the first eight, the fields of each kind and template, `created`, `space`, `other`."""
    own = [outside(field.name) for kind in KINDS.values() for field in kind.fields]
    pages = [field.name for template in (templates or {}).values() for field in template.fields]
    return (*dict.fromkeys((*FIRST, *own, "links", "parent", *pages, "created", "space", "other")),)


def chunks(entries: Iterable[Entry], templates: Mapping[str, PageTemplate] | None = None) -> Iterator[str]:
    """The document piece by piece. Line ends are already CRLF: write with `newline=""`.

    `other` holds, as a JSON object, fields that have no column, such as those of a template that is gone.
    """
    names = columns(templates)
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(names)
    for number, entry in enumerate(entries, 1):
        writer.writerow(_row(entry, names))
        if number % _ROWS_AT_ONCE == 0:
            yield page.getvalue()
            page.seek(0)
            page.truncate()
    yield page.getvalue()


def disarm(cell: str) -> str:
    """`cell` as a spreadsheet shows it without running it."""
    return "'" + cell if _STARTS_FORMULA.match(cell) else cell


def _row(entry: Entry, names: tuple[str, ...]) -> list[str | int]:
    when = entry.when
    cells: dict[str, str | int] = {
        **{outside(name): _cell(name, value) for name, value in entry.fields.items()},
        "id": disarm(entry.id),
        "kind": disarm(entry.kind),
        "when": when.local.isoformat(timespec="seconds"),
        "zone": disarm(when.zone),
        "created": disarm(entry.created),
        "space": disarm(entry.space),
        "other": _other(entry.fields, names),
    }
    return [cells.get(name, "") for name in names]


def _cell(name: str, value: Value) -> str | int:
    if value is True:
        return "yes"
    if isinstance(value, tuple):
        return disarm((", " if name == "tags" else "\n").join(value))
    return disarm(value) if isinstance(value, str) else value


def _other(fields: Fields, names: tuple[str, ...]) -> str:
    left = {name: fields[name] for name in sorted(fields) if outside(name) not in names}
    return json.dumps(left, ensure_ascii=False) if left else ""
