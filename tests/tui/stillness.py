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
from tests.tui import painting
from textual import app, pilot
from textual.pilot import Pilot

FRAME = 0.02
"""Seconds. What is due within one frame is part of what is going on: the screen is drawn by a timer."""
AT_MOST = 1.0
"""Seconds slept, for what never comes to an end, such as work that a test holds up itself. As long as the loop has
something to do it is not counted: a busy machine is given its time."""
GIVEN_UP = 30.0
"""Seconds after which a loop that always has something to do is looked at all the same."""
GLANCE = 0.001
"""Seconds between two looks at the threads."""

_in_threads: set[Future[Any]] = set()


async def still(_min_sleep: float = 0.0, _max_sleep: float = AT_MOST) -> None:
    """Wait until nothing is ready, no thread works for the app, no timer runs out within a frame, all is painted."""
    loop: Any = asyncio.get_running_loop()
    end = loop.time() + GIVEN_UP
    slept = 0.0
    while ((now := loop.time()) < end and slept < AT_MOST) or painting.paint():
        await asyncio.sleep(0)
        # In this order: a thread's result is on its way to the loop before its future leaves the set.
        if any(not future.cancelled() for future in tuple(_in_threads)):
            await asyncio.sleep(GLANCE)
            slept += GLANCE
        elif not loop._ready:
            due = [timer.when() for timer in loop._scheduled if not timer.cancelled()]
            soonest = min(due, default=now + AT_MOST)
            if soonest <= now + FRAME:
                await asyncio.sleep(wait := max(0.0, soonest - now))
                slept += wait
            elif not painting.paint():
                return


async def _everything_done(_pilot: Pilot[object], _timeout: float = AT_MOST) -> bool:
    """A pilot asks each widget to say when it has done what waited for it: a hundred turns that the loop knows of."""
    await still()
    return True


async def _nothing_more(_min_sleep: float = 0.0, _max_sleep: float = AT_MOST) -> None:
    """A pilot waits for this only after it has waited for everything."""


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
    patch.setattr(app, "wait_for_idle", still)
    patch.setattr(Pilot, "_wait_for_screen", _everything_done)
    patch.setattr(pilot, "wait_for_idle", _nothing_more)
