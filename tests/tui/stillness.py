"""Waiting until an app has nothing left to do, by looking at its event loop.

Textual's pilot guesses it from the clock of the process: 20 milliseconds in which it worked little. On a busy machine
a process works little because others do, and then a test looks at the screen too soon; on an idle one most of those
milliseconds are waited for nothing.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from textual import app, pilot

FRAME = 0.02
"""Seconds. What is due within one frame is part of what is going on: the screen is drawn by a timer."""
AT_MOST = 1.0
"""Seconds, for what never comes to an end, such as work that a test holds up itself."""

_in_threads: set[Future[Any]] = set()


async def still(_min_sleep: float = 0.0, _max_sleep: float = AT_MOST) -> None:
    """Wait until no callback is ready, no thread works for the app, and no timer runs out within a frame."""
    loop: Any = asyncio.get_running_loop()
    end = loop.time() + AT_MOST
    while (now := loop.time()) < end:
        await asyncio.sleep(0)
        # In this order: a thread's result is on its way to the loop before its future leaves the set.
        if any(not future.cancelled() for future in tuple(_in_threads)):
            await asyncio.sleep(0.001)
        elif not loop._ready:
            due = [timer.when() for timer in loop._scheduled if not timer.cancelled()]
            soonest = min(due, default=now + AT_MOST)
            if soonest > now + FRAME:
                return
            await asyncio.sleep(max(0.0, soonest - now))


def use(patch: pytest.MonkeyPatch) -> None:
    """Let pilots and typed keys wait for stillness instead of for little work."""
    submit, set_result, set_exception = ThreadPoolExecutor.submit, Future.set_result, Future.set_exception

    def submitted(self: ThreadPoolExecutor, *arguments: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = submit(self, *arguments, **named)
        _in_threads.add(future)
        if future.done():
            _in_threads.discard(future)
        return future

    def done(self: Future[Any], result: Any) -> None:
        set_result(self, result)
        _in_threads.discard(self)

    def failed(self: Future[Any], exception: BaseException | None) -> None:
        set_exception(self, exception)
        _in_threads.discard(self)

    _in_threads.clear()
    patch.setattr(ThreadPoolExecutor, "submit", submitted)
    patch.setattr(Future, "set_result", done)
    patch.setattr(Future, "set_exception", failed)
    for module in (pilot, app):
        patch.setattr(module, "wait_for_idle", still)
