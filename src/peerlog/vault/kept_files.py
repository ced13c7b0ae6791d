"""Files that are kept with entries: their content lies in pieces in the space of their entry, and never leaves it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from hashlib import sha256

from ..domain.kept_file import KeptFile
from ..errors import BadInput, Damaged, Refused
from .erasing import finish_erasing
from .space import Row, Space

CHUNK = 256 * 1024
"""How many bytes of a file lie in one piece; the last one holds the rest."""

_COLUMNS = "id, entry, name, media, size, sha256, chunks, added, coalesce(until, ''), coalesce(removed, '')"


class KeptFiles:
    """The kept files of one open space. What is read is read piece by piece."""

    def __init__(self, space: Space) -> None:
        self._space = space

    def keep(
        self, entry: str, name: str, media: str, chunks: Iterable[bytes], now: str, *, until: str = ""
    ) -> KeptFile:
        """Store a file whose content comes in pieces of `CHUNK` bytes, but for the last; all of it or nothing.

        Joins an open transaction: whatever `chunks` raises takes back what was stored. `now` is a UTC stamp, `until`
        a day or empty.
        """
        id_ = secrets.token_bytes(16)
        digest, size, number = sha256(), 0, 0
        with self._space.write():
            for number, data in enumerate(chunks, 1):
                digest.update(data)
                size += len(data)
                self._space.run("INSERT INTO kept_chunk(file, number, data) VALUES (?, ?, ?)", (id_, number, data))
            self._space.run(
                "INSERT INTO kept_file(id, entry, name, media, size, sha256, chunks, added, until)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''))",
                (id_, bytes.fromhex(entry), name, media, size, digest.digest(), number, now, until),
            )
        return self.get(id_.hex())

    def find(self, id_: str) -> KeptFile | None:
        """The file with this full id, also one that was removed."""
        row = self._space.row(f"SELECT {_COLUMNS} FROM kept_file WHERE id = ?", (bytes.fromhex(id_),))
        return self._file(row) if row else None

    def get(self, id_: str) -> KeptFile:
        """As `find`; raises `Refused` when there is none."""
        found = self.find(id_)
        if found is None:
            raise Refused(f"There is no file {id_[:8]}.", "“peerlog evidence list” shows the ids.")
        return found

    def of(self, entry: str, *, removed: bool = False) -> list[KeptFile]:
        """The files kept with an entry, in the order in which they came; with `removed` those that were taken away."""
        rows = self._space.rows(
            f"SELECT {_COLUMNS} FROM kept_file WHERE entry = ? AND (removed IS NOT NULL) = ? ORDER BY added, name, id",
            (bytes.fromhex(entry), removed),
        )
        return [self._file(row) for row in rows]

    def all(self, *, removed: bool = False) -> list[KeptFile]:
        """Every kept file, the newest first; with `removed` those that were taken away."""
        rows = self._space.rows(
            f"SELECT {_COLUMNS} FROM kept_file WHERE (removed IS NOT NULL) = ? ORDER BY added DESC, name, id",
            (removed,),
        )
        return [self._file(row) for row in rows]

    def kept_long_enough(self, today: str) -> list[KeptFile]:
        """Those whose last day comes before `today`, the earliest first; none that was taken away."""
        rows = self._space.rows(
            f"SELECT {_COLUMNS} FROM kept_file WHERE removed IS NULL AND until < ? ORDER BY until, name, id", (today,)
        )
        return [self._file(row) for row in rows]

    def entries_with_files(self) -> set[str]:
        """The ids of entries, none in the trash, with which a file is kept that was not removed."""
        rows = self._space.rows(
            "SELECT DISTINCT file.entry FROM kept_file AS file LEFT JOIN entry ON entry.id = file.entry"
            " WHERE file.removed IS NULL AND entry.deleted IS NULL"
        )
        return {bytes(entry).hex() for (entry,) in rows}

    def beginning_with(self, prefix: str) -> list[str]:
        """The first two ids that begin with these hex digits, four or more; raises `BadInput` for what is no id."""
        prefix = prefix.strip().casefold()
        if not 4 <= len(prefix) <= 32 or not set(prefix) <= set("0123456789abcdef"):
            raise BadInput(
                f"“{prefix[:40]}” is not a file's id.",
                "An id is four or more of 0-9 and a-f; see “peerlog evidence list”.",
            )
        rows = self._space.rows(
            "SELECT id FROM kept_file WHERE id BETWEEN ? AND ? LIMIT 2",
            (bytes.fromhex(prefix.ljust(32, "0")), bytes.fromhex(prefix.ljust(32, "f"))),
        )
        return [bytes(id_).hex() for (id_,) in rows]

    def sizes(self) -> tuple[int, int]:
        """How many files are kept, removed ones among them, and how many bytes they have."""
        many, size = self._space.rows("SELECT count(*), coalesce(sum(size), 0) FROM kept_file")[0]
        return int(many), int(size)

    def chunks(self, file: KeptFile) -> Iterator[bytes]:
        """The content piece by piece; raises `Damaged` in the end, or before, when it is not what was stored.

        What came until then is not to be used. Other processes can write in between.
        """
        digest = sha256()
        for number in range(1, file.chunks + 1):
            row = self._space.row(
                "SELECT data FROM kept_chunk WHERE file = ? AND number = ?", (bytes.fromhex(file.id), number)
            )
            if row is None and self.find(file.id) is None:
                raise Refused(f"“{file.name}” was erased meanwhile.")
            if row is None:
                raise _damaged(file)
            digest.update(row[0])
            yield bytes(row[0])
        if digest.hexdigest() != file.sha256:
            raise _damaged(file)

    def set_removed(self, id_: str, removed: str | None) -> KeptFile:
        """Take a file away, at this UTC stamp, or bring it back."""
        with self._space.write():
            self.get(id_)
            self._space.run("UPDATE kept_file SET removed = ? WHERE id = ?", (removed, bytes.fromhex(id_)))
        return self.get(id_)

    def set_until(self, id_: str, until: str) -> KeptFile:
        """Note up to which day a file is to be kept; empty for none."""
        with self._space.write():
            self.get(id_)
            self._space.run("UPDATE kept_file SET until = nullif(?, '') WHERE id = ?", (until, bytes.fromhex(id_)))
        return self.get(id_)

    def erase(self, ids: Iterable[str]) -> None:
        """Erase files for good; not possible inside a transaction. See `finish_erasing`."""
        self._space.require_no_transaction()
        with self._space.write():
            for id_ in ids:
                self.get(id_)
                erase_file(self._space, bytes.fromhex(id_))
        finish_erasing(self._space)

    def _file(self, row: Row) -> KeptFile:
        id_, entry, name, media, size, digest, chunks, added, until, removed = row
        return KeptFile(
            bytes(id_).hex(),
            bytes(entry).hex(),
            name,
            media,
            size,
            bytes(digest).hex(),
            chunks,
            added,
            until,
            removed,
            self._space.name,
            self._space.label,
        )


def erase_files_of(space: Space, entry: bytes) -> int:
    """Erase what is kept with an entry (32 bytes), inside `write()`; how many files there were."""
    rows = space.rows("SELECT id FROM kept_file WHERE entry = ?", (entry,))
    for (id_,) in rows:
        erase_file(space, bytes(id_))
    return len(rows)


def erase_file(space: Space, id_: bytes) -> None:
    space.run("DELETE FROM kept_chunk WHERE file = ?", (id_,))
    space.run("DELETE FROM kept_file WHERE id = ?", (id_,))


def _damaged(file: KeptFile) -> Damaged:
    return Damaged(
        f"“{file.name}” is not what was stored: it is damaged.",
        "Nothing was written. “peerlog check” says more; an earlier backup may hold it whole.",
    )
