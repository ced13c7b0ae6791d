"""A log as one table, or as an overview of what is told at length below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ...domain.dates import MONTHS
from ...domain.minutes import say_minutes
from ...domain.prepared_record import PreparedField, PreparedPart
from ..document.model import Alignment, Break, Run, Runs, Strong, Table, Text

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_COLUMNS = 6
_MOST_WORDS = 45
"""In one cell: what is longer reads better across the page."""
_LINE, _SHORT, _AROUND, _TEXT = 96, 16, 5, 22
"""Letters on a line of the page, in the longest cell that stays on one line, around a cell, and at least of a text."""


def columns_of(part: PreparedPart) -> list[int]:
    """The numbers of the fields in which some item says something, in the order of the form."""
    width = len(part.items[0].fields) if part.items else 0
    return [number for number in range(width) if any(item.fields[number].text for item in part.items)]


def fits_into_table(part: PreparedPart) -> bool:
    """Whether it can be read as a table: few columns, and no text that is long or has paragraphs."""
    texts = [field for item in part.items for field in item.fields if field.is_prose]
    return (
        bool(part.items)
        and len(columns_of(part)) <= _MOST_COLUMNS
        and all(field.words <= _MOST_WORDS and "\n\n" not in field.text for field in texts)
    )


def log_table(part: PreparedPart) -> Table:
    """Every item a row, with what the lengths add up to."""
    columns = columns_of(part)
    first = [part.items[0].fields[number] for number in columns]
    rows = [[item.fields[number] for number in columns] for item in part.items]
    return _table([field.label for field in first], rows, [field.shape == "minutes" for field in first], part)


def overview(part: PreparedPart) -> Table:
    """Number, day, title and length of each item, under which the rest of it stands."""
    timed = any(item.minutes for item in part.items)
    days = [item.day is not None for item in part.items]
    head: list[Runs] = [_cell("No."), *([_cell("Date")] if any(days) else []), _cell("Activity")]
    head += [_cell("Time")] if timed else []
    rows: list[tuple[Runs, ...]] = []
    for number, item in enumerate(part.items, 1):
        day = [_cell(_short_day(item.day) if item.day else "")] if any(days) else []
        row = [_cell(str(number)), *day, _cell(item.title)]
        rows.append((*row, *([_cell(_together(say_minutes(item.minutes)) if item.minutes else "")] if timed else [])))
    if timed:
        rows.append((*((),) * (len(head) - 2), _strong("In all"), _strong(_together(say_minutes(part.minutes)))))
    alignments: list[Alignment] = ["end" if timed and place == len(head) - 1 else "start" for place in range(len(head))]
    return Table(tuple(head), tuple(rows), alignments=tuple(alignments), widths=_widths(rows, head))


def _table(labels: Sequence[str], fields: list[list[PreparedField]], timed: list[bool], part: PreparedPart) -> Table:
    head = tuple(_cell(label) for label in labels)
    rows: list[tuple[Runs, ...]] = [tuple(_short_cell(field) for field in row) for row in fields]
    if any(timed) and part.minutes and len(part.items) > 1:
        place = timed.index(True)
        total: list[Runs] = [()] * len(labels)
        total[place] = _strong(_together(say_minutes(part.minutes)))
        total[0 if place else min(1, len(labels) - 1)] = _strong("In all")
        rows.append(tuple(total))
    alignments: tuple[Alignment, ...] = tuple("end" if each else "start" for each in timed)
    return Table(head, tuple(rows), alignments=alignments, widths=_widths(rows, head))


def _widths(rows: Sequence[tuple[Runs, ...]], head: Sequence[Runs]) -> tuple[int, ...]:
    """Shares of the width: what is short stays on one line, and texts get the rest by how much there is of them."""
    short, texts = {}, {}
    for place in range(len(head)):
        lengths = [_length(row[place]) for row in (head, *rows)]
        if max(lengths) <= _SHORT:
            short[place] = max(lengths) + _AROUND
        else:
            said = [length for length in lengths[1:] if length] or lengths
            texts[place] = min(80, max(_TEXT, (sum(said) // len(said) + max(said)) // 2))
    left = max(_LINE - sum(short.values()), _TEXT * len(texts))
    shared = sum(texts.values())
    return tuple(short[place] if place in short else left * texts[place] // shared for place in range(len(head)))


def _length(cell: Runs) -> int:
    words = [run.words for run in cell if isinstance(run, Text)]
    words += [inner.words for run in cell if isinstance(run, Strong) for inner in run.runs if isinstance(inner, Text)]
    return sum(map(len, words))


def _short_cell(field: PreparedField) -> Runs:
    """A day as `8 Jan 2026`, and it and a length in one piece."""
    if field.shape == "minutes":
        return _cell(_together(field.text))
    if field.shape == "day" and isinstance(field.value, str) and _ISO.fullmatch(field.value):
        return _cell(_short_day(date.fromisoformat(field.value)))
    return _cell(field.text)


def _short_day(day: date) -> str:
    return _together(f"{day.day} {MONTHS[day.month - 1][:3].capitalize()} {day.year}")


def _together(words: str) -> str:
    """With blanks at which no line ends."""
    return words.replace(" ", "\u00a0")


def _cell(words: str) -> Runs:
    runs: list[Run] = []
    for line in words.split("\n"):
        runs += [Text(line), Break()]
    return tuple(runs[:-1]) if words else ()


def _strong(words: str) -> Runs:
    return (Strong((Text(words),)),)
