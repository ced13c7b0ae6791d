"""What is being written, kept while it is written, in the space where it belongs."""

from __future__ import annotations

import json

from ..domain.entry import Draft
from .rows import json_object
from .space import Space


class Drafts:
    """The drafts of one open space."""

    def __init__(self, space: Space) -> None:
        self._space = space

    def keep(self, draft: Draft) -> None:
        """Store a draft, replacing what it held before; one durable write."""
        with self._space.write():
            self._space.run(
                "INSERT OR REPLACE INTO draft(id, kind, fields, saved, entry, base) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    draft.id,
                    draft.kind,
                    json.dumps(
                        draft.fields
                    ),  # escaped, for a draft may hold what no text may, such as half a character
                    draft.saved,
                    bytes.fromhex(draft.entry) if draft.entry else None,
                    draft.base,
                ),
            )

    def take_over(self, id_: str, new_id: str) -> None:
        """Give a draft another id. Whoever still writes under the old one keeps theirs beside it from then on."""
        with self._space.write():
            self._space.run("UPDATE draft SET id = ? WHERE id = ?", (new_id, id_))

    def drop(self, id_: str) -> None:
        """Remove a draft; one that is not there is no error, for saving and discarding may race."""
        with self._space.write():
            self._space.run("DELETE FROM draft WHERE id = ?", (id_,))

    def has(self, id_: str) -> bool:
        """Whether there is a draft with this id."""
        return self._space.row("SELECT 1 FROM draft WHERE id = ?", (id_,)) is not None

    def all(self) -> list[Draft]:
        """Every draft, the latest first."""
        rows = self._space.rows("SELECT id, kind, fields, saved, entry, base FROM draft ORDER BY saved DESC")
        name, label = self._space.name, self._space.label
        return [
            Draft(id_, kind, json_object(fields), saved, bytes(entry).hex() if entry else None, base, name, label)
            for id_, kind, fields, saved, entry, base in rows
        ]
