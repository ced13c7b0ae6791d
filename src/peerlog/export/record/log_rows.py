"""The logs of a record as rows: what is told of each activity, one a row, under the labels of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...domain.prepared_record import PreparedField, PreparedPart, PreparedRecord

_NUMBER = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?")
"""What a spreadsheet holds as a number, to the last digit."""


def logs(record: PreparedRecord) -> Iterator[PreparedPart]:
    """The parts with fields for each activity, those without any left out."""
    return (part for part in record.parts if part.items and not part.is_whole)


def cell_of(field: PreparedField) -> str | float | date:
    """A length in hours and a number as numbers, a day as a day, everything else as the text of the form."""
    if isinstance(field.value, int) and not isinstance(field.value, bool):
        return round(field.value / 60, 2)
    if field.shape == "number" and isinstance(field.value, str):
        return float(field.value.replace(",", ".")) if _NUMBER.fullmatch(field.value) else field.text
    if field.shape == "day" and isinstance(field.value, str):
        try:
            return date.fromisoformat(field.value)
        except ValueError:
            return field.text
    return field.text


def label_of(field: PreparedField) -> str:
    """The heading of its column; lengths are hours."""
    if field.shape == "minutes" and "hour" not in field.label.casefold():
        return f"{field.label} (hours)"
    return field.label
