"""What is asked and given, one a line: id, day, between whom, what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from ..domain.dates import say_day
from ..domain.entry import Entry
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import terminal
from .layout import cut, fitted, width

_LEAST = 20


def write_parts(journal: Journal, parts: Sequence[Entry], about: Callable[[Entry], str]) -> None:
    """One line each; `about` says what there is to say besides the headline, at the end."""
    rows = [(short_id(journal, each.id), _day(journal, each), between(each)) for each in parts]
    widths = [max(width(row[column]) for row in rows) for column in range(3)]
    room = max(_LEAST, terminal.columns() - sum(widths) - 6)
    for row, part in zip(rows, parts, strict=True):
        left = "  ".join(fitted(cell, cells) for cell, cells in zip(row, widths, strict=True))
        line = "  ".join(each for each in (part.headline or f"a {part.kind} without words", about(part)) if each)
        terminal.put(left, "  ", cut(line, room) if terminal.is_shown() else line)


def between(part: Entry) -> str:
    """`Sam → me`."""
    return f"{part.line('source') or 'me'} → {', '.join(part.members('people')) or 'me'}"


def said_day(journal: Journal, day: str) -> str:
    return say_day(date.fromisoformat(day), journal.time.today()) if terminal.is_shown() else day


def _day(journal: Journal, part: Entry) -> str:
    return said_day(journal, part.when.day.isoformat())
