"""A file that somebody wants kept, looked at before anything is stored: what it is, and whether it stays as it is.

It is read twice, piece by piece: once to know it, once to store it. Whatever changes in between is told by its digest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..domain.file_names import kept_name
from ..domain.file_type import HEAD, TAIL, FileType, is_archive, type_of
from ..domain.kept_file import LARGEST
from ..domain.said_size import say_size
from ..errors import Refused
from ..importing.files import named, open_plain, unreadable

_WHICH = "PDF, PNG, JPEG, WebP, HEIC, TIFF, plain text, OpenDocument text and Word (.docx) can be kept."


@dataclass(frozen=True, slots=True)
class OutsideFile:
    """A file as it was when it was looked at; `digest` is its SHA-256."""

    path: Path
    name: str
    type: FileType
    size: int
    digest: bytes

    def chunks(self, most: int) -> Iterator[bytes]:
        """Its content in pieces of `most` bytes; raises `Refused` in the end when it is not the same any more."""
        digest, size = sha256(), 0
        try:
            with open_plain(self.path) as file:
                while size <= LARGEST and (data := file.read(most)):
                    digest.update(data)
                    size += len(data)
                    yield data
        except OSError as error:
            raise unreadable(self.path, error) from error
        if digest.digest() != self.digest:
            raise _changed(self.path)


def look_at(path: Path, at_once: int) -> OutsideFile:
    """Read a file of any origin in pieces of `at_once` bytes, at least `TAIL`; a link is followed, as it was named.

    Raises `Refused` for what cannot be kept: empty, too large, of another type, an archive, no plain file, not there,
    or changed while it was read.
    """
    digest, size = sha256(), 0
    head = tail = b""
    try:
        with open_plain(path) as file:
            while data := file.read(at_once):
                head = head or data[:HEAD]
                tail = (tail + data)[-TAIL:]
                digest.update(data)
                size += len(data)
                if size > LARGEST:
                    raise _too_large(path, max(size, file.seek(0, 2)))
            grown = file.seek(0, 2) != size
    except OSError as error:
        raise unreadable(path, error) from error
    if not size:
        raise Refused(f"“{named(path)}” is empty.", "There is nothing in it to keep.")
    if grown:
        raise _changed(path)
    type_ = type_of(head, tail)
    if type_ is None:
        raise _not_kept(path, head)
    return OutsideFile(path, kept_name(path.name), type_, size, digest.digest())


def _too_large(path: Path, size: int) -> Refused:
    return Refused(
        f"“{named(path)}” has {say_size(size)}; one file can have up to {LARGEST // 2**20} MB.",
        "Save it smaller, or keep the part of it that matters.",
    )


def _changed(path: Path) -> Refused:
    return Refused(f"“{named(path)}” changed while it was read; it was not kept.", "Try again once it is complete.")


def _not_kept(path: Path, head: bytes) -> Refused:
    if is_archive(head):
        return Refused(f"“{named(path)}” is a pack of other files, which is not opened here.", f"Unpack it. {_WHICH}")
    return Refused(f"“{named(path)}” is of a type that is not kept.", _WHICH)
