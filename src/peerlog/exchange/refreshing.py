"""Bringing the entries of a space to what their changes, and what was changed here meanwhile, add up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from ..domain.entry import Entry
from ..history.change import DELETED, Change
from ..history.difference import edits, supersedes_for
from ..history.heads import Local
from ..history.registers import registers_of
from ..history.roster import Roster
from ..history.value import Kept
from ..history.view import View, view_of
from ..vault.changes import Changes
from ..vault.received import erase_received, write_over
from ..vault.space import Space
from ..vault.standing import AT_ONCE, Standing, standing, standings


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
        self._roster = roster
        self._now = now
        self._devices: dict[str, int] = {}

    def view(self, entry: str, local: Mapping[str, Local] | None = None) -> View | None:
        """What the changes of an entry add up to, with what was changed here when that is given."""
        return self._view(entry, standing(self._space, entry), local)

    def set_aside(self, entries: Iterable[str], created: Mapping[str, bytes]) -> None:
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
            key = view.element_key if view else created[entry]
            made = edits(row.kind, view, row.fields, bool(row.deleted), key)
            if view is None and row.deleted:
                made = {**registers_of(row.kind, row.fields, key), DELETED: True}
            for register, value in made.items():
                if register not in here.pending:
                    deletes = register == DELETED and value is True
                    self._changes.keep_pending(entry, register, supersedes_for(register, view), deletes=deletes)

    def local(self, row: Entry, element_key: bytes) -> dict[str, Local]:
        """What is only here of an entry although others have changed it meanwhile, by register."""
        return _local(standing(self._space, row.id), row, element_key)

    def refresh(self, entry: str) -> Refreshed | None:
        """Write the entry as it is now; None while its beginning has not come."""
        found = self.refresh_all((entry,))
        return found[0] if found else None

    def refresh_all(self, entries: Iterable[str], read: Mapping[bytes, Change] | None = None) -> list[Refreshed]:
        """Write these entries as they are now, those whose beginning has come; `read` are changes by their ids."""
        done: list[Refreshed] = []
        for some in _batches(entries):
            settled: list[str] = []
            for entry, here in standings(self._space, some, read or {}).items():
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
            return None
        if view.forgotten:
            erased = erase_received(self._space, entry, self._now)
            self._changes.settle(entry)
            return Refreshed(entry, before, erased=erased)
        if row and here.pending:
            local = _local(here, row, view.element_key)
            for register in _said_by_all(local, view):
                self._changes.drop_pending(entry, register)
                del here.pending[register], local[register]
            view = self._view(entry, here, local) or view
        stamp = (row.deleted if row and row.deleted else self._now) if view.deleted else None
        entry_now = Entry(entry, view.kind, view.fields, view.created, self._now, deleted=stamp)
        if row or not here.forgotten:
            write_over(self._space, here.stored, entry_now, view.nonce, self._number_of(view.device), self._now)
        if view.two_versions != here.two_versions:
            self._changes.mark_two_versions(entry, view.two_versions, self._now)
        return Refreshed(entry, before, deleted=view.deleted, two_versions=view.two_versions)

    def _view(self, entry: str, here: Standing, local: Mapping[str, Local] | None = None) -> View | None:
        values: Mapping[tuple[bytes, str], Kept] = here.values
        return view_of(entry, here.changes, values, self._roster, local or {})

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


def _said_by_all(local: Mapping[str, Local], view: View) -> list[str]:
    """The registers of which every version that came says what was changed here too: nothing of them has to leave."""
    return [
        register
        for register, mine in local.items()
        if (heads := view.heads.get(register))
        and all(not head.missing and head.value == mine.value for head in heads)
        and register != DELETED
    ]


def _batches(entries: Iterable[str]) -> Iterator[list[str]]:
    left = iter(entries)
    while some := list(islice(left, AT_ONCE)):
        yield some
