"""Keys typed faster than the screen follows reach what the keys before them opened.

Textual hands a key to whatever has the focus when it arrives. Typed quickly, the first letters after the key for a
new note would still reach the list, as commands. So a key that is no mere letter in a field is followed to its end,
and what is typed meanwhile waits. Such a key waits itself until the letters before it have arrived: with priority it
would be looked at before the field has them, and Enter would take half of what was typed.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from textual import events
from textual.keys import key_to_character
from textual.message_pump import MessagePump
from textual.worker import Worker, WorkerError

if TYPE_CHECKING:
    from ..journal_app import JournalApp

FOLLOWED = "followed"
"""The group of the app's workers that a key starts and the next key waits for."""

_PATIENCE = 3.0
_ROUNDS = 2
_GLANCE = 0.02

Typed = events.Key | events.Paste


class TypeAhead:
    """Holds back what is typed while an earlier key has not come to its end."""

    def __init__(self, app: JournalApp) -> None:
        self._app = app
        self._waiting: deque[Typed] = deque()
        self._released: Typed | None = None
        self.busy = False
        """Whether a key is on its way."""
        self._following: asyncio.Task[None] | None = None
        self._text_is_coming = False
        """Whether letters may still be on their way to the field."""

    def holds(self, typed: Typed) -> bool:
        """Whether it has to wait; it comes back by itself."""
        if typed is self._released:
            self._released = None
            return False
        if self.busy:
            self._waiting.append(typed)
        elif self._text_is_coming and not self._is_mere_text(typed):
            self.busy = True
            self._waiting.append(typed)
            self._following = asyncio.create_task(self._until_text_is_there())
        return self.busy

    @asynccontextmanager
    async def following(self, typed: Typed) -> AsyncIterator[None]:
        """Around what sends it on its way: what comes later waits until it has had its effect."""
        self._text_is_coming = self._is_mere_text(typed)
        self.busy = bool(self._waiting) or not self._text_is_coming
        try:
            yield
        finally:
            if self.busy:
                self._following = asyncio.create_task(self._to_the_end())

    def forget(self) -> None:
        """Drop what waits."""
        self._waiting.clear()

    def _is_mere_text(self, typed: Typed) -> bool:
        focused = self._app.focused
        if focused is None:
            return False
        if isinstance(typed, events.Paste):
            return True
        return focused.check_consume_key(typed.key, key_to_character(typed.key))

    async def _to_the_end(self) -> None:
        with suppress(TimeoutError):  # whatever takes so long, typing goes on
            await asyncio.wait_for(self._everything_done(), _PATIENCE)
        self._release()

    async def _until_text_is_there(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._keys_done(), _PATIENCE)
        self._release()

    def _release(self) -> None:
        self.busy = bool(self._waiting)
        if self._waiting:
            self._released = self._waiting.popleft()
            self._app.post_message(self._released)

    async def _keys_done(self) -> None:
        # What a key does may be done by a message that it causes: from the focus up to the app, and again.
        for _ in range(_ROUNDS):
            for node in self._way():
                await caught_up(node)

    async def _everything_done(self) -> None:
        await self._keys_done()
        while followed := self._followed():
            for worker in followed:  # one may begin another
                with suppress(WorkerError):  # the app itself deals with it
                    # Whoever gives up waiting for a worker would end it too.
                    await asyncio.shield(worker.wait())
            if not self._followed():  # what it ends in, such as a window that closes, may begin one too
                await self._keys_done()
        for node in reversed(self._way()):
            await caught_up(node)

    def _followed(self) -> list[Worker[object]]:
        return [each for each in self._app.workers if each.group == FOLLOWED and not each.is_finished]

    def _way(self) -> list[MessagePump]:
        """The focused widget, what it lies in, the screen, the app."""
        if not self._app.screen_stack:
            return [self._app]
        return list((self._app.focused or self._app.screen).ancestors_with_self)


async def caught_up(node: MessagePump) -> None:
    """Wait until a node has dealt with everything that was on its way to it, or has gone."""
    done = asyncio.Event()
    waiting = node.is_running and node.call_later(done.set)
    while waiting:
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), _GLANCE)
        waiting = node.is_running and not done.is_set()
