"""Ticking off what can be done: an action, a milestone, an item of an agenda."""

from __future__ import annotations

from ..domain.carry_forward import CARRIED
from ..domain.entry import Entry
from ..domain.kinds import ACTION, AGENDA_ITEM, MILESTONE
from ..errors import Refused
from .journal import Journal


def can_be_done(entry: Entry) -> bool:
    """Whether it can be ticked off here; an item that was carried forward is open in the later meeting."""
    return entry.kind in (ACTION.name, MILESTONE.name) or (entry.kind == AGENDA_ITEM.name and entry.state != CARRIED)


def is_done(entry: Entry) -> bool:
    """Whether it is off the list: done, or dropped."""
    if entry.kind == AGENDA_ITEM.name:
        return entry.state != "open"
    return entry.state in ("done", "dropped") if entry.kind == ACTION.name else bool(entry.line("done_on"))


def set_done(journal: Journal, id_: str, *, done: bool = True) -> Entry:
    """Note that it was done today, or that it is open again; raises `Refused` for what cannot be done."""
    entry = journal.entries.get(id_)
    if not can_be_done(entry):
        raise Refused(f"{entry.headline or 'This'} is a {entry.kind}, nothing to tick off.")
    if entry.kind == AGENDA_ITEM.name:
        return journal.entries.change(id_, {"state": "settled" if done else "open"})
    changes: dict[str, object] = {"done_on": journal.time.today() if done else None}
    if entry.kind == ACTION.name:
        changes["state"] = "done" if done else "open"
    return journal.entries.change(id_, changes)


def drop(journal: Journal, id_: str) -> Entry:
    """Take an action off the list without having done it."""
    entry = journal.entries.get(id_)
    if entry.kind != ACTION.name:
        raise Refused(f"{entry.headline or 'This'} is a {entry.kind}, not an action.")
    return journal.entries.change(id_, {"state": "dropped", "done_on": None})
