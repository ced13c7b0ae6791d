"""Which entries a list or a search shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .entry import Entry


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything, narrowed: any of `kinds`, all of `tags`, days from `since` to `until` (both included).

    `space` keeps those of one space, by its name; `linked_to` keeps entries that link to that id, `parent` the parts of
    that id, `states` those in one of these states, `marks` those that say yes to all of these fields. `deleted` shows
    the trash instead of the journal. Kinds that are parts come only when they are asked for: by their name, their
    parent, by words, or all of them `with_parts`.
    """

    kinds: frozenset[str] = field(default_factory=frozenset)
    tags: frozenset[str] = field(default_factory=frozenset)
    since: date | None = None
    until: date | None = None
    linked_to: str | None = None
    parent: str | None = None
    states: frozenset[str] = field(default_factory=frozenset)
    with_parts: bool = False
    deleted: bool = False
    marks: frozenset[str] = field(default_factory=frozenset)
    space: str | None = None

    @property
    def leaves_out_parts(self) -> bool:
        return not (self.with_parts or self.kinds or self.parent)

    @property
    def is_everything(self) -> bool:
        return self == Selection()


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that a search found, and the text around the match.

    `marks` are the (start, end) offsets of the matches in `snippet`, `title_marks` those in the entry's title.
    `position` is the entry's place in time, see `Page.after`.
    """

    entry: Entry
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """Hits from newest to oldest, and the place to go on from (None at the end)."""

    hits: tuple[Hit, ...]
    after: int | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(hit.entry for hit in self.hits)
