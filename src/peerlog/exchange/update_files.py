"""Updates as files: their names, and how one is read and written wherever the person puts it."""

from __future__ import annotations

import os
import re
import stat
from hashlib import sha256
from pathlib import Path

from ..errors import Refused
from ..history.limits import BUNDLE_BYTES
from ..vault.disk_errors import explained
from ..vault.files import replace_atomically

LARGEST = BUNDLE_BYTES * 3 // 2
"""Bytes of a file that are read at most: an update with the most edits, recipients and padding."""

_NAME = re.compile(r"update-([0-9a-f]{8})-([0-9a-f]{8})-(\d{1,9})-([0-9a-f]{16})\.peerlog")


def update_name(space: str, device: str, number: int, file: bytes) -> str:
    """What an update is called: its circle and device as hashes, its number, and its content.

    The name tells nothing to others, two updates never share one, and it shows whether the whole file is there.
    """
    return name_of_digest(space, device, number, sha256(file).digest())


def name_of_digest(space: str, device: str, number: int, digest: bytes) -> str:
    """What the update with this SHA-256 is called."""
    return f"update-{_short(space)}-{_short(device)}-{number}-{digest.hex()[:16]}.peerlog"


def content_named(name: str) -> str | None:
    """The beginning of the SHA-256 that an update's name tells, 16 hex digits; None for another name."""
    found = _NAME.fullmatch(name)
    return found[4] if found else None


def place_in_order(name: str) -> tuple[str, int, str]:
    """Sorts updates' names by device and then by number, whatever the lengths of the numbers."""
    found = _NAME.fullmatch(name)
    return (found[2], int(found[3]), name) if found else ("", 0, name)


def is_a_copy(name: str) -> bool:
    """Whether a program that carries files made this as a copy, or is still at it: the update itself lies beside it."""
    return name.startswith((".", "~")) or any(each in name for each in (".sync-conflict-", "conflicted copy", ".part"))


def is_whole(name: str, file: bytes) -> bool:
    """Whether a file of such a name has the content that belongs to it."""
    found = _NAME.fullmatch(name)
    return bool(found and found[4] == sha256(file).hexdigest()[:16])


def has_update_name(name: str, space: str | None = None) -> bool:
    """Whether this is what an update (of that space) is called; copies that other programs rename are not."""
    found = _NAME.fullmatch(name)
    return bool(found and (space is None or found[1] == _short(space)))


def read_update_file(path: Path) -> bytes:
    """The content of any regular file, which need not be this user's alone; never of a link or a pipe.

    Raises `Refused` for one that is larger than an update can be, before it is read.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with explained(path):
        descriptor = os.open(path, flags)
        try:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                raise Refused(f"{path.name or path} is not a file.", "Name the very file, to the end of its name.")
            if found.st_size > LARGEST:
                raise Refused(
                    f"{path.name} is larger than an update can be ({LARGEST >> 20} MiB).", "Nothing of it was read."
                )
            with open(descriptor, "rb", closefd=False) as file:
                return file.read(LARGEST)
        finally:
            os.close(descriptor)


def write_update_file(path: Path, file: bytes) -> None:
    """Put an update there, whole or not at all, and durably. What it says is locked, so others may read the file."""
    replace_atomically(path, file)
    with explained(path):
        path.chmod(0o644)


def _short(what: str) -> str:
    return sha256(b"peerlog/file/v1" + what.encode()).hexdigest()[:8]
