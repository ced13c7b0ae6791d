"""The folders around a vault: there, folders indeed, and nobody else's to rename things in."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from ..errors import Refused
from .disk_errors import READ_ONLY, explained


def require_writable(folder: Path) -> None:
    """Refuse a folder that is not there, or in which nothing can be made."""
    with explained(folder):
        os.lstat(folder)
    if not os.access(folder, os.W_OK):
        raise Refused(f"{READ_ONLY[0].format(path=folder)}.", READ_ONLY[1])


def require_folder_above(path: Path) -> None:
    """Refuse a path that leads through something that is there and is no folder."""
    for above in path.parents:
        with explained(above):
            if not os.path.lexists(above):
                continue
            if not above.is_dir():
                raise Refused(f"{above} is a file, not a folder.", "Name a folder, with --home or PEERLOG_HOME.")
        return


def require_kept_name(path: Path) -> None:
    """Refuse a folder in which other people can rename what is at `path`, and put something else in its place."""
    found = written_by_others(path.parent)
    if found:
        raise Refused(
            f"Other people on this machine can exchange what is in {path.parent} (its permissions are {found:04o}).",
            f"If that was not on purpose: chmod go-w '{path.parent}'",
        )


def written_by_others(folder: Path) -> int:
    """The permissions of a folder in which other people can rename what is not theirs; 0 when they cannot.

    A group that is its only member's own, as many systems give one to each user, has nobody else in it.
    """
    if sys.platform == "win32":
        return 0
    with explained(folder):
        found = os.stat(folder)
    mode = stat.S_IMODE(found.st_mode)
    by_group = mode & stat.S_IWGRP and found.st_gid != os.geteuid()
    return mode if (mode & stat.S_IWOTH or by_group) and not mode & stat.S_ISVTX else 0
