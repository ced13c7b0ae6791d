"""Files of unknown origin, read within limits; what cannot be read becomes a sentence."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from ..errors import Refused
from .item import shown

MOST_BYTES = 512 * 1024 * 1024
"""The largest journal file that is read."""


STANDARD_INPUT = Path("-")


def read_whole(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of the file somebody named; raises `Refused` when it is missing, unreadable or larger than `most`."""
    try:
        with open_plain(path) as file:
            size = os.fstat(file.fileno()).st_size
            if size > most:
                raise too_large(path, size, most)
            data = file.read(most + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > most:
        raise too_large(path, len(data), most)
    return data


def read_given(path: Path, most: int = MOST_BYTES) -> bytes:
    """As `read_whole`, and for `-` what comes on standard input."""
    if path != STANDARD_INPUT:
        return read_whole(path, most)
    data = sys.stdin.buffer.read(most + 1) if sys.stdin is not None else b""
    if len(data) > most:
        raise too_large(path, len(data), most)
    return data


def open_plain(path: Path) -> BinaryIO:
    """A file for reading; raises `OSError`, and `Refused` for a named pipe or the like, without waiting for it."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise unreadable(path, IsADirectoryError()) if stat.S_ISDIR(mode) else _not_plain(path)
    return open(descriptor, "rb")


def _not_plain(path: Path) -> Refused:
    return Refused(f"“{named(path)}” is not a plain file.")


def named(path: Path) -> str:
    """The last part of a path, safe to show."""
    if path == STANDARD_INPUT:
        return "standard input"
    return shown(path.name or str(path), 100)


def too_large(path: Path, size: int, most: int) -> Refused:
    return Refused(
        f"“{named(path)}” has {size / 2**20:,.0f} MiB; up to {most // 2**20:,} MiB are read.",
        "Export it in several parts.",
    )


def unreadable(path: Path, error: OSError) -> Refused:
    """What to say of a file or folder that the system does not give."""
    if isinstance(error, FileNotFoundError):
        return Refused(f"There is no “{named(path)}” here.", "Check the spelling of the path.")
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return Refused(f"“{named(path)}” is a folder; a file is needed.")
    return Refused(f"“{named(path)}” cannot be read: {why(error)}.")


def why(error: OSError) -> str:
    """The system's reason in lower case: `permission denied`."""
    return (error.strerror or "the system gives no reason").lower()
