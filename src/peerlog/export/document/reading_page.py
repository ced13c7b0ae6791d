"""A document as lines to be read on a screen: what each line is, and its words, without any mark-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import Literal, TypeAlias
from unicodedata import east_asian_width

from .model import (
    Block,
    Blocks,
    BulletList,
    Code,
    Document,
    Emphasis,
    Heading,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Rule,
    Runs,
    Strong,
    Table,
    words_of,
)
from .outline import outlined

Role: TypeAlias = Literal["title", "heading", "smaller", "head", "text", "quiet"]
"""The document's title, a heading, one beneath it, the head of a table, what is read, and what is beside that."""
Said: TypeAlias = tuple[Role, str]

_GAP = 2
_LEAST = 14
"""Cells for a column whose texts are broken into lines."""


def reading_lines(document: Document, width: int) -> Iterator[Said]:
    """Every line, an empty one between what stands apart; `width`, in cells, is kept by tables alone."""
    document = outlined(document)
    yield "title", document.title
    if document.notice:
        yield from (("text", ""), ("quiet", document.notice))
    if document.about:
        yield "text", ""
        yield from (("quiet", f"{name}: {value}") for name, value in document.about)
    yield from _apart(document.body, width)
    if document.closing:
        yield from (("text", ""), ("quiet", "─" * min(width, 20)))
        yield from _apart(document.closing, width)


def _apart(blocks: Blocks, width: int) -> Iterator[Said]:
    for block in blocks:
        yield "text", ""
        yield from _block(block, width)


def _together(blocks: Blocks, width: int) -> Iterator[Said]:
    for number, block in enumerate(blocks):
        if number:
            yield "text", ""
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[Said]:
    match block:
        case Heading(level, runs):
            yield "heading" if level == 1 else "smaller", " ".join(_words(runs).split())
        case Paragraph(runs):
            yield from (("text", line) for line in _words(runs).split("\n"))
        case BulletList(items):
            for item in items:
                yield from _under("• ", item, width)
        case NumberedList(items, start):
            for number, item in enumerate(items, start):
                yield from _under(f"{number}. ", item, width)
        case Quote(blocks):
            yield from _under("│ ", blocks, width, again="│ ")
        case Code(words):
            yield from (("text", f"    {line}") for line in words.split("\n"))
        case Rule():
            yield "quiet", "─" * min(width, 20)
        case Table():
            yield from _table(block, width)


def _under(mark: str, blocks: Blocks, width: int, again: str = "") -> Iterator[Said]:
    before = mark
    for role, line in _together(blocks, width - len(mark)):
        yield role, f"{before}{line}"
        before = again or " " * len(mark)


def _table(table: Table, width: int) -> Iterator[Said]:
    """In columns where they fit, the widest broken into lines; else each row as a few lines of its own."""
    if table.caption:
        yield "quiet", table.caption
    head = [_lines(cell) for cell in table.head]
    rows = [[_lines(cell) for cell in row] for row in table.rows]
    widths = _widths([head, *rows] if head else rows, width)
    if widths is None:
        yield from _row_by_row(table.head, rows)
        return
    at_end = [alignment == "end" for alignment in table.alignments]
    if head:
        yield from (("head", line) for line in _in_columns(head, widths, at_end))
    for row in rows:
        yield from (("text", line) for line in _in_columns(row, widths, at_end))


def _row_by_row(head: Sequence[Runs], rows: Iterable[list[list[str]]]) -> Iterator[Said]:
    labels = [" ".join(_words(cell).split()) for cell in head]
    for number, row in enumerate(rows):
        if number:
            yield "text", ""
        for place, cell in enumerate(row):
            label = f"{labels[place]}: " if labels and labels[place] else ""
            if any(cell):
                yield "text", label + " ".join(cell)


def _lines(cell: Runs) -> list[str]:
    return _words(cell).replace("\xa0", " ").rstrip().split("\n")


def _widths(rows: Sequence[Sequence[Sequence[str]]], width: int) -> list[int] | None:
    """Cells for each column; None where there is too little room for all of them."""
    if not rows:
        return []
    widths = [max(_cells(line) for row in rows for line in row[place]) for place in range(len(rows[0]))]
    over = sum(widths) + _GAP * (len(widths) - 1) - width
    while over > 0:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= _LEAST:
            return None
        second = max([_LEAST, *(each for place, each in enumerate(widths) if place != widest)])
        less = min(over, max(1, widths[widest] - second))
        widths[widest] -= less
        over -= less
    return widths


def _in_columns(row: Sequence[Sequence[str]], widths: Sequence[int], at_end: Sequence[bool]) -> Iterator[str]:
    broken = [
        [part for line in cell for part in (wrap(line, width) if _cells(line) > width else [line])]
        for cell, width in zip(row, widths, strict=True)
    ]
    for number in range(max(map(len, broken), default=0)):
        cells = [cell[number] if number < len(cell) else "" for cell in broken]
        padded = [_padded(*each) for each in zip(cells, widths, at_end, strict=True)]
        yield (" " * _GAP).join(padded).rstrip()


def _padded(words: str, width: int, at_end: bool) -> str:
    room = " " * max(0, width - _cells(words))
    return room + words if at_end else words + room


def _cells(words: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)


def _words(runs: Runs) -> str:
    """As `words_of`, with where a link leads."""
    said: list[str] = []
    for run in runs:
        match run:
            case Link(inner, address):
                words = _words(inner)
                said.append(words if run.names_itself else f"{words} ({address})" if words else address)
            case Strong(inner) | Emphasis(inner):
                said.append(_words(inner))
            case _:
                said.append(words_of((run,)))
    return "".join(said)
