"""Entries that others made or changed, written as the view of the signed history says."""

from __future__ import annotations

from dataclasses import replace

from ..domain.entry import Entry
from . import entry_rows
from .entry_rows import Stored
from .space import Space


def write_received(space: Space, entry: Entry, nonce: bytes, device: int, now: str) -> bool:
    """Store an entry as it has become elsewhere; whether that changed anything here.

    Of `entry` the id, kind, fields, `created` and `deleted` count; when it was saved is `now`, a UTC stamp. `nonce` (16
    bytes) and `device` (see `Space.foreign_device`) belong to a new one. The fields that it had here before stay as a
    version. What was forgotten is not written again. Runs inside `writing_many` or `Space.write`.
    """
    stored = entry_rows.stored(space, entry.id)
    if stored is None and space.row("SELECT 1 FROM forgotten WHERE entry = ?", (bytes.fromhex(entry.id),)):
        return False
    return write_over(space, stored, entry, nonce, device, now)


def write_over(space: Space, stored: Stored | None, entry: Entry, nonce: bytes, device: int, now: str) -> bool:
    """As `write_received`, for whoever knows how the entry is stored, None for not at all, and that it may be."""
    if stored is None:
        as_new = entry if (entry.saved, entry.version) == (now, 1) else replace(entry, saved=now, version=1)
        entry_rows.insert(space, as_new, nonce, device)
        return True
    before = stored.entry
    if before.kind != entry.kind or dict(before.fields) != dict(entry.fields):
        after = replace(before, kind=entry.kind, fields=entry.fields, deleted=entry.deleted)
        entry_rows.replace(space, stored, replace(after, saved=now, version=before.version + 1))
        return True
    if before.deleted != entry.deleted:
        entry_rows.set_deleted(space, stored, entry.deleted)
        return True
    return False


def is_own_device(space: Space, number: int) -> bool:
    """Whether the device with this number is one that this journal signs with, or did."""
    return space.row("SELECT 1 FROM device WHERE number = ? AND own = 1", (number,)) is not None


def erase_received(space: Space, id_: str, now: str, *, with_files: bool) -> bool:
    """Erase an entry that its author has forgotten; whether there was anything of it to erase.

    Files that are kept with it go along `with_files`. It is noted as forgotten in any case, so that nothing brings it
    back. There is nothing to send about it from here.
    After the last one, and outside the transaction, `finish_erasing` removes the traces.
    """
    erased = entry_rows.erase(space, id_, now, with_files=with_files)
    space.run("DELETE FROM touched WHERE entry = ?", (bytes.fromhex(id_),))
    return erased
