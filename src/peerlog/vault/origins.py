"""Where imported entries came from, so that nothing is imported twice."""

from __future__ import annotations

from .space import Space


class Origins:
    """The sources of one space's imported entries, by stable keys such as "jrnl:…"."""

    def __init__(self, space: Space) -> None:
        self._space = space

    def entry_for(self, source: str) -> str | None:
        """The id of the entry that was made from `source`, be it deleted by now, or None."""
        row = self._space.row("SELECT entry FROM origin WHERE source = ?", (source,))
        return bytes(row[0]).hex() if row else None

    def all(self) -> dict[str, list[str]]:
        """The sources of every imported entry, by its id."""
        found: dict[str, list[str]] = {}
        for source, entry in self._space.rows("SELECT source, entry FROM origin ORDER BY source"):
            found.setdefault(bytes(entry).hex(), []).append(source)
        return found

    def was_forgotten(self, entry: str | None) -> bool:
        """Whether the entry with this full id was erased from the space for good."""
        if entry is None:
            return False
        return self._space.row("SELECT 1 FROM forgotten WHERE entry = ?", (bytes.fromhex(entry),)) is not None

    def remember(self, source: str, entry: str) -> None:
        with self._space.write():
            self._space.run(
                "INSERT OR REPLACE INTO origin(source, entry) VALUES (?, ?)", (source, bytes.fromhex(entry))
            )
