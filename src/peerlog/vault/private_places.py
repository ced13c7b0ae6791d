"""Folders and files that only their owner can get at.

Folders are 0700 and files 0600; neither is reached through a symbolic link. What is wrong with one that
exists is told, never put right in silence: who loosened it may have had a reason, or been somebody else.
Windows has other permissions, inherited from the user's profile; there only the kind of thing found is
checked.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from peerlog.errors import Refused

from .disk_errors import explained
from .syncing import sync_dir


def make_private_dir(path: Path) -> None:
    """Make a folder, and those above it that are not there, for its owner alone; accept a private one."""
    with explained(path):
        missing = [path]
        while not missing[-1].parent.exists():
            missing.append(missing[-1].parent)
        for folder in reversed(missing):
            with suppress(FileExistsError):
                folder.mkdir(mode=0o700)
                sync_dir(folder.parent)
    require_private_dir(path)


def require_private_dir(path: Path) -> None:
    """Refuse what is not a real folder of this user's that nobody else can get at."""
    _require_own(path, require_real_dir(path), "chmod 700")


def require_real_dir(path: Path) -> os.stat_result:
    """Refuse what is not a folder itself, such as a symbolic link to one."""
    with explained(path):
        found = os.lstat(path)
    if stat.S_ISLNK(found.st_mode):
        raise Refused(f"{path} is a symbolic link.", "Put the folder that it points to in its place.")
    if not stat.S_ISDIR(found.st_mode):
        raise Refused(f"{path} is not a folder.", "Name a folder, with --home or PEERLOG_HOME.")
    return found


def require_real_file(path: Path) -> None:
    """Refuse what is not a regular file with one name."""
    with explained(path):
        found = os.lstat(path)
    _require_real(path, found)


def require_private_file(path: Path) -> None:
    """Refuse what is not a regular file of this user's, with one name, that nobody else can get at."""
    with explained(path):
        found = os.lstat(path)
    require_private(path, found)


def require_private(path: Path, found: os.stat_result) -> None:
    """The same of a file that is looked at already, such as an open one."""
    _require_real(path, found)
    _require_own(path, found, "chmod 600")


def _require_real(path: Path, found: os.stat_result) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise Refused(f"{path} is a symbolic link.", "Put the file itself in its place.")
    if not stat.S_ISREG(found.st_mode):
        raise Refused(f"{path} is not a regular file.", "Move it away; a backup holds the right one.")
    if found.st_nlink > 1:
        raise Refused(
            f"{path} also has another name in the file system (a hard link).",
            "Put a copy of the file in its place.",
        )


def _require_own(path: Path, found: os.stat_result, remedy: str) -> None:
    if sys.platform != "win32":
        if found.st_uid != os.geteuid():
            raise Refused(
                f"{path} belongs to another user.",
                "Run peerlog as the user who made the journal, without sudo.",
            )
        mode = stat.S_IMODE(found.st_mode)
        if mode & 0o077:
            raise Refused(
                f"Other people on this machine can get at {path} (its permissions are {mode:04o}).",
                f"If that was not on purpose: {remedy} '{path}'",
            )
