"""Actions in a list: what is to be done, by whom, by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..domain.dates import say_day
from ..domain.entry import Entry
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import terminal
from .layout import cut, fitted, width


def write_actions(journal: Journal, actions: Sequence[Entry]) -> None:
    """One line each: id, day, owner, what; a mark before what is off the list."""
    rows = [(short_id(journal, each.id), _due(journal, each), each.line("owner") or "me") for each in actions]
    widths = [max(width(row[column]) for row in rows) for column in range(3)]
    room = terminal.columns() - sum(widths) - 8
    for row, action in zip(rows, actions, strict=True):
        left = "  ".join(fitted(cell, cells) for cell, cells in zip(row, widths, strict=True))
        mark = {"done": "✓ ", "dropped": "– "}.get(action.state, "")
        said = mark + (action.headline or "an action without words")
        terminal.put(left, "  ", cut(said, max(20, room)) if terminal.is_shown() else said)


def _due(journal: Journal, action: Entry) -> str:
    due = action.line("due")
    return say_day(date.fromisoformat(due), journal.time.today()) if due and terminal.is_shown() else due
