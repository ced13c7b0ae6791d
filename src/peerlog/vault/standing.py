"""How entries stand in a space, read for many of them at once: a question for each would take most of the time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..history.change import Change, read_change
from . import entry_rows
from .entry_rows import Stored
from .space import Row, Space

Kept = tuple[bytes, str]
"""A value beside a change: its salt and its JSON text."""

AT_ONCE = 400
"""Entries that are read together."""


@dataclass(slots=True)
class Standing:
    """One entry: its row, its signed changes with their values, and what was changed here and has not left.

    `pending` are the registers that were changed here before others' changes came, with the changes that each was made
    on; `deletes` says that a deletion is among them, and `settled` are those by which two versions were settled.
    `two_versions` are the registers noted as such.
    """

    stored: Stored | None = None
    changes: list[Change] = field(default_factory=list)
    values: dict[tuple[bytes, str], Kept] = field(default_factory=dict)
    pending: dict[str, tuple[bytes, ...]] = field(default_factory=dict)
    settled: set[str] = field(default_factory=set)
    deletes: bool = False
    forgotten: bool = False
    two_versions: set[str] = field(default_factory=set)


Signed = tuple[list[Change], dict[tuple[bytes, str], Kept]]
"""All signed changes of an entry, with their values by change and register."""


def standing(space: Space, entry: str) -> Standing:
    return standings(space, (entry,), {})[entry]


def standings(space: Space, entries: Sequence[str], signed: Mapping[str, Signed]) -> dict[str, Standing]:
    """How each of these entries stands, at most `AT_ONCE`; `signed` is what is known already of the changes of some."""
    found = {entry: Standing() for entry in entries}
    ids = [bytes.fromhex(entry) for entry in entries]
    for stored in entry_rows.stored_of(space, ids):
        found[stored.entry.id].stored = stored
    for entry in found.keys() & signed.keys():
        found[entry].changes, found[entry].values = signed[entry]
    if unread := [bytes.fromhex(entry) for entry in entries if entry not in signed]:
        _read_signed(space, unread, found)
    for entry, register, supersedes, deletes, before in _of(
        space, ids, "entry, register, supersedes, deletes, before FROM pending"
    ):
        found[entry].pending[register] = tuple(bytes.fromhex(each) for each in json.loads(supersedes))
        found[entry].deletes |= bool(deletes)
        found[entry].settled.update([register] if before else [])
    for (entry,) in _of(space, ids, "entry FROM forgotten"):
        found[entry].forgotten = True
    for entry, register in _of(space, ids, "entry, register FROM two_versions"):
        found[entry].two_versions.add(register)
    return found


def _read_signed(space: Space, ids: Sequence[bytes], found: Mapping[str, Standing]) -> None:
    for entry, text in _of(space, ids, "entry, text FROM change", " ORDER BY number"):
        found[entry].changes.append(read_change(text.encode()))
    values = "c.entry, c.id, v.register, v.salt, v.value FROM change AS c JOIN change_value AS v ON v.change = c.number"
    for entry, change, register, salt, value in _of(space, ids, values):
        found[entry].values[change, register] = (salt, value)


def _of(space: Space, ids: Sequence[bytes], what: str, then: str = "") -> Iterator[Row]:
    """Rows whose first column is one of these entries, which is given as its id in hex."""
    marks = ", ".join("?" * len(ids))
    for entry, *rest in space.rows(f"SELECT {what} WHERE entry IN ({marks}){then}", ids):
        yield entry.hex(), *rest
