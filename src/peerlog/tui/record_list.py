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
        period = " to ".join(say_day(each, name) for name in ("since", "until") if each.line(name))
        shown.add(labelled("handed in" if is_handed_in(each) else "being written", each.title, period), each, "record")


def say_day(record: Entry, name: str) -> str:
    """A day of a record in full; empty where it says none."""
    said = record.line(name)
    return written_out(date.fromisoformat(said)) if said else ""
