"""The words of sessions that were killed while an editor was open."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

from .private_folder import private_folders


def rescue_left_behind(fallback: Path, keep: Callable[[str], object]) -> int:
    """Hand these words to `keep`, and remove their files then. Returns how many there were.

    `fallback` is as for `private_file`, and names the journal: words of another one stay where they are. What `keep`
    raises leaves the file where it is.
    """
    rescued = 0
    for folder in private_folders(fallback):
        if not _is_ours(folder.path) or folder.kept.exists() or any(map(_is_alive, folder.processes)):
            continue
        if folder.is_changed:
            keep(folder.words.strip())
            rescued += 1
        shutil.rmtree(folder.path, ignore_errors=True)
    return rescued


def _is_ours(folder: Path) -> bool:
    try:
        about = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(about.st_mode) and (not hasattr(os, "getuid") or about.st_uid == os.getuid())


def _is_alive(process: int) -> bool:
    if os.name == "nt":
        return True  # os.kill would end it there
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return not _has_ended(process)


def _has_ended(process: int) -> bool:
    """Whether it only waits for somebody to ask how it ended, as far as the system tells."""
    try:
        about = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return about.rpartition(")")[2].split()[:1] == ["Z"]
