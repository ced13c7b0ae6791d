"""A signed copy in a folder, from anybody: read within limits, and nothing but plain files."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ..domain.text import brief
from .copy_faults import Fault, NoCopy
from .copy_layout import largest

MOST_FILES = 64
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOCTTY", 0)
)


def read_folder(folder: Path) -> tuple[dict[str, bytes], list[Fault]]:
    """The files of a copy by name, and what else there is. Raises `OSError`, and `NoCopy` for far too much."""
    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    names: list[str] = []
    with os.scandir(folder) as found:
        for each in found:
            names.append(each.name)
            if len(names) > MOST_FILES:
                raise NoCopy(Fault(".", "There are far more files here than a signed copy has."))
    for name in sorted(names):
        said = brief(name)
        most = largest(name)
        if most is None:
            faults.append(stranger(said))
            continue
        read = _read(folder / name, most)
        if isinstance(read, bytes):
            files[name] = read
        else:
            faults.append(Fault(said, f"{said} {read}."))
    return files, faults


def stranger(said: str) -> Fault:
    """The fault of a file that belongs to no signed copy; it could be taken for a part of it."""
    return Fault(said, f"{said} is no part of a signed copy.", "If your system put it there, take it away.")


def _read(path: Path, most: int) -> bytes | str:
    """The content, or the end of the sentence that says why not."""
    if not stat.S_ISREG(os.lstat(path).st_mode):
        return "is not a plain file"
    descriptor = os.open(path, _FLAGS)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            return "is not a plain file"
        if found.st_size > most:
            return too_large(most)
        with open(descriptor, "rb", closefd=False) as file:
            content = file.read(most + 1)
    finally:
        os.close(descriptor)
    return content if len(content) <= most else too_large(most)


def too_large(most: int) -> str:
    """The end of a sentence about a file with more than `most` bytes."""
    return f"is larger than it can be ({most:,} bytes)"
