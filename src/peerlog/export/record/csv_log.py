"""The logs of a record as CSV after RFC 4180, in UTF-8 without a byte order mark, one activity a row.

A cell that a spreadsheet would run as a formula gets a `'` before it, see `export.table`; numbers are numbers.
"""

from __future__ import annotations

import csv
import io
from datetime import date

from ...domain.prepared_record import PreparedRecord
from ..table import disarm
from .log_rows import cell_of, label_of, logs


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
    return f"{cell:.15g}" if isinstance(cell, float) else disarm(cell)
