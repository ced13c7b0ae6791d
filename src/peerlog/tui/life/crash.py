"""What is shown when peerlog itself goes wrong: where it happened, and not a word of what anybody wrote.

Local variables and the messages of exceptions can hold text of the journal, so neither is shown.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from rich.text import Text

_MOST_FRAMES = 12


def report(error: BaseException | None = None) -> Text:
    """The error being handled, or `error`, as the kinds of exceptions and the places they came through."""
    current = error or sys.exc_info()[1]
    lines = [
        "peerlog has stopped, because of a mistake in peerlog.",
        "Your journal is as you saved it, and what you were writing waits in it as a draft.",
        "Nothing of this was written to a file or sent anywhere. If you report it, these lines are safe to copy:",
        "",
    ]
    seen: set[int] = set()
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines += _places(current)
        current = current.__cause__ or current.__context__
    return Text("\n".join(lines))


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__, limit=None)
    kind = type(error)
    return [
        f"  {kind.__module__}.{kind.__qualname__}",
        *(f"    {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames[-_MOST_FRAMES:]),
    ]


def _short(filename: str) -> str:
    """The path below the installed packages: where people keep theirs is nobody's business."""
    parts = Path(filename).parts
    for root in ("site-packages", "src", "lib"):
        if root in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(root) :])
    return parts[-1] if parts else filename
