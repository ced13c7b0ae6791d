"""Records in a list: for which body and period, and whether they were handed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ..domain.dates import written_out
from ..journal.cpd.record_look import is_handed_in
from .widgets.line import labelled

if TYPE_CHECKING:
    from ..domain.entry import Entry
    from .widgets.list_pane import Contents


def add_records(shown: Contents, records: Sequence[Entry]) -> None:
    """Add a row for each, under a heading; nothing where there are none."""
    if records:
        shown.head("Records")
    for each in records:
        if is_handed_in(each):
            line = labelled("handed in", each.title, say_day(each, "handed_on"))
        else:
            line = labelled("being written", each.title, f"until {say_day(each, 'until')}")
        shown.add(line, each, "record")


def say_day(record: Entry, name: str) -> str:
    """A day of a record in full; empty where it says none."""
    said = record.line(name)
    return written_out(date.fromisoformat(said)) if said else ""
