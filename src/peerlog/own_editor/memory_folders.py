"""Folders that lie in memory, so that what is written there never reaches a disk."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def memory_folders() -> list[Path]:
    """Folders of this machine that lie in memory and that we may write to, the most private first."""
    if not sys.platform.startswith("linux"):
        return []
    named = [Path(each) for each in (os.environ.get("XDG_RUNTIME_DIR", ""), "/dev/shm") if each]
    return [each for each in named if _in_memory(each) and os.access(each, os.W_OK | os.X_OK)]


def _in_memory(folder: Path) -> bool:
    try:
        real = folder.resolve(strict=True)
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    best = ("", "")
    for line in mounts.splitlines():
        point, kind = [*line.split(" "), "", "", ""][1:3]
        if real.is_relative_to(point or "-") and len(point) >= len(best[0]):
            best = (point, kind)
    return best[1] in ("tmpfs", "ramfs")
