"""Records in a list: for which body and period, and whether they were handed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ...domain.dates import written_out, written_short
from ...journal.cpd.record_look import is_handed_in
from ..widgets.line import labelled
from ..widgets.rows import row

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...journal.cpd.record_look import NotBegun
    from ..widgets.list_pane import Contents


BEFORE = "before:"
"""How the id of a row begins that begins a record: the id of the body follows, and the last day of the period."""


def add_records(shown: Contents, records: Sequence[Entry], before: Sequence[NotBegun] = ()) -> None:
    """Add a row for each, under a heading; nothing where there are none.

    `before` are periods that are over and have no record yet.
    """
    if records or before:
        shown.head("Records")
    for missed in before:
        line = labelled("not begun", missed.title, "Enter begins it")
        shown.options.append(row(line, f"{BEFORE}{missed.membership.id}:{missed.last.isoformat()}"))
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
