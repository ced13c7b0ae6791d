"""A record's page: what is handed in, in the order of the form, written field by field."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from ...domain.dates import written_out
from ...domain.entry import Entry
from ...domain.prepared_record import PreparedRecord
from ...domain.problem import Problem
from ...errors import Refused
from ...journal.cpd.record_look import RecordLook, is_handed_in, look_at_record
from ...journal.journal import Journal
from ..commands import bindings, record, record_leaving
from ..record_list import say_day
from ..record_rows import RecordRows, add_record, say_unsettled
from ..standing_words import say_left
from .entry_pane import EntryPane
from .list_pane import Contents
from .plain import plain, plain_line


class RecordPane(EntryPane):
    """Enter writes the field that is marked, opens an activity, or notes a person's part."""

    heading = "Record"
    says_what_counts = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(record.SeeToNext, record.TakeInOrOut, record.TakeAllIn),
        *record_leaving.record_bindings(*record_leaving.ON_ITS_PAGE),
    ]

    def __init__(self, entry_id: str) -> None:
        super().__init__(entry_id)
        self.look: RecordLook | None = None
        self._rows = RecordRows()
        self._unfolded: set[str] = set()

    @property
    def prepared(self) -> PreparedRecord | None:
        """The record as it would be handed in, once it has been read; None also where it cannot be."""
        return self.look.prepared if self.look else None

    def page(self, journal: Journal, entry: Entry) -> Contents:
        shown = Contents(plain_line(entry.title).stylize("bold"), journal.time.today(), journal.time.zone)
        try:
            look = look_at_record(journal, entry)
        except (Problem, Refused) as problem:
            self.look = None
            shown.about = plain(f"{problem.message} {problem.hint}".strip()).stylize("$warning")
            return shown
        self.look = look
        shown.about = Content("\n").join(_about(look, entry, shown))
        self._rows = add_record(shown, look, self._unfolded)
        return shown


def _about(look: RecordLook, entry: Entry, shown: Contents) -> list[Content]:
    record = look.prepared
    period = f"{written_out(record.first)} to {written_out(record.last)}"
    if is_handed_in(entry):
        day = say_day(entry, "handed_on")
        on = f" on {day}" if day else ""
        return [plain(period).stylize("$quiet"), Content(f"Handed in{on}, and left as it is.")]
    left = say_left(record.due, shown.day)
    return [plain(f"{period} · {left}").stylize("$quiet"), say_unsettled(record)]
