"""Whether every kept file is what was stored, byte for byte."""

from __future__ import annotations

from collections.abc import Callable

from ..domain.said_size import say_size
from ..errors import Damaged, Refused
from .finding import Finding
from .kept_files import KeptFiles
from .space import Space

_EACH = 8 * 1024 * 1024
"""Bytes between two calls of `step`."""


def check_kept_files(space: Space, label: str, step: Callable[[], None]) -> list[Finding]:
    """Read every kept file and compare its digest; nothing where none is kept.

    `step` is called as often as `portions` says.
    """
    if space.format < 4:
        return []
    kept = KeptFiles(space)
    files = [*kept.all(), *kept.all(removed=True)]
    broken, size = [], 0
    for file in files:
        try:
            for chunk in kept.chunks(file):
                size, before = size + len(chunk), size
                if size // _EACH > before // _EACH:
                    step()
        except Damaged:
            broken.append(file.name)
        except Refused:
            continue  # erased meanwhile by another process
    findings = [
        Finding(
            "problem",
            f"{label}: the kept file “{name}” is not what was stored.",
            "“peerlog evidence list” shows which entry it is kept with; an earlier backup may hold it whole.",
        )
        for name in broken
    ]
    lost = space.rows(
        "SELECT (SELECT count(*) FROM kept_file WHERE entry NOT IN (SELECT id FROM entry)"
        " AND entry NOT IN (SELECT entry FROM forgotten)),"
        " (SELECT count(*) FROM kept_chunk WHERE file NOT IN (SELECT id FROM kept_file))"
    )[0]
    if lost[0]:
        findings.append(Finding("problem", f"{label}: the entry of {_files(lost[0])} is not there."))
    if lost[1]:
        findings.append(Finding("problem", f"{label}: pieces of a file that is not there take room."))
    if files and not findings:
        findings.append(Finding("ok", f"{label}: {_files(len(files))} ({say_size(size)}), each as it was stored."))
    return findings


def portions(space: Space) -> int:
    """How many times `check_kept_files` calls its `step`."""
    return KeptFiles(space).sizes()[1] // _EACH if space.format >= 4 else 0


def _files(many: int) -> str:
    return f"{many:,} kept file{'' if many == 1 else 's'}"
