"""A file that only its owner can read, on a memory file system where there is one.

It is removed whatever happens, unless it is the last place that holds the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import Refused
from .memory_folders import memory_folders
from .private_folder import PrivateFolder, make_folder


@dataclass(frozen=True, slots=True)
class PrivateFile:
    """The file that an editor has, and that is gone with its `private_file` unless it is kept."""

    path: Path

    def keep(self) -> Path:
        """Leave the file when all else is removed; where it is then. Raises OSError."""
        return self.path.rename(PrivateFolder(self.path.parent).kept)


@contextmanager
def private_file(text: str, fallback: Path) -> Iterator[PrivateFile]:
    """A file with `text`, for as long as the context lasts.

    `fallback` is a folder of the person's own (the journal's) for machines without a memory file system. Raises
    `Refused` when there is no place for it.
    """
    folder = _folder(fallback)
    try:
        try:
            folder.give(f"{text}\n" if text and not text.endswith("\n") else text)
        except OSError as error:
            raise _no_place(error) from error
        yield PrivateFile(folder.file)
    finally:
        folder.clear()


def keep_text(text: str, fallback: Path) -> Path:
    """Put a text that could be kept nowhere else into a private file that stays; where it is. Raises `Refused`."""
    failure: OSError | None = None
    for parent in (*memory_folders(), fallback):
        try:
            folder = make_folder(parent, fallback)
            folder.put_by(text)
        except OSError as error:
            failure = error
        else:
            return folder.kept
    raise _no_place(failure)


def _folder(fallback: Path) -> PrivateFolder:
    failure: OSError | None = None
    for parent in (*memory_folders(), fallback):
        try:
            return make_folder(parent, fallback)
        except OSError as error:
            failure = error
    raise _no_place(failure) from failure


def _no_place(failure: OSError | None) -> Refused:
    reason = failure.strerror if failure else "no folder"
    return Refused(f"There is no place for a private file: {reason}.", "The text is still here.")
