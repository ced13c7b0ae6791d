"""A progress bar on standard error for what takes longer than a second, on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from . import terminal

OnProgress = Callable[[int, int], None]
"""Takes what is done and how much there is; 0 when that is not known."""

_PATIENCE = 1.0
_EVERY = 0.1
_CELLS = 30


@contextmanager
def progress(doing: str) -> Iterator[OnProgress]:
    """What to call as the work goes on; the line is wiped away at the end."""
    started = time.monotonic()
    shown_at = 0.0

    def show(done: int, of: int) -> None:
        nonlocal shown_at
        now = time.monotonic()
        if now - started < _PATIENCE or now - shown_at < _EVERY or not terminal.can_see():
            return
        shown_at = now
        sys.stderr.write(f"\r{doing} {_bar(done, of)}\x1b[K")
        sys.stderr.flush()

    try:
        yield show
    finally:
        if shown_at:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _bar(done: int, of: int) -> str:
    if not of:
        return f"{done:,}"
    full = _CELLS * min(done, of) // of
    return f"{'#' * full}{'.' * (_CELLS - full)} {done:,} of {of:,}"
