"""Which entries a list or a search shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .entry import Entry


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything, narrowed: any of `kinds`, all of `tags`, days from `since` to `until` (both included).

    `linked_to` keeps entries that link to that id. `deleted` shows the trash instead of the journal.
    """

    kinds: frozenset[str] = field(default_factory=frozenset)
    tags: frozenset[str] = field(default_factory=frozenset)
    since: date | None = None
    until: date | None = None
    linked_to: str | None = None
    deleted: bool = False

    @property
    def is_everything(self) -> bool:
        return self == Selection()


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that a search found, and the text around the match.

    `marks` are the (start, end) offsets of the matches in `snippet`, `title_marks` those in the entry's title.
    """

    entry: Entry
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Hits from newest to oldest, and the place to go on from (None at the end)."""

    hits: tuple[Hit, ...]
    after: int | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(hit.entry for hit in self.hits)
