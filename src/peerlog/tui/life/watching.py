"""Noticing what other processes write to the journal while the app has it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import PeerlogError
from ..messages import JournalChanged
from .session import Locked

if TYPE_CHECKING:
    from ..journal_app import JournalApp

LOOK_SECONDS = 2.0


class Watch:
    """Compares the journal with how it was at the last look; the app tells whatever shows it."""

    def __init__(self, app: JournalApp) -> None:
        self._app = app
        self._seen: int | None = None
        self._looking = False

    def start_anew(self) -> None:
        """What is seen next is how things are, not a change."""
        self._seen = None

    def look_in_passing(self) -> None:
        """Look without ever queueing up behind a busy journal."""
        if self._app.session.is_open and not self._looking:
            self._looking = True
            self._app.run_worker(self._look_once(), group="look")

    async def _look_once(self) -> None:
        try:
            await self.look()
        finally:
            self._looking = False

    async def look(self) -> None:
        """Post `JournalChanged` when another process has written since the last look."""
        try:
            seen = await self._app.session.run(lambda journal: journal.changes_seen)
        except Locked:
            self._seen = None
            return
        except PeerlogError as error:
            if self._seen is not None:
                self._app.tell_error(error)
            self._seen = None
            return
        if self._seen not in (None, seen):
            self._app.post_message(JournalChanged())
        self._seen = seen
