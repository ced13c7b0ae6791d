"""The logs of a record as CSV after RFC 4180, in UTF-8 without a byte order mark, one activity a row.

A cell that a spreadsheet would run as a formula gets a `'` before it, see `export.table`; numbers are numbers. Where
semicolons part columns, as in much of Europe, quotation marks within a row protect nothing: what stands after one, or
at the beginning of a line, would be a cell of its own there, and gets a `'` too.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import date

from ...domain.prepared_record import PreparedRecord
from ..table import disarm
from .log_rows import cell_of, label_of, logs

_WITHIN = re.compile(r"([;\t\r\n][ \t]*)(?=[=+@\0＝＋－＠]|-(?! ))")


def csv_log(record: PreparedRecord) -> str:
    """One table of all parts: the first column names the part, a column that a part does not have is empty.

    Line ends are CRLF already.
    """
    parts = list(logs(record))
    columns = list(dict.fromkeys(label_of(field) for part in parts for field in part.items[0].fields))
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow([disarm(name) for name in ("Part", *columns)])
    for part in parts:
        for item in part.items:
            cells = {label_of(field): cell_of(field) for field in item.fields}
            writer.writerow([disarm(part.label), *(_written(cells.get(name, "")) for name in columns)])
    return page.getvalue()


def _written(cell: str | float | date) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:.15g}" if isinstance(cell, float) else _WITHIN.sub(r"\1'", disarm(cell))
