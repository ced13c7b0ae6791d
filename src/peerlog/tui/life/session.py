"""The one thread that owns the open journal. The screen asks it and never waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from ...journal.home import Home
    from ...journal.journal import Journal
    from ...journal.safekeeping.upkeep import RecoveryKey

T = TypeVar("T")


class Locked(Exception):
    """The journal was locked before this could be done."""


class Session:
    """An app's journal: opened, used and closed in one thread of its own, because a database belongs to its thread."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._journal: Journal | None = None
        self.shown_key: RecoveryKey | None = None
        """Recovery words that have been shown and open nothing yet; they go when the journal is closed."""

    @property
    def is_open(self) -> bool:
        return self._journal is not None

    async def open(self, opener: Callable[[], Journal]) -> None:
        """Open the journal with `opener`, such as `unlock`; its errors are raised here and leave all as it was."""

        def opened() -> None:
            journal = opener()
            self._close()
            self._journal = journal

        await self._in_thread(opened)

    async def run(self, use: Callable[[Journal], T]) -> T:
        """The result of `use(journal)`; raises `Locked` when the journal has been closed meanwhile."""

        def used() -> T:
            if self._journal is None:
                raise Locked
            return use(self._journal)

        return await self._in_thread(used)

    async def lock(self) -> None:
        """Close the journal and drop its keys, after whatever is being written."""
        await self._in_thread(self._close)

    def end(self) -> None:
        """Close the journal and the thread; waits for what is being written."""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=True)

    def _close(self) -> None:
        journal, self._journal, self.shown_key = self._journal, None, None
        if journal:
            journal.close()

    async def _in_thread(self, call: Callable[[], T]) -> T:
        return await asyncio.wrap_future(self._thread.submit(call))
