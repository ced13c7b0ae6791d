"""The logs of a record as a workbook (.xlsx): a sheet for each part, and one for what is said once.

Texts are written as texts, and those that look like formulas are marked as such too, so that they stay texts when
somebody edits them; lengths are hours and days are days.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ...domain.prepared_record import PreparedPart, PreparedRecord
from ..document.model import lines
from .layout import record_title
from .log_rows import cell_of, label_of, logs

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LOOKS_LIKE_FORMULA = re.compile("[=+\\-@\t\r\n＝＋－＠']")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_LONGEST_CELL = 32_767
_NARROWEST, _WIDEST = 10, 60
"""In letters, of a column."""
_LINE_HEIGHT, _TALLEST = 15, 409
"""In points, of a row."""


def xlsx_log(record: PreparedRecord, *, on: date) -> bytes:
    """The workbook, dated midnight UTC of that day; it is made in memory and nothing of it touches the disk."""
    import xlsxwriter

    page = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(page, options)
    book.set_properties(
        {
            "title": record_title(record),
            "author": record.author,
            "created": datetime(on.year, on.month, on.day, tzinfo=UTC),
        }
    )
    sheets = _Sheets(book)
    for part in logs(record):
        sheets.log(part)
    sheets.answers([part for part in record.parts if part.is_whole])
    book.close()
    return page.getvalue()


class _Sheets:
    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._names: set[str] = set()
        around = {"text_wrap": True, "valign": "top"}
        self._head = book.add_format({"bold": True, "bottom": 1, **around})
        self._text = book.add_format(around)
        self._guarded = book.add_format({"quote_prefix": True, **around})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        self._number = book.add_format({"num_format": "0.00", "valign": "top", "align": "right", "indent": 1})

    def log(self, part: PreparedPart) -> None:
        sheet = self._sheet(part.label)
        rows = [[cell_of(field) for field in item.fields] for item in part.items]
        labels = [label_of(field) for field in part.items[0].fields]
        self._put_all(sheet, labels, rows)
        sheet.autofilter(0, 0, len(rows), len(labels) - 1)

    def answers(self, parts: list[PreparedPart]) -> None:
        rows: list[list[str | float | date]] = [
            [part.label, field.label, field.text]
            for part in parts
            for item in part.items
            for field in item.fields
            if field.text
        ]
        if rows or not self._names:
            self._put_all(self._sheet("Answers"), ["Part", "Field", "Answer"], rows)

    def _put_all(self, sheet: Worksheet, labels: list[str], rows: list[list[str | float | date]]) -> None:
        widths = []
        for column, label in enumerate(labels):
            sheet.write_string(0, column, lines(label), self._head)
            longest = max((len(str(row[column])) for row in rows), default=0)
            widths.append(min(_WIDEST, max(_NARROWEST, longest + 2, len(label) + 4)))
            sheet.set_column(column, column, widths[-1])
        for number, row in enumerate(rows, 1):
            if (height := _height(row, widths)) > _LINE_HEIGHT:  # not every program makes room by itself
                sheet.set_row(number, height)
            for column, cell in enumerate(row):
                self._put(sheet, number, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)

    def _put(self, sheet: Worksheet, row: int, column: int, cell: str | float | date) -> None:
        if isinstance(cell, date):
            sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), self._day)
        elif isinstance(cell, float):
            sheet.write_number(row, column, cell, self._number)
        elif cell:
            sheet.write_string(row, column, _fitted(lines(cell)), self._form_of(cell))

    def _form_of(self, cell: str) -> Format:
        return self._guarded if _LOOKS_LIKE_FORMULA.match(cell) else self._text

    def _sheet(self, label: str) -> Worksheet:
        """A sheet with a name that there is not yet."""
        stem = _NOT_IN_NAMES.sub("-", lines(label)).strip("' ")[: _LONGEST_NAME - 4] or "Log"
        name, number = stem, 1
        while name.casefold() in self._names or name.casefold() == "history":
            number += 1
            name = f"{stem} {number}"
        self._names.add(name.casefold())
        return self._book.add_worksheet(name)


def _height(row: Sequence[str | float | date], widths: Sequence[int]) -> int:
    """Of a row in points, with room for all lines of its texts, also where letters are wide."""
    most = max(
        (
            sum(1 + len(line) * 8 // (width * 7) for line in cell.split("\n"))
            for cell, width in zip(row, widths, strict=True)
            if isinstance(cell, str) and (len(cell) > width or "\n" in cell)
        ),
        default=1,
    )
    return min(_TALLEST, most * _LINE_HEIGHT)


def _fitted(text: str) -> str:
    """As much as a cell holds; the document has all of it."""
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"
