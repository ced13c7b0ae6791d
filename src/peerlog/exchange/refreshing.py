"""Bringing the entries of a space to what their changes, and what was changed here meanwhile, add up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from ..domain.entry import PRIVATE, Entry
from ..history.change import DELETED
from ..history.difference import agrees, edits, supersedes_for
from ..history.heads import Local
from ..history.ownership import LASTING, NEVER
from ..history.registers import registers_of
from ..history.roster import Roster
from ..history.value import Kept
from ..history.view import View, view_of
from ..vault.changes import Changes
from ..vault.received import erase_received, is_own_device, write_over
from ..vault.space import Space
from ..vault.standing import AT_ONCE, Signed, Standing, standing, standings

NOTHING: Mapping[str, bytes] = {}


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What became of one entry.

    `before` is its version here until then, 0 for a new one; `was_deleted` and `had_two_versions` say how it was then.
    `refused` are its changes that have no effect, by id, and why.
    """

    entry: str
    before: int
    erased: bool = False
    deleted: bool = False
    two_versions: frozenset[str] = frozenset()
    was_deleted: bool = False
    had_two_versions: bool = False
    refused: tuple[tuple[bytes, str], ...] = ()


class Refresher:
    """Works on one space inside one transaction, with the roster as it is after it."""

    def __init__(self, space: Space, roster: Roster, now: str) -> None:
        self._space = space
        self._changes = Changes(space)
        self._roster = roster
        self._now = now
        self._devices: dict[str, int] = {}

    def view(self, entry: str, local: Mapping[str, Local] | None = None) -> View | None:
        """What the changes of an entry add up to, with what was changed here when that is given."""
        return self._view(entry, standing(self._space, entry), local)

    def set_aside(self, entries: Iterable[str], created: Mapping[str, bytes] = NOTHING) -> None:
        """Before others' changes of these entries come: keep on what the edits made here were made.

        `created` has the element keys (see `View`) of those that are yet to be created, as far as is known here: an
        older copy of this journal holds entries of its own that it has not sent, and that others have from it.
        """
        touched = set(self._changes.touched())
        for entry in [each for each in entries if each in touched]:
            here = standing(self._space, entry)
            view = self._view(entry, here)
            if here.stored is None or (view is None and entry not in created):
                continue
            row = here.stored.entry
            for register, mine in self._edits(here, row, view, created.get(entry, b"")).items():
                deletes = register == DELETED and mine.value is True
                self._changes.keep_pending(entry, register, mine.supersedes, deletes=deletes)

    def local(self, row: Entry, element_key: bytes) -> dict[str, Local]:
        """What is only here of an entry although others have changed it meanwhile, by register."""
        return _local(standing(self._space, row.id), row, element_key)

    def all_local(self, row: Entry, view: View) -> dict[str, Local]:
        """What is only here of an entry, by register; `view` is what has left and come."""
        here = standing(self._space, row.id)
        return _local(here, row, view.element_key) | self._edits(here, row, view, view.element_key)

    def refresh(self, entry: str) -> Refreshed | None:
        """Write the entry as it is now; None while its beginning has not come."""
        found = self.refresh_all((entry,))
        return found[0] if found else None

    def refresh_all(self, entries: Iterable[str], signed: Mapping[str, Signed] | None = None) -> list[Refreshed]:
        """Write these entries as they are now, those whose beginning has come.

        `signed` are the changes of those of which nothing else is here.
        """
        done: list[Refreshed] = []
        for some in _batches(entries):
            settled: list[str] = []
            for entry, here in standings(self._space, some, signed or {}).items():
                if refreshed := self._refresh(entry, here):
                    done.append(refreshed)
                    if not here.pending:
                        settled.append(entry)
            self._changes.untouch(settled)
        return done

    def _refresh(self, entry: str, here: Standing) -> Refreshed | None:
        row = here.stored.entry if here.stored else None
        before = row.version if row else 0
        view = self._view(entry, here)
        if view is None:
            return self._put_aside(here)
        if view.forgotten:
            # What somebody else forgets takes nothing along that is kept with it here: it never left.
            mine = view.author == self._roster.own
            erased = erase_received(self._space, entry, self._now, with_files=mine)
            self._changes.settle(entry)
            return Refreshed(entry, before, erased=erased, refused=view.refused)
        if row and here.pending:
            self._drop_what_is_said(here, row, view)
            view = self._view(entry, here, _local(here, row, view.element_key)) or view
        stamp = (row.deleted if row and row.deleted else self._now) if view.deleted else None
        entry_now = Entry(entry, view.kind, view.fields, view.created, self._now, deleted=stamp)
        if row or not here.forgotten:
            write_over(self._space, here.stored, entry_now, view.nonce, self._number_of(view.device), self._now)
        # Of what was signed nobody chooses one: every value that came counts (`consent.gathering`).
        two_versions = frozenset() if view.deleted or view.kind in LASTING else view.two_versions
        if two_versions != here.two_versions:
            self._changes.mark_two_versions(entry, two_versions, self._now)
        was_deleted = bool(row and row.deleted)
        return Refreshed(
            entry,
            before,
            deleted=view.deleted,
            two_versions=two_versions,
            was_deleted=was_deleted,
            had_two_versions=bool(here.two_versions),
            refused=view.refused,
        )

    def _put_aside(self, here: Standing) -> Refreshed | None:
        """Move to the trash what others began by a device that counts no more; its words stay, should that be a lie."""
        stored = here.stored
        if stored is None or stored.entry.deleted or not here.changes or is_own_device(self._space, stored.device):
            return None
        row = stored.entry
        write_over(self._space, stored, replace(row, deleted=self._now), stored.nonce, stored.device, self._now)
        return Refreshed(row.id, row.version, deleted=True)

    def _edits(self, here: Standing, row: Entry, view: View | None, element_key: bytes) -> dict[str, Local]:
        """The edits made here on what is shown; everything, made on nothing, of what has yet to be created.

        That is not only what has left: a deletion that stands beside an edit which is only here is not undone by
        whoever made that edit.
        """
        if view is None:
            mine = dict(registers_of(row.kind, row.fields, element_key)) | ({DELETED: True} if row.deleted else {})
            return {register: Local(value, ()) for register, value in mine.items()}
        shown = self._view(row.id, here, _local(here, row, view.element_key)) or view
        changed = edits(row.kind, shown, row.fields, bool(row.deleted), view.element_key)
        if row.deleted and changed:
            changed |= edits(row.kind, shown, row.fields, False, view.element_key)
        return {
            register: Local(value, supersedes_for(register, view if register == DELETED else shown))
            for register, value in changed.items()
        }

    def _drop_what_is_said(self, here: Standing, row: Entry, view: View) -> None:
        """Let go of edits that somebody else made alike, so that the next one is made on both; settled ones stay."""
        local = _local(here, row, view.element_key)
        # Whether it is deleted depends on what else is only here: a deletion beside that is none.
        rest = {register: mine for register, mine in local.items() if register != DELETED}
        without = (self._view(row.id, here, rest) or view) if DELETED in local and rest else view
        for register, mine in local.items():
            seen = without if register == DELETED else view
            if register not in here.settled and agrees(register, mine.value, seen):
                self._changes.drop_pending(row.id, register)
                del here.pending[register]

    def _view(self, entry: str, here: Standing, local: Mapping[str, Local] | None = None) -> View | None:
        values: Mapping[tuple[bytes, str], Kept] = here.values
        view = view_of(entry, here.changes, values, self._roster, local or {})
        # Nobody else has a word in somebody's own record: what is for nobody else never comes from anybody.
        return None if view and view.kind in NEVER and self._space.name != PRIVATE else view

    def _number_of(self, device: str) -> int:
        if device not in self._devices:
            key = self._roster.key_of(device)
            assert key is not None  # a view has an author
            self._devices[device] = self._space.foreign_device(key)
        return self._devices[device]


def _local(here: Standing, row: Entry, element_key: bytes) -> dict[str, Local]:
    mine: dict[str, object] = dict(registers_of(row.kind, row.fields, element_key))
    if row.deleted or here.deletes:
        mine[DELETED] = True
    return {register: Local(mine.get(register), supersedes) for register, supersedes in here.pending.items()}


def _batches(entries: Iterable[str]) -> Iterator[list[str]]:
    left = iter(entries)
    while some := list(islice(left, AT_ONCE)):
        yield some
