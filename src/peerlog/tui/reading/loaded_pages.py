"""Which pages of a long list are in memory: a window that moves along it, never more than a few hundred rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from .listing import Listed, ListedPage

MOST_ROWS = 500


class LoadedPages:
    """Neighbouring pages, newest first. What falls out at the newer end can be read again: its beginning is kept."""

    def __init__(self, pages: Sequence[ListedPage], newer: Sequence[int | None] = ()) -> None:
        """`newer` are the beginnings of pages before the first, as `newer_starts` of an earlier window gave them."""
        self._pages = list(pages)
        self.newer_starts = list(newer)

    @property
    def rows(self) -> Iterator[Listed]:
        return (row for page in self._pages for row in page.rows)

    @property
    def today(self) -> date:
        return self._pages[0].today

    @property
    def whose(self) -> str:
        return self._pages[0].whose

    @property
    def start(self) -> int | None:
        """Where the first page in memory begins; None at the newest entry."""
        return self._pages[0].start

    @property
    def end(self) -> int | None:
        """Where the next older page begins; None when the oldest entry is in memory."""
        return self._pages[-1].after

    @property
    def count(self) -> int:
        return sum(len(page.rows) for page in self._pages)

    def add_older(self, pages: Sequence[ListedPage]) -> bool:
        """Add pages at the end; whether newer ones had to go."""
        self._pages += pages
        kept = len(self._pages)
        while self._too_many():
            self.newer_starts.append(self._pages.pop(0).start)
        return len(self._pages) < kept

    def add_newer(self, pages: Sequence[ListedPage]) -> None:
        """Add pages before the first that begin at the last of `newer_starts`."""
        self.newer_starts.pop()
        self._pages = [*pages, *self._pages]
        while self._too_many():
            self._pages.pop()

    def _too_many(self) -> bool:
        return len(self._pages) > 1 and self.count > MOST_ROWS
