"""A log as one table, or as an overview of what is told at length below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ...domain.dates import MONTHS
from ...domain.minutes import say_minutes
from ...domain.prepared_record import PreparedField, PreparedPart
from ..document.model import Alignment, Break, Emphasis, Run, Runs, Strong, Table, Text

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_COLUMNS = 6
_MOST_BESIDE_EACH_OTHER = 5
"""Columns that fit across the page."""
_MOST_WORDS = 45
"""In one cell: what is longer reads better across the page."""
_LINE, _SHORT, _AROUND = 96, 16, 4
"""Letters on a line of the page, in the longest cell that stays on one line, and around a cell."""
_LEAST, _LONG_WORD, _MOST_WEIGHT = 10, 22, 80
"""Letters that a text has room for at least, in the longest word that is not broken, and that count for its share."""


def columns_of(part: PreparedPart) -> list[int]:
    """The numbers of the fields in which some item says something, in the order of the form."""
    width = len(part.items[0].fields) if part.items else 0
    return [number for number in range(width) if any(item.fields[number].text for item in part.items)]


def fits_into_table(part: PreparedPart) -> bool:
    """Whether it can be read as a table: few columns, and no text that is long or has paragraphs."""
    texts = [field for item in part.items for field in item.fields if field.is_prose]
    return 0 < len(columns_of(part)) <= _MOST_COLUMNS and all(
        field.words <= _MOST_WORDS and "\n\n" not in field.text for field in texts
    )


def log_table(part: PreparedPart) -> Table:
    """Every item a row, with what the lengths add up to."""
    columns = _stacked(part, columns_of(part))
    firsts = [[part.items[0].fields[number] for number in column] for column in columns]
    head = tuple(_cell(", ".join(_within(field.label, place) for place, field in enumerate(each))) for each in firsts)
    rows: list[tuple[Runs, ...]] = [
        tuple(_stack([item.fields[number] for number in column]) for column in columns) for item in part.items
    ]
    timed = [each[0].shape == "minutes" for each in firsts]
    if any(timed) and part.minutes and len(part.items) > 1:
        place = timed.index(True)
        total: list[Runs] = [()] * len(columns)
        total[place] = _strong(_together(say_minutes(part.minutes)))
        total[0 if place else min(1, len(columns) - 1)] = _strong("In all")
        rows.append(tuple(total))
    alignments: tuple[Alignment, ...] = tuple("end" if each else "start" for each in timed)
    return Table(head, tuple(rows), alignments=alignments, widths=_widths(rows, head))


def _stacked(part: PreparedPart, columns: list[int]) -> list[tuple[int, ...]]:
    """The columns; a line that few items have, or for which there is no room, stands under the words before it."""
    stacked: list[tuple[int, ...]] = []
    for left, number in enumerate(columns):
        told = sum(1 for item in part.items if item.fields[number].text)
        too_many = len(stacked) + len(columns) - left > _MOST_BESIDE_EACH_OTHER
        if stacked and _goes_under(part, stacked[-1], number) and (too_many or told * 2 < len(part.items)):
            stacked[-1] = (*stacked[-1], number)
        else:
            stacked.append((number,))
    return stacked


def _goes_under(part: PreparedPart, above: tuple[int, ...], number: int) -> bool:
    fields = part.items[0].fields
    is_words = fields[above[0]].is_prose or fields[above[0]].shape == "line"
    return len(above) == 1 and is_words and fields[number].shape == "line"


def _within(label: str, place: int) -> str:
    return label if place == 0 or label.isupper() else f"{label[:1].lower()}{label[1:]}"


def _stack(fields: Sequence[PreparedField]) -> Runs:
    """Cells under each other, without those that say nothing."""
    runs: list[Run] = []
    for field in fields:
        if cell := _short_cell(field):
            runs += [Break()] if runs else []
            runs += [Emphasis(cell)] if field is not fields[0] else cell
    return tuple(runs)


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


def _widths(rows: Sequence[tuple[Runs, ...]], head: Sequence[Runs]) -> tuple[int, ...]:
    """Shares of the width: what is short stays on one line, and words stay whole; the rest by how much there is."""
    short, least, weights = {}, {}, {}
    for place in range(len(head)):
        cells = [_lines_of(row[place]) for row in (head, *rows)]
        longest = [max(map(len, cell), default=0) for cell in cells]
        if max(longest) <= _SHORT:
            short[place] = max(longest) + _AROUND
            continue
        word = max(len(word) for cell in cells for line in cell for word in line.split())
        least[place] = max(_LEAST, min(word, _LONG_WORD)) + _AROUND // 2
        said = [len(" ".join(cell)) for cell in cells[1:]]
        weights[place] = min(_MOST_WEIGHT, (3 * sum(said) // len(said) + max(said)) // 4)
    left = max(0, _LINE - sum(short.values()) - sum(least.values()))
    shared = max(1, sum(weights.values()))
    return tuple(
        short[place] if place in short else least[place] + left * weights[place] // shared for place in range(len(head))
    )


def _lines_of(cell: Runs) -> list[str]:
    lines = [""]
    for run in cell:
        match run:
            case Text(words):
                lines[-1] += words
            case Strong(runs) | Emphasis(runs):
                first, *more = _lines_of(runs)
                lines[-1] += first
                lines += more
            case Break():
                lines.append("")
    return lines


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
