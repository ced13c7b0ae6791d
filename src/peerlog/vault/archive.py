"""The file of a backup: a plain tar with `vault.json` and the spaces of one generation, still encrypted.

    vault.json    gen-N/private.db    gen-N/circles/<name>.db …

It is written by `tarfile` in the USTAR format; permissions, owner and times are the same in every backup. What is read
must have exactly the headers that would be written for these names and sizes. So links, sparse files, folders, names
that lead elsewhere and members given twice are refused, and nothing is believed that reaches beyond the file's end.
"""

from __future__ import annotations

import os
import re
import stat
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ..domain.entry import PRIVATE
from ..errors import Damaged, NewerFormat, Refused
from . import keyfile
from .disk_errors import explained
from .keyfile import KeyFile
from .syncing import sync_file

_BLOCK = tarfile.BLOCKSIZE
_CHUNK = 1024 * 1024
_MOST_MEMBERS = 10_000
_SPACE = re.compile(r"gen-(?P<generation>[1-9]\d{0,8})/(?:(?P<private>private)|circles/(?P<circle>[0-9a-z]{1,64}))\.db")


@dataclass(frozen=True, slots=True)
class Member:
    """Where in the archive a file lies, in bytes."""

    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Archive:
    """What a backup says of itself without a key: its key file, and where its spaces lie, by their names."""

    keys: KeyFile
    spaces: dict[str, Member]


def member_name(generation: int, space: str) -> str:
    """The path of a space in the archive."""
    return f"gen-{generation}/private.db" if space == PRIVATE else f"gen-{generation}/circles/{space}.db"


def header(name: str, size: int) -> tarfile.TarInfo:
    """What stands before a member; the same for everything that is the same size and has the same name."""
    info = tarfile.TarInfo(name)
    info.size, info.mode, info.mtime = size, 0o600, 0
    return info


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A backup file, open for reading; raises `Refused` when there is none or it is no regular file."""
    with explained(path):
        # O_NONBLOCK so that a named pipe is refused and not waited for.
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
        with open(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Refused(f"{path} is not a regular file.", "Name a backup's file.")
            yield file


def read_archive(file: BinaryIO, path: Path) -> Archive:
    """Read the headers and the key file; `path` is named in errors.

    Raises `Refused` for what is not a backup, `Damaged` for one that is not as it was written, `NewerFormat`.
    """
    found = _members(file, path)
    key_file = found.pop(keyfile.NAME)
    if key_file.size > keyfile.LIMIT:
        raise _damaged(path)
    file.seek(key_file.start)
    try:
        keys = KeyFile.parse(file.read(key_file.size))
    except NewerFormat as error:
        raise NewerFormat("This backup was made by a newer peerlog.", error.hint) from None
    except Damaged:
        raise _damaged(path) from None
    spaces: dict[str, Member] = {}
    for name, member in found.items():
        match = _SPACE.fullmatch(name)
        if not match or int(match["generation"]) != keys.generation:
            raise _damaged(path)
        spaces[PRIVATE if match["private"] else match["circle"]] = member
    if PRIVATE not in spaces:
        raise _damaged(path)
    return Archive(keys, spaces)


def extract(file: BinaryIO, member: Member, target: Path) -> None:
    """Write a member to a new private file, durably."""
    with explained(target):
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with open(descriptor, "wb") as out:
            file.seek(member.start)
            rest = member.size
            while rest:
                chunk = file.read(min(rest, _CHUNK))
                if not chunk:
                    raise Damaged("The backup became shorter while it was read.", "Is its drive still there?")
                out.write(chunk)
                rest -= len(chunk)
            out.flush()
            sync_file(out.fileno())


def _members(file: BinaryIO, path: Path) -> dict[str, Member]:
    length = os.fstat(file.fileno()).st_size
    found: dict[str, Member] = {}
    at = 0
    while True:
        file.seek(at)
        block = file.read(_BLOCK)
        if len(block) == _BLOCK and not block.strip(b"\0") and found:
            _require_end(file, at, length, path)
            return found
        try:
            info = tarfile.TarInfo.frombuf(block, "ascii", "strict")
            written = header(info.name, info.size).tobuf(tarfile.USTAR_FORMAT, "ascii", "strict")
        except (tarfile.HeaderError, ValueError):
            info, written = tarfile.TarInfo(), b""
        if not found and info.name != keyfile.NAME:
            raise Refused(f"{path.name} is not a backup of a journal.", "A backup's file ends in .tar.")
        start = at + _BLOCK
        at = start + -(-info.size // _BLOCK) * _BLOCK
        if block != written or info.name in found or at > length or len(found) >= _MOST_MEMBERS:
            raise _damaged(path)
        found[info.name] = Member(start, info.size)
        file.seek(start + info.size)
        if file.read(at - start - info.size).strip(b"\0"):
            raise _damaged(path)


def _require_end(file: BinaryIO, at: int, length: int, path: Path) -> None:
    """After the members come zeros up to the next multiple of a record, and nothing else."""
    padded = -(-(at + 2 * _BLOCK) // tarfile.RECORDSIZE) * tarfile.RECORDSIZE
    file.seek(at)
    if length != padded or file.read(padded - at).strip(b"\0"):
        raise _damaged(path)


def _damaged(path: Path) -> Damaged:
    return Damaged(f"The backup {path.name} is damaged or was changed.", "Try an earlier one.")
