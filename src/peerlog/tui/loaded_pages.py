"""Which pages of a long list are in memory: a window that moves along it, never more than a few hundred rows."""

from __future__ import annotations

from collections.abc import Iterator

from .listing import Listed, ListedPage

MOST_ROWS = 500


class LoadedPages:
    """Neighbouring pages, newest first. What falls out at one end can be read again, for its beginning is remembered."""

    def __init__(self, first: ListedPage) -> None:
        self._pages = [first]
        self._starts_before: list[int | None] = []

    @property
    def rows(self) -> Iterator[Listed]:
        return (row for page in self._pages for row in page.rows)

    @property
    def newest(self) -> ListedPage:
        return self._pages[0]

    @property
    def next_start(self) -> int | None:
        """Where the next older page begins; None when the end is in memory."""
        return self._pages[-1].after

    @property
    def has_newer(self) -> bool:
        """Whether newer pages have fallen out."""
        return bool(self._starts_before)

    @property
    def previous_start(self) -> int | None:
        """Where the page before the first in memory begins (None is the very newest); only when `has_newer`."""
        return self._starts_before[-1]

    def add_older(self, page: ListedPage) -> None:
        self._pages.append(page)
        while self._too_many():
            self._starts_before.append(self._pages.pop(0).start)

    def add_newer(self, page: ListedPage) -> None:
        self._starts_before.pop()
        self._pages.insert(0, page)
        while self._too_many():
            self._pages.pop()

    def _too_many(self) -> bool:
        return len(self._pages) > 1 and sum(len(page.rows) for page in self._pages) > MOST_ROWS
