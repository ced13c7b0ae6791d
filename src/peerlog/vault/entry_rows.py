"""Writing an entry's row with all that hangs on it: its place, the search index, its tags, the version before.

Whoever made the entry, here or elsewhere, this is the one way in which it is stored. Everything here runs inside the
caller's transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.entry import Entry
from ..domain.moment import Moment
from . import indexing
from .kept_files import erase_files_of
from .kept_until import drop_kept_until
from .position import free_position
from .rows import COLUMNS, columns_from, dump_fields, entry_in
from .space import Space
from .tags import count_tags

_OF_AN_ERASED_ENTRY = ("version", "draft", "pending", "two_versions", "touched")


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as it is stored: its place, its nonce (16 bytes) and the number of the device that made it."""

    entry: Entry
    pos: int
    nonce: bytes
    device: int


def stored(space: Space, id_: str) -> Stored | None:
    """The entry with this full id, deleted or not; None when there is none."""
    row = space.row(f"SELECT {COLUMNS}, pos, nonce, device FROM entry WHERE id = ?", (bytes.fromhex(id_),))
    return Stored(entry_in(space, row[:-3]), row[-3], row[-2], row[-1]) if row else None


def stored_of(space: Space, ids: Sequence[bytes]) -> list[Stored]:
    """Those of the entries with these ids (32 bytes each) that there are."""
    marks = ", ".join("?" * len(ids))
    rows = space.rows(f"SELECT {COLUMNS}, pos, nonce, device FROM entry WHERE id IN ({marks})", ids)
    return [Stored(entry_in(space, row[:-3]), row[-3], row[-2], row[-1]) for row in rows]


def insert(space: Space, entry: Entry, nonce: bytes, device: int) -> None:
    """Store an entry that is not there yet."""
    _insert_row(space, entry, nonce, device)
    if not entry.deleted:
        count_tags(space, (), entry.tags)


def replace(space: Space, before: Stored, after: Entry) -> None:
    """Store an entry in place of itself; what the fields were stays as a version when `after` has another number."""
    entry, pos = before.entry, before.pos
    if after.version != entry.version:
        keep_version(space, entry)
    if not entry.deleted:
        indexing.unindex(space, pos)
    if after.fields["when"] != entry.fields["when"]:
        space.run("DELETE FROM entry WHERE pos = ?", (pos,))
        _insert_row(space, after, before.nonce, before.device)
    else:
        _update_row(space, pos, after)
    count_tags(space, () if entry.deleted else entry.tags, () if after.deleted else after.tags)


def set_deleted(space: Space, before: Stored, deleted: str | None) -> None:
    """Move an entry to the trash, at this UTC stamp, or bring it back."""
    if not before.entry.deleted:
        indexing.unindex(space, before.pos)
    space.run("UPDATE entry SET deleted = ? WHERE pos = ?", (deleted, before.pos))
    if not deleted:
        indexing.index(space, before.pos)
    tags = before.entry.tags
    count_tags(space, () if before.entry.deleted else tags, () if deleted else tags)


def erase(space: Space, id_: str, now: str, *, with_files: bool = True) -> bool:
    """Erase an entry with its versions, drafts, files and what signed changes say of it; whether there was anything.

    It is noted as forgotten in any case. The signed changes themselves stay: they hold no words. Where it was imported
    from stays known too, so that importing again does not bring it back. Without `with_files`, what is kept with it
    stays, too.
    """
    id_bytes = bytes.fromhex(id_)
    gone = erase_files_of(space, id_bytes) if with_files else 0
    if before := stored(space, id_):
        if not before.entry.deleted:
            indexing.unindex(space, before.pos)
            count_tags(space, before.entry.tags, ())
        gone += space.run("DELETE FROM entry WHERE pos = ?", (before.pos,))
    for table in _OF_AN_ERASED_ENTRY:
        gone += space.run(f"DELETE FROM {table} WHERE entry = ?", (id_bytes,))
    gone += space.run(
        "DELETE FROM change_value WHERE change IN (SELECT number FROM change WHERE entry = ?)", (id_bytes,)
    )
    drop_kept_until(space, id_)
    space.run("INSERT OR REPLACE INTO forgotten(entry, at) VALUES (?, ?)", (id_bytes, now))
    return gone > 0


def keep_version(space: Space, entry: Entry) -> None:
    space.run(
        "INSERT INTO version(entry, number, kind, fields, saved) VALUES (?, ?, ?, ?, ?)",
        (bytes.fromhex(entry.id), entry.version, entry.kind, dump_fields(entry.fields), entry.saved),
    )


def _insert_row(space: Space, entry: Entry, nonce: bytes, device: int) -> None:
    columns = columns_from(entry) | {
        "pos": free_position(space, Moment.parse(str(entry.fields["when"]))),
        "id": bytes.fromhex(entry.id),
        "nonce": nonce,
        "device": device,
        "created": entry.created,
        "saved": entry.saved,
        "version": entry.version,
        "deleted": entry.deleted,
    }
    marks = ", ".join("?" * len(columns))
    space.run(f"INSERT INTO entry ({', '.join(columns)}) VALUES ({marks})", columns.values())
    if not entry.deleted:
        indexing.index(space, columns["pos"])


def _update_row(space: Space, pos: int, entry: Entry) -> None:
    columns = columns_from(entry) | {"saved": entry.saved, "version": entry.version, "deleted": entry.deleted}
    assignments = ", ".join(f"{name} = ?" for name in columns)
    space.run(f"UPDATE entry SET {assignments} WHERE pos = ?", (*columns.values(), pos))
    if not entry.deleted:
        indexing.index(space, pos)
