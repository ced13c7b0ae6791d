"""Private files, and writes of them that survive a crash.

A write is durable when the data and then the folder's entry for it have been synced (see `syncing`).
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from peerlog.errors import Damaged, Refused

from .disk_errors import explained
from .private_places import require_private
from .syncing import sync_dir, sync_file

_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _BINARY


class NotDurable(Refused):
    """The new content is in place, but may be gone after a power cut; treat the old as still needed."""


def read_private(path: Path, limit: int) -> bytes:
    """The content of a private file of at most `limit` bytes.

    Raises Missing when it is not there, Damaged when it is longer, Refused when it is not private or not
    readable.
    """
    with explained(path):
        if stat.S_ISLNK(os.lstat(path).st_mode):
            raise Refused(f"{path} is a symbolic link.", "Put the file itself in its place.")
        # O_NONBLOCK so that a named pipe is refused and not waited for.
        descriptor = os.open(path, os.O_RDONLY | _NOFOLLOW | _BINARY | getattr(os, "O_NONBLOCK", 0))
        try:
            require_private(path, os.fstat(descriptor))
            with open(descriptor, "rb", closefd=False) as file:
                data = file.read(limit + 1)
        finally:
            os.close(descriptor)
    if len(data) > limit:
        raise Damaged(f"{path} is longer than it can be.", "`peerlog restore` brings it back from a backup.")
    return data


def replace_atomically(path: Path, data: bytes) -> None:
    """Put `data` in place of a file, or make it: whatever happens, the old or the new is there, whole.

    Raises NotDurable when the new content is in place and may not survive a power cut, Refused when the old
    is untouched.
    """
    new = path.with_name(f".{path.name}.{secrets.token_hex(8)}.new")
    with explained(path, "; nothing was changed"):
        _write_new(new, data)
        with _removed_on_failure(new):
            os.replace(new, path)
    _sync_entry_of(path)


def remove_leftovers(path: Path) -> None:
    """Remove what writes of `path` that were cut short left beside it. The caller is the only writer."""
    with explained(path):
        for left in path.parent.glob(f".{escape(path.name)}.*.new"):
            left.unlink(missing_ok=True)


def create_new(path: Path, data: bytes) -> None:
    """Write a file that the user asked for, such as a recovery kit, for its owner alone; never overwrite."""
    with explained(path):
        _write_new(path, data)
    _sync_entry_of(path)


def _write_new(path: Path, data: bytes) -> None:
    descriptor = os.open(path, _NEW, 0o600)
    with _removed_on_failure(path):
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            sync_file(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):  # the first error is the one to tell
            path.unlink()
        raise


def _sync_entry_of(path: Path) -> None:
    try:
        sync_dir(path.parent)
    except OSError as error:
        raise NotDurable(
            f"{path} was written, but may not survive a power cut: the disk reported an error.",
            "Do not trust this disk: copy the journal to another one, and run `peerlog check` there.",
        ) from error
