"""Bringing the entries of a space to what their changes, and what was changed here meanwhile, add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..history.difference import edits, supersedes_for
from ..history.registers import registers_of
from ..history.roster import Roster
from ..history.view import Local, View, view_of
from ..vault.changes import Changes
from ..vault.entries import Entries
from ..vault.received import erase_received, write_received
from ..vault.space import Space


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What became of one entry. `before` is its version here until then, 0 for a new one."""

    entry: str
    before: int
    erased: bool = False
    deleted: bool = False
    two_versions: frozenset[str] = frozenset()


class Refresher:
    """Works on one space inside one transaction, with the roster as it is after it."""

    def __init__(self, space: Space, roster: Roster, now: str) -> None:
        self._space = space
        self._changes = Changes(space)
        self._entries = Entries(space)
        self._roster = roster
        self._now = now

    def view(self, entry: str, local: Mapping[str, Local] | None = None) -> View | None:
        """What the changes of an entry add up to, with what was changed here when that is given."""
        return view_of(entry, self._changes.of_entry(entry), self._changes.values_of(entry), self._roster, local or {})

    def set_aside(self, entry: str) -> None:
        """Before others' changes of an entry come: keep on what the edits made here were made."""
        if not self._changes.is_touched(entry):
            return
        row = self._entries.find(entry)
        view = self.view(entry)
        if row is None or view is None:
            return
        pending = self._changes.pending(entry)
        for register in edits(row.kind, view, row.fields, bool(row.deleted), self._element_key(view)):
            if register not in pending:
                self._changes.keep_pending(entry, register, supersedes_for(register, view, ()))

    def refresh(self, entry: str) -> Refreshed | None:
        """Write the entry as it is now; None while its beginning has not come."""
        row = self._entries.find(entry)
        before = row.version if row else 0
        pending = self._changes.pending(entry)
        local: dict[str, Local] = {}
        view = self.view(entry)
        if view is None:
            return None
        if view.forgotten:
            self._changes.erase_values(entry)
            erased = erase_received(self._space, entry, self._now)
            self._changes.settle(entry)
            self._changes.mark_two_versions(entry, (), self._now)
            return Refreshed(entry, before, erased=erased)
        if row and pending:
            mine = registers_of(row.kind, row.fields, self._element_key(view))
            if row.deleted:
                mine["deleted"] = True
            local = {register: Local(mine.get(register), ids) for register, ids in pending.items()}
            view = self.view(entry, local) or view
        number = self._space.foreign_device(view.device)
        write_received(
            self._space,
            entry,
            kind=view.kind,
            fields=view.fields,
            nonce=view.nonce,
            device=number,
            created=view.created,
            deleted=view.deleted,
            now=self._now,
        )
        if not pending:
            self._changes.untouch(entry)
        self._changes.mark_two_versions(entry, view.two_versions, self._now)
        return Refreshed(entry, before, deleted=view.deleted, two_versions=view.two_versions)

    @staticmethod
    def _element_key(view: View) -> bytes:
        return view.element_key

    def refresh_all(self, entries: Iterable[str]) -> list[Refreshed]:
        return [done for entry in entries if (done := self.refresh(entry))]
