"""Files of unknown origin, read within limits; what cannot be read becomes a sentence."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ..errors import Refused
from .item import shown

MOST_BYTES = 512 * 1024 * 1024
"""The largest journal file that is read."""


def read_whole(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of the file somebody named; raises `Refused` when it is missing, unreadable or larger than `most`."""
    try:
        with path.open("rb") as file:
            information = os.fstat(file.fileno())
            if not stat.S_ISREG(information.st_mode):
                raise Refused(f"“{named(path)}” is not a plain file.")
            if information.st_size > most:
                raise too_large(path, information.st_size, most)
            data = file.read(most + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > most:
        raise too_large(path, len(data), most)
    return data


def named(path: Path) -> str:
    """The last part of a path, safe to show."""
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
