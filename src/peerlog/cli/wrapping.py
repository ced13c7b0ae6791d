"""Text wrapped to a number of terminal cells, with some of its words marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..domain.word_difference import words
from .layout import width


class Stretch(NamedTuple):
    """Some words, and whether they stand out."""

    text: str
    marked: bool = False


class Line(NamedTuple):
    stretches: tuple[Stretch, ...]


def cells_of(line: Line) -> int:
    """How many cells a line takes."""
    return sum(width(each.text) for each in line.stretches)


def wrapped(stretches: Iterable[Stretch], cells: int) -> list[Line]:
    """The lines of a text, none wider than `cells`; a word that is wider than that is cut into pieces."""
    lines: list[list[Stretch]] = [[]]
    room = cells
    for text, marked in stretches:
        for at, paragraph in enumerate(text.split("\n")):
            if at:
                lines.append([])
                room = cells
            for word in words(paragraph):
                rest = word
                while rest:
                    if width(rest) <= room:
                        lines[-1].append(Stretch(rest, marked))
                        room -= width(rest)
                        break
                    if rest.isspace() and lines[-1]:
                        lines.append([])
                        room = cells
                        break
                    if lines[-1]:
                        lines.append([])
                        room = cells
                        continue
                    piece = _fitting(rest, cells)
                    lines[-1].append(Stretch(piece, marked))
                    rest, room = rest[len(piece) :], 0
    return [_line(line) for line in lines]


def _fitting(word: str, cells: int) -> str:
    """As many of its letters as fit, at least one."""
    end = 1
    while end < len(word) and width(word[: end + 1]) <= cells:
        end += 1
    return word[:end]


def _line(stretches: list[Stretch]) -> Line:
    while stretches and not stretches[-1].text.strip():
        stretches.pop()
    return Line(tuple(stretches))
