"""Bringing the entries of a space to what their changes, and what was changed here meanwhile, add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..domain.entry import Entry
from ..history.change import DELETED
from ..history.difference import agrees, edits, supersedes_for
from ..history.heads import Local
from ..history.registers import registers_of
from ..history.roster import Roster
from ..history.view import View, view_of
from ..vault.changes import Changes
from ..vault.entries import Entries
from ..vault.received import erase_received, write_received
from ..vault.space import Space


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What became of one entry.

    `before` is its version here until then, 0 for a new one, and `was_deleted` whether it was; `refused` are its
    changes that have no effect, by id, and why.
    """

    entry: str
    before: int
    erased: bool = False
    deleted: bool = False
    two_versions: frozenset[str] = frozenset()
    was_deleted: bool = False
    refused: tuple[tuple[bytes, str], ...] = ()


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
        for register, mine in self._edits(row, view).items():
            deletes = register == DELETED and mine.value is True
            self._changes.keep_pending(entry, register, mine.supersedes, deletes=deletes)

    def local(self, row: Entry, element_key: bytes) -> dict[str, Local]:
        """What is only here of an entry although others have changed it meanwhile, by register."""
        mine: dict[str, object] = dict(registers_of(row.kind, row.fields, element_key))
        if row.deleted or self._changes.deletion_is_pending(row.id):
            mine[DELETED] = True
        pending = self._changes.pending(row.id)
        return {register: Local(mine.get(register), supersedes) for register, supersedes in pending.items()}

    def all_local(self, row: Entry, view: View) -> dict[str, Local]:
        """What is only here of an entry, by register; `view` is what has left and come."""
        return self.local(row, view.element_key) | self._edits(row, view)

    def _edits(self, row: Entry, view: View) -> dict[str, Local]:
        """The edits made here on what is shown.

        That is not only what has left: a deletion that stands beside an edit which is only here is not undone by
        whoever made that edit.
        """
        shown = self.view(row.id, self.local(row, view.element_key)) or view
        changed = edits(row.kind, shown, row.fields, bool(row.deleted), view.element_key)
        if row.deleted and changed:
            changed |= edits(row.kind, shown, row.fields, False, view.element_key)
        return {
            register: Local(value, supersedes_for(register, view if register == DELETED else shown))
            for register, value in changed.items()
        }

    def refresh(self, entry: str) -> Refreshed | None:
        """Write the entry as it is now; None while its beginning has not come."""
        row = self._entries.find(entry)
        before = row.version if row else 0
        pending = set(self._changes.pending(entry))
        view = self.view(entry)
        if view is None:
            return None
        if view.forgotten:
            self._changes.erase_values(entry)
            erased = erase_received(self._space, entry, self._now)
            self._changes.settle(entry)
            self._changes.mark_two_versions(entry, (), self._now)
            return Refreshed(entry, before, erased=erased, refused=view.refused)
        if row and pending:
            pending -= self._drop_what_is_said(row, view)
            view = self.view(entry, self.local(row, view.element_key)) or view
        stamp = (row.deleted if row and row.deleted else self._now) if view.deleted else None
        entry_now = Entry(entry, view.kind, view.fields, view.created, self._now, deleted=stamp)
        key = self._roster.key_of(view.device)
        assert key is not None  # a view has an author
        write_received(self._space, entry_now, view.nonce, self._space.foreign_device(key), self._now)
        if not pending:
            self._changes.untouch(entry)
        two_versions = frozenset() if view.deleted else view.two_versions
        self._changes.mark_two_versions(entry, two_versions, self._now)
        return Refreshed(
            entry,
            before,
            deleted=view.deleted,
            two_versions=two_versions,
            was_deleted=bool(row and row.deleted),
            refused=view.refused,
        )

    def _drop_what_is_said(self, row: Entry, view: View) -> set[str]:
        """Let go of edits that somebody else made alike, so that the next one is made on both; settled ones stay."""
        settled = self._changes.settled(row.id)
        local = self.local(row, view.element_key)
        # Whether it is deleted depends on what else is only here: a deletion beside that is none.
        rest = {register: mine for register, mine in local.items() if register != DELETED}
        without = (self.view(row.id, rest) or view) if DELETED in local and rest else view
        alike = {
            register
            for register, mine in local.items()
            if register not in settled and agrees(register, mine.value, without if register == DELETED else view)
        }
        for register in alike:
            self._changes.drop_pending(row.id, register)
        return alike

    def refresh_all(self, entries: Iterable[str]) -> list[Refreshed]:
        return [done for entry in entries if (done := self.refresh(entry))]
