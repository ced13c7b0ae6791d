"""A page of entries as the list shows them, collected in the journal's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...domain.moment import Moment
from ...domain.selection import Hit, Selection
from ...journal.cpd.quiet_marks import marks_of
from ...journal.journal import Journal
from ...journal.shared.authorship import ME
from ...journal.versions.marked_apart import ids_with_two_versions

PAGE = 50
"""How many entries the list asks for at a time."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the list: what was found, when it happened on the journal's own clock, if it has two versions.

    `by` is whoever wrote it, empty for oneself; `counts` says that it counts as CPD, and for how long.
    """

    hit: Hit
    when: Moment
    apart: bool = False
    by: str = ""
    counts: str = ""

    @property
    def id(self) -> str:
        return self.hit.entry.id


@dataclass(frozen=True, slots=True)
class ListedPage:
    """Some entries, newest first, from `start` (None: the newest of all) up to `after` (None: there are no more).

    `whose` says in words to what it is narrowed, such as `with Sam` or `private`; empty for everything.
    """

    rows: tuple[Listed, ...]
    start: int | None
    after: int | None
    today: date
    whose: str = ""


def read_page(
    journal: Journal, selection: Selection, words: str = "", after: int | None = None, limit: int = PAGE
) -> ListedPage:
    """A page of the journal, read where the database may be read."""
    page = journal.entries.page(selection, words, after=after, limit=limit)
    apart = ids_with_two_versions(journal)
    counting = {id_: mark.short for id_, mark in marks_of(journal, [hit.entry.id for hit in page.hits]).items()}
    rows = tuple(_listed(journal, hit, apart, counting.get(hit.entry.id, "")) for hit in page.hits)
    return ListedPage(rows, after, page.after, journal.time.today(), _whose(journal, selection.space))


def _listed(journal: Journal, hit: Hit, apart: frozenset[str], counts: str) -> Listed:
    author = journal.entries.author_of(hit.entry) if hit.entry.with_whom else ME
    by = "" if author.is_me else author.name or "somebody else"
    return Listed(hit, journal.entries.when_of(hit.entry), hit.entry.id in apart, by, counts)


def read_pages(
    journal: Journal, selection: Selection, words: str, start: int | None, rows: int, newer_than: int | None = None
) -> list[ListedPage]:
    """Pages from `start` on until they hold `rows` entries, reach the position `newer_than`, or the journal ends."""
    pages = [read_page(journal, selection, words, start)]
    while (after := pages[-1].after) is not None:
        if sum(len(page.rows) for page in pages) >= rows or (newer_than is not None and after <= newer_than):
            break
        pages.append(read_page(journal, selection, words, after))
    return pages


def _whose(journal: Journal, space: str | None) -> str:
    if space is None or space not in journal.spaces:
        return ""
    label = journal.spaces[space].label
    return f"with {label}" if label else "private"
