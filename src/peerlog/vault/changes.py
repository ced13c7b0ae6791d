"""The signed changes of a space, the values that they set, and what here differs from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..history.change import Change, read_change
from .space import Space

Kept = tuple[bytes, str]
"""A value beside a change: its salt and its JSON text."""

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Stored:
    """A change with its signature as it is kept; `number` counts the changes of this space in the order of arrival."""

    number: int
    text: bytes
    signature: bytes


class Changes:
    """The changes of one open space. Everything that writes belongs inside `space.write()`."""

    def __init__(self, space: Space) -> None:
        self._space = space

    def keep(self, changes: Iterable[tuple[Change, bytes, Mapping[str, Kept]]], learned: int) -> list[Change]:
        """Store changes with their signatures and values; those that were not here yet.

        `learned` is the number of our next update. A change that is here already only gains the values it lacked.
        """
        given = list({change.id: (change, signature, values) for change, signature, values in changes}.values())
        last = self._space.rows("SELECT coalesce(max(number), 0) FROM change")[0][0]
        self._space.run_many(
            "INSERT OR IGNORE INTO change(id, entry, device, seq, learned, text, signature)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (each.id, bytes.fromhex(each.entry), each.device, each.seq, learned, each.text.decode(), signature)
                for each, signature, _ in given
            ],
        )
        added = self._space.rows("SELECT id, number FROM change WHERE number > ?", (last,))
        numbers = {bytes(id_): number for id_, number in added}
        gained = set(numbers)
        numbers |= self._numbers([change.id for change, _, _ in given if change.id not in gained])
        here = self._registers([number for id_, number in numbers.items() if id_ not in gained])
        kept = []
        for change, _, values in given:
            number = numbers[change.id]
            if missing := values.keys() - here.get(number, frozenset()):
                gained.add(change.id)
                kept += [(number, register, *values[register]) for register in missing]
        # In the order of the table, which is much quicker.
        self._space.run_many(
            "INSERT OR IGNORE INTO change_value(change, register, salt, value) VALUES (?, ?, ?, ?)", sorted(kept)
        )
        return [change for change, _, _ in given if change.id in gained]

    def known_entries(self, entries: Iterable[str]) -> set[str]:
        """Those of these entries of which there is a change."""
        wanted = [bytes.fromhex(entry) for entry in entries]
        found: set[str] = set()
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            rows = self._space.rows(f"SELECT DISTINCT entry FROM change WHERE entry IN ({marks})", some)
            found.update(bytes(entry).hex() for (entry,) in rows)
        return found

    def _numbers(self, ids: list[bytes]) -> dict[bytes, int]:
        found: dict[bytes, int] = {}
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            rows = self._space.rows(f"SELECT id, number FROM change WHERE id IN ({marks})", some)
            found.update((bytes(id_), number) for id_, number in rows)
        return found

    def _registers(self, numbers: list[int]) -> dict[int, set[str]]:
        """Of which registers of these changes the values are here."""
        found: dict[int, set[str]] = {}
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            rows = self._space.rows(f"SELECT change, register FROM change_value WHERE change IN ({marks})", some)
            for number, register in rows:
                found.setdefault(number, set()).add(register)
        return found

    def of_entry(self, entry: str) -> list[Change]:
        """The changes of an entry in the order of their arrival."""
        rows = self._space.rows("SELECT text FROM change WHERE entry = ? ORDER BY number", (bytes.fromhex(entry),))
        return [read_change(text.encode()) for (text,) in rows]

    def values_of(self, entry: str) -> dict[tuple[bytes, str], Kept]:
        """The values that changes of an entry set, by change and register."""
        rows = self._space.rows(
            "SELECT c.id, v.register, v.salt, v.value FROM change AS c"
            " JOIN change_value AS v ON v.change = c.number WHERE c.entry = ?",
            (bytes.fromhex(entry),),
        )
        return {(bytes(change), register): (bytes(salt), value) for change, register, salt, value in rows}

    def stored(self, numbers: Iterable[int]) -> Iterator[tuple[Stored, dict[str, Kept]]]:
        """Changes by their numbers with the values that are still here, in that order."""
        wanted = list(numbers)
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            values: dict[int, dict[str, Kept]] = {}
            for number, register, salt, value in self._space.rows(
                f"SELECT change, register, salt, value FROM change_value WHERE change IN ({marks})",
                some,
            ):
                values.setdefault(number, {})[register] = (bytes(salt), value)
            found = {
                number: Stored(number, text.encode(), bytes(signature))
                for number, text, signature in self._space.rows(
                    f"SELECT number, text, signature FROM change WHERE number IN ({marks})", some
                )
            }
            for number in some:
                yield found[number], values.get(number, {})

    def erase_values(self, entry: str) -> None:
        """Take out all values of an entry for good."""
        self._space.run(
            "DELETE FROM change_value WHERE change IN (SELECT number FROM change WHERE entry = ?)",
            (bytes.fromhex(entry),),
        )

    def last_of(self, device: str) -> tuple[int, bytes] | None:
        """The highest sequence number of a device, and the id of that change."""
        row = self._space.row("SELECT seq, id FROM change WHERE device = ? ORDER BY seq DESC LIMIT 1", (device,))
        return (row[0], bytes(row[1])) if row else None

    def newest(self) -> int:
        """The number of the change that was kept last, 0 before any."""
        return int(self._space.rows("SELECT coalesce(max(number), 0) FROM change")[0][0])

    def head_of(self, device: str, after: int = 0) -> tuple[int, bytes] | None:
        """The newest change of a device up to which none is missing; `after` is known to be reached."""
        row = self._space.row(
            "SELECT seq, id FROM change AS c WHERE device = ?1 AND seq >= ?2 AND NOT EXISTS"
            " (SELECT 1 FROM change WHERE device = ?1 AND seq = c.seq + 1) ORDER BY seq, id LIMIT 1",
            (device, max(after, 1)),
        )
        if row is None or (row[0] > 1 and not after and not self._has(device, 1)):
            return None
        return row[0], bytes(row[1])

    def _has(self, device: str, seq: int) -> bool:
        return self._space.row("SELECT 1 FROM change WHERE device = ? AND seq = ?", (device, seq)) is not None

    def devices(self) -> list[str]:
        """Every device of which there is a change."""
        return [str(device) for (device,) in self._space.rows("SELECT DISTINCT device FROM change ORDER BY device")]

    def entries_of(self, device: str) -> list[str]:
        """The entries that a device has changed."""
        rows = self._space.rows("SELECT DISTINCT entry FROM change WHERE device = ?", (device,))
        return [bytes(entry).hex() for (entry,) in rows]

    def forks(self, device: str, first: int, last: int) -> list[int]:
        """The numbers from first to last under which a device has made more than one change."""
        rows = self._space.rows(
            "SELECT seq FROM change WHERE device = ? AND seq BETWEEN ? AND ? GROUP BY seq HAVING count(*) > 1",
            (device, first, last),
        )
        return [seq for (seq,) in rows]

    def forked(self, device: str, seq: int) -> bool:
        """Whether a device has made more than one change under this number."""
        row = self._space.row("SELECT count(*) FROM change WHERE device = ? AND seq = ?", (device, seq))
        return bool(row and row[0] > 1)

    def first_fork(self, device: str) -> int | None:
        """The lowest number under which a device has made more than one change; None as it should be."""
        row = self._space.row(
            "SELECT seq FROM change WHERE device = ? GROUP BY seq HAVING count(*) > 1 ORDER BY seq LIMIT 1", (device,)
        )
        return row[0] if row else None

    def touched(self) -> list[str]:
        """The entries that differ, or may differ, from what has left."""
        return [bytes(entry).hex() for (entry,) in self._space.rows("SELECT entry FROM touched ORDER BY entry")]

    def is_touched(self, entry: str) -> bool:
        return self._space.row("SELECT 1 FROM touched WHERE entry = ?", (bytes.fromhex(entry),)) is not None

    def settle(self, entry: str) -> None:
        """Note that an entry stands here as its changes have it."""
        for table in ("touched", "pending"):
            self._space.run(f"DELETE FROM {table} WHERE entry = ?", (bytes.fromhex(entry),))

    def touch(self, entry: str) -> None:
        """Note that an entry has something that has not left."""
        self._space.run("INSERT OR IGNORE INTO touched(entry) VALUES (?)", (bytes.fromhex(entry),))

    def touch_all(self) -> None:
        """Note that no entry has left yet; those in the trash stay, unless they are brought back."""
        self._space.run("INSERT OR IGNORE INTO touched(entry) SELECT id FROM entry WHERE deleted IS NULL")

    def count_touched(self) -> int:
        return int(self._space.rows("SELECT count(*) FROM touched")[0][0])

    def untouch(self, entries: Iterable[str]) -> None:
        self._space.run_many("DELETE FROM touched WHERE entry = ?", [(bytes.fromhex(entry),) for entry in entries])

    def pending(self, entry: str) -> dict[str, tuple[bytes, ...]]:
        """What is changed here and has not left although others' changes came: by register, what it supersedes."""
        rows = self._space.rows("SELECT register, supersedes FROM pending WHERE entry = ?", (bytes.fromhex(entry),))
        return {register: tuple(bytes.fromhex(each) for each in json.loads(ids)) for register, ids in rows}

    def keep_pending(
        self, entry: str, register: str, supersedes: Iterable[bytes], *, deletes: bool = False, before: str = ""
    ) -> None:
        """Note on what a register was changed here; the entry's row holds its value, and `deletes` a deletion.

        `before` is what brings back how it was before two versions were settled by it; empty for an ordinary edit.
        """
        self._space.run(
            "INSERT OR REPLACE INTO pending(entry, register, supersedes, deletes, before) VALUES (?, ?, ?, ?, ?)",
            (bytes.fromhex(entry), register, json.dumps([each.hex() for each in supersedes]), deletes, before),
        )
        self.touch(entry)

    def settled(self, entry: str) -> dict[str, str]:
        """The registers whose two versions were settled here without that having left, with what undoes it."""
        rows = self._space.rows(
            "SELECT register, before FROM pending WHERE entry = ? AND before <> ''", (bytes.fromhex(entry),)
        )
        return {str(register): str(before) for register, before in rows}

    def all_settled(self) -> list[tuple[str, str]]:
        """(entry, register) of two versions that were settled here without that having left."""
        rows = self._space.rows("SELECT entry, register FROM pending WHERE before <> '' ORDER BY entry, register")
        return [(bytes(entry).hex(), register) for entry, register in rows]

    def deletion_is_pending(self, entry: str) -> bool:
        """Whether the entry was deleted here without that having left, although it may stand beside others' edits."""
        found = self._space.row("SELECT 1 FROM pending WHERE entry = ? AND deletes = 1", (bytes.fromhex(entry),))
        return found is not None

    def drop_pending(self, entry: str, register: str) -> None:
        self._space.run("DELETE FROM pending WHERE entry = ? AND register = ?", (bytes.fromhex(entry), register))

    def mark_two_versions(self, entry: str, registers: Iterable[str], now: str) -> None:
        """Note which registers of an entry have two versions; those that were known keep their time."""
        wanted = set(registers)
        known = {register for _, register, _ in self.two_versions(entry)}
        for register in known - wanted:
            self._space.run(
                "DELETE FROM two_versions WHERE entry = ? AND register = ?", (bytes.fromhex(entry), register)
            )
        for register in sorted(wanted - known):
            self._space.run(
                "INSERT INTO two_versions(entry, register, since) VALUES (?, ?, ?)",
                (bytes.fromhex(entry), register, now),
            )

    def two_versions(self, entry: str | None = None) -> list[tuple[str, str, str]]:
        """(entry, register, since) of what two people have changed apart from each other, the oldest first."""
        chosen, parameters = ("WHERE entry = ?", (bytes.fromhex(entry),)) if entry else ("", ())
        rows = self._space.rows(
            f"SELECT entry, register, since FROM two_versions {chosen} ORDER BY since, entry, register", parameters
        )
        return [(bytes(each).hex(), register, since) for each, register, since in rows]
