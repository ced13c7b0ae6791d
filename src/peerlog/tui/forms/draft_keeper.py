"""Keeps what is being written: at most a second of typing is ever lost, whatever happens to the program."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from ...domain.entry import Draft
from ...domain.problem import Problem
from ...errors import PeerlogError
from ..life.session import Locked

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.timer import Timer

    from ..journal_app import JournalApp

KEEP_AFTER_SECONDS = 0.6


class DraftKeeper:
    """Stores the draft that `collect` gives a moment after each change, never two at a time."""

    def __init__(self, screen: MessagePump, app: JournalApp, collect: Callable[[], Draft]) -> None:
        self._screen = screen
        self.app = app
        self._collect = collect
        self._one_at_a_time = asyncio.Lock()
        self._timer: Timer | None = None
        self._changed = False
        self._ended = False
        self._complained = False

    def note_change(self) -> None:
        """Something was typed."""
        if self._ended:
            return
        self._changed = True
        if self._timer is None:
            self._timer = self._screen.set_timer(KEEP_AFTER_SECONDS, self._keep_in_passing)

    def note_saved(self) -> None:
        """Everything is in the journal."""
        self._changed = False

    def end(self) -> None:
        """Store nothing any more: what was written has been saved or thrown away."""
        self._ended, self._changed = True, False
        if self._timer is not None:
            self._timer.stop()

    async def _keep_in_passing(self) -> None:
        self._timer = None
        await self.keep()

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Around a save: a draft stored after it would stay behind."""
        async with self._one_at_a_time:
            yield

    async def keep(self) -> bool:
        """Store what has not been stored yet; whether it is all stored now."""
        async with self._one_at_a_time:
            if not self._changed:
                return True
            self._changed = False
            if await self._stored(self._collect()):
                return True
            self._changed = not self._ended
            return self._ended

    async def _stored(self, draft: Draft) -> bool:
        try:
            await self.app.session.run(
                lambda journal: journal.entries.keep_draft(replace(draft, saved=journal.time.stamp()))
            )
        except Locked:
            return False
        except (PeerlogError, Problem) as error:
            if not self._complained:
                self.app.tell_error(error)
            self._complained = True
            return False
        self._complained = False
        return True
