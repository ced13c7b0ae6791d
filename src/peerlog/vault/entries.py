"""Saving, reading and removing the entries of one space. Every save keeps the version before it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import takewhile

from ..domain.entry import Entry, Version, entry_id
from ..domain.field import Value
from ..errors import BadInput, Refused
from . import entry_rows
from .erasing import compact_after_erasing
from .indexing import merge_index
from .rows import COLUMNS, entry_in, load_fields
from .space import Space
from .tokens import mark_token, parent_token


class Entries:
    """The entries of one open space."""

    def __init__(self, space: Space) -> None:
        self._space = space

    def add(
        self,
        kind: str,
        fields: Mapping[str, Value],
        now: str,
        *,
        created: str | None = None,
        nonce: bytes | None = None,
    ) -> Entry:
        """Keep a new entry with cleaned fields (`when` among them); `now` and `created` are UTC stamps.

        `nonce` is the random 16 bytes of its id, drawn beforehand by whoever had to know the id beforehand.
        """
        nonce = nonce or secrets.token_bytes(16)
        id_ = entry_id(self._space.id, self._space.device_key, nonce)
        entry = Entry(id_, kind, dict(fields), created or now, now, space=self._space.name, with_whom=self._space.label)
        with self._space.write():
            entry_rows.insert(self._space, entry, nonce, self._space.device)
        return entry

    def get(self, id_: str) -> Entry:
        """The entry with this full id, deleted or not; raises `Refused` when there is none."""
        entry = self.find(id_)
        if entry is None:
            raise Refused(f"There is no entry {id_[:8]}.", "“peerlog list” shows the ids.")
        return entry

    def find(self, id_: str) -> Entry | None:
        row = self._space.row(f"SELECT {COLUMNS} FROM entry WHERE id = ?", (bytes.fromhex(id_),))
        return entry_in(self._space, row) if row else None

    def nonce_of(self, id_: str) -> bytes:
        """The 16 random bytes from which an entry's id was made; raises `Refused` when there is no such entry."""
        return self._stored(id_).nonce

    def with_ids(self, ids: Iterable[str]) -> list[Entry]:
        """The entries among `ids` that exist, in the order of `ids`."""
        return [entry for id_ in ids if (entry := self.find(id_))]

    def resolve(self, prefix: str, *others: Entries) -> str:
        """The full id, here or in `others`, that begins with at least four hex digits.

        Raises `BadInput` when several begin so or it is no id, and `Refused` when none does.
        """
        prefix = prefix.strip().casefold()
        if not 4 <= len(prefix) <= 64 or not set(prefix) <= set("0123456789abcdef"):
            raise BadInput(
                f"“{prefix[:70]}” is not an entry's id.",
                "An id is four or more of 0-9 and a-f; see “peerlog list”.",
            )
        low, high = bytes.fromhex(prefix.ljust(64, "0")), bytes.fromhex(prefix.ljust(64, "f"))
        found = [id_ for each in (self, *others) for id_ in each._between(low, high)]
        if len(found) > 1:
            raise BadInput(f"More than one entry's id begins with {prefix}.", "Give more of its digits.")
        if not found:
            raise Refused(f"There is no entry {prefix}.", "“peerlog list” shows the ids.")
        return found[0]

    def _between(self, low: bytes, high: bytes) -> list[str]:
        """The first two ids between two, both included."""
        rows = self._space.rows("SELECT id FROM entry WHERE id BETWEEN ? AND ? LIMIT 2", (low, high))
        return [bytes(id_).hex() for (id_,) in rows]

    def shortest(self, id_: str, least: int) -> str:
        """The shortest beginning of an entry's id, of `least` digits or more, that no other entry's id shares."""
        row = self._space.row(
            "SELECT (SELECT max(id) FROM entry WHERE id < ?1), (SELECT min(id) FROM entry WHERE id > ?1)",
            (bytes.fromhex(id_),),
        )
        shared = (_shared(id_, bytes(other).hex()) for other in row or () if other)
        return id_[: max(least, 1 + max(shared, default=0))]

    def save(self, id_: str, kind: str, fields: Mapping[str, Value], now: str) -> Entry:
        """Keep new fields as the next version; an entry that would not change stays as it is."""
        with self._space.write():
            stored = self._stored(id_)
            before = stored.entry
            if before.kind == kind and dict(before.fields) == dict(fields):
                return before
            if before.deleted:
                raise Refused("This entry is in the trash.", "Bring it back first: “peerlog undelete”.")
            after = replace(before, kind=kind, fields=dict(fields), saved=now, version=before.version + 1)
            entry_rows.replace(self._space, stored, after)
        return after

    def delete(self, id_: str, now: str, *, alone: bool = False) -> Entry:
        """Move an entry and its parts to the trash, or only itself. Deleting what is there already changes nothing."""
        with self._space.write():
            if not self.get(id_).deleted:
                for each in [id_] if alone else with_parts(id_, self._parts_here):
                    entry_rows.set_deleted(self._space, self._stored(each), now)
        return self.get(id_)

    def undelete(self, id_: str) -> Entry:
        """Bring an entry back from the trash, with the parts that went there with it."""
        with self._space.write():
            if deleted := self.get(id_).deleted:
                for each in with_parts(id_, lambda whole: self.parts_in_trash(whole, deleted)):
                    entry_rows.set_deleted(self._space, self._stored(each), None)
        return self.get(id_)

    def parts(self, id_: str) -> list[Entry]:
        """The entries whose parent this one is, in the order of their dates; none of those in the trash."""
        rows = self._space.rows(
            f"SELECT {COLUMNS} FROM entry WHERE pos IN (SELECT rowid FROM search WHERE search MATCH ?) ORDER BY pos",
            (f"keys : {parent_token(id_)}",),
        )
        return [entry_in(self._space, row) for row in rows]

    def _parts_here(self, id_: str) -> list[str]:
        return [part.id for part in self.parts(id_)]

    def parts_in_trash(self, id_: str, deleted: str | None = None) -> list[str]:
        """The ids of the parts that were deleted, at the moment `deleted` if that is given."""
        rows = self._space.rows(
            "SELECT id FROM entry INDEXED BY entry_deleted WHERE deleted IS NOT NULL AND deleted = coalesce(?, deleted)"
            " AND instr(keys, ?) ORDER BY pos",
            (deleted, parent_token(id_)),
        )
        return [bytes(found).hex() for (found,) in rows]

    def _parts_anywhere(self, id_: str) -> list[str]:
        return [*self._parts_here(id_), *self.parts_in_trash(id_)]

    def _parts_without(self, id_: str, spared: Callable[[Entry], bool]) -> list[str]:
        return [part.id for part in self.with_ids(self._parts_anywhere(id_)) if not spared(part)]

    def versions(self, id_: str) -> list[Version]:
        """Earlier versions, newest first."""
        rows = self._space.rows(
            "SELECT number, kind, fields, saved FROM version WHERE entry = ? ORDER BY number DESC",
            (bytes.fromhex(id_),),
        )
        return [Version(number, kind, load_fields(fields), saved) for number, kind, fields, saved in rows]

    def due(self, mark: str, field: str, day: str) -> list[Entry]:
        """Entries that say yes to `mark` and whose day in `field` is `day` or before, those in the trash too.

        Field names are ours, never what somebody wrote.
        """
        until = f"json_extract(fields, '$.{field}') <= ?"
        rows = self._space.rows(
            f"SELECT {COLUMNS} FROM entry WHERE pos IN (SELECT rowid FROM search WHERE search MATCH ?) AND {until}",
            (f"keys : {mark_token(mark)}", day),
        )
        rows += self._space.rows(
            f"SELECT {COLUMNS} FROM entry INDEXED BY entry_deleted"
            f" WHERE deleted IS NOT NULL AND json_extract(fields, '$.{mark}') AND {until}",
            (day,),
        )
        return [entry_in(self._space, row) for row in rows]

    def forget(self, id_: str, now: str) -> None:
        """Erase an entry for good, see `forget_all`."""
        self.forget_all((id_,), now)

    def forget_all(
        self,
        ids: Iterable[str],
        now: str,
        *,
        only_if: Callable[[Entry], bool] | None = None,
        sparing: Callable[[Entry], bool] | None = None,
    ) -> None:
        """Erase entries and their parts for good: texts, versions, drafts, tags and traces in the search index.

        With `only_if`, those alone of which it holds at that moment; one that is not there any more is left out. Parts
        stay of which `sparing` holds.

        The file is written anew in the end, which takes memory of its size for a moment and, with 100,000 entries,
        some seconds. Not possible inside a transaction.
        """
        self._space.require_no_transaction()
        with self._space.write():
            parts_of = self._parts_anywhere if sparing is None else lambda id_: self._parts_without(id_, sparing)
            chosen = list(ids) if only_if is None else self._those(ids, only_if)
            for id_ in dict.fromkeys(each for whole in chosen for each in with_parts(whole, parts_of)):
                self.get(id_)  # each has to be there
                entry_rows.erase(self._space, id_, now)
            merge_index(self._space)
        compact_after_erasing(self._space)

    def _those(self, ids: Iterable[str], holds: Callable[[Entry], bool]) -> list[str]:
        return [entry.id for entry in self.with_ids(ids) if holds(entry)]

    def _stored(self, id_: str) -> entry_rows.Stored:
        stored = entry_rows.stored(self._space, id_)
        if stored is None:
            raise Refused(f"There is no entry {id_[:8]}.", "“peerlog list” shows the ids.")
        return stored


def with_parts(id_: str, parts_of: Callable[[str], Iterable[str]]) -> list[str]:
    """An entry, its parts, the parts of these and so on; each once, for a file from elsewhere may lead in a circle."""
    found = [id_]
    seen = {id_}
    for each in found:
        new = [part for part in parts_of(each) if part not in seen]
        seen.update(new)
        found += new
    return found


def _shared(one: str, other: str) -> int:
    """How many characters two ids have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=True)))
