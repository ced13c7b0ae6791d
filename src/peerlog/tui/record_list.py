"""Records in a list: for which body and period, and whether they were handed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ..domain.dates import written_out, written_short
from ..journal.cpd.record_look import is_handed_in
from .widgets.line import labelled
from .widgets.rows import row

if TYPE_CHECKING:
    from ..domain.entry import Entry
    from .widgets.list_pane import Contents


BEFORE = "before:"
"""How the id of the row begins that begins the record of the period before; the last day of that follows."""


def add_records(shown: Contents, records: Sequence[Entry], before: tuple[date, date] | None = None) -> None:
    """Add a row for each, under a heading; nothing where there are none.

    `before` are the days of a period that is over and has no record yet.
    """
    if records or before:
        shown.head("Records")
    if before:
        first, last = map(written_out, before)
        line = labelled("not begun", f"{first} to {last}", "Enter begins it")
        shown.options.append(row(line, f"{BEFORE}{before[1].isoformat()}"))
    for each in records:
        if is_handed_in(each):
            line = labelled("handed in", each.title, _say_short(each, "handed_on"))
        else:
            line = labelled("being written", each.title, f"until {_say_short(each, 'until')}")
        shown.add(line, each, "record")


def _say_short(record: Entry, name: str) -> str:
    said = record.line(name)
    return written_short(date.fromisoformat(said)) if said else ""


def say_day(record: Entry, name: str) -> str:
    """A day of a record in full; empty where it says none."""
    said = record.line(name)
    return written_out(date.fromisoformat(said)) if said else ""
