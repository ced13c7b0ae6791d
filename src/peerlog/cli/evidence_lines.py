"""Kept files, one a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..domain.dates import say_day
from ..domain.kept_file import KeptFile
from ..domain.moment import Moment
from ..journal.evidence import entry_of, short_ids
from ..journal.journal import Journal
from . import terminal
from .layout import cut, fitted, width
from .listing import one_line
from .sharing import say_space


def write_files(journal: Journal, files: Sequence[KeptFile], *, with_entries: bool = False) -> None:
    """One line each: id, the day it came, what it is, its name; with `with_entries` what it is kept with below it."""
    ids = short_ids(journal, files)
    rows = [(ids[file.id], _day(journal, file), file.words) for file in files]
    widths = [max(width(row[column]) for row in rows) for column in range(3)]
    for row, file in zip(rows, files, strict=True):
        left = "  ".join(fitted(cell, cells) for cell, cells in zip(row, widths, strict=True))
        until = f"  until {_said(journal, date.fromisoformat(file.until))}" if file.until else ""
        room = terminal.columns() - sum(widths) - 6 - width(until)
        terminal.put(left, "  ", cut(file.name, max(20, room)) if terminal.is_shown() else file.name, until)
        if with_entries:
            terminal.put(" " * (widths[0] + 2), _kept_with(journal, file))


def one_file(journal: Journal, file: KeptFile) -> str:
    """A kept file in a sentence: `81ac07e “certificate.pdf”`."""
    return f"{short_ids(journal, [file])[file.id]} “{cut(file.name, 50)}”"


def _kept_with(journal: Journal, file: KeptFile) -> str:
    entry = entry_of(journal, file)
    if entry is None:
        return "its entry was erased by who wrote it"
    shared = f"  {say_space(file.with_whom)}" if file.with_whom else ""
    return f"{entry.kind}  {one_line(journal, entry)}{shared}"


def _day(journal: Journal, file: KeptFile) -> str:
    return _said(journal, Moment.parse(file.added).in_zone(journal.time.zone).day)


def _said(journal: Journal, day: date) -> str:
    return say_day(day, journal.time.today()) if terminal.is_shown() else day.isoformat()
