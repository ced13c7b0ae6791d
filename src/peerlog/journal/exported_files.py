"""Files that leave the journal unencrypted: for their owner's eyes, whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from ..errors import Refused
from ..vault.disk_errors import explained

Put = Callable[[str, Iterable[bytes]], None]
"""Writes one file of a folder: its name and its content."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_MARK = 8
"""Bytes that tell what is being written from everything else."""
_FORCE = "Choose another name, or add --force."


def write_file(path: Path, chunks: Iterable[str], *, force: bool) -> None:
    """Write a text beside its place and move it there when it is complete; refuses to overwrite unless `force`."""
    write_chunks(path, (chunk.encode("utf-8") for chunk in chunks), force=force)


def write_chunks(path: Path, chunks: Iterable[bytes], *, force: bool) -> None:
    """As `write_file`, for what is not text. It is made durable before it is in its place."""
    if not force and path.exists():
        raise Refused(f"{path} is there already.", _FORCE)
    if path.is_dir():
        raise Refused(f"{path} is a folder.", "Name a file.")
    if path.exists() and not path.is_file():
        # What stands for a device or a pipe would be replaced by the file, for everybody on the machine.
        raise Refused(f"{path} is no ordinary file.", "Name a file.")
    new = _beside(path)
    with explained(path), _removed_on_failure(new):
        _remove_leftovers(path)
        with open(os.open(new, _NEW, 0o600), "wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)


def free_file_name(name: str, taken: set[str]) -> str:
    """The name, or with a number before its ending where it was taken; from then on it is.

    Whoever makes ids can make two that begin alike.
    """
    stem, dot, ending = name.rpartition(".")
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        found = f"{stem}-{number}{dot}{ending}"
    taken.add(found.casefold())
    return found


def write_folder(path: Path, files: Iterable[tuple[str, str]], *, force: bool) -> None:
    """Write named texts into a folder, see `filling`."""
    with filling(path, force=force) as put:
        for name, text in files:
            put(name, [text.encode("utf-8")])


@contextmanager
def filling(path: Path, *, force: bool) -> Iterator[Put]:
    """Write named files into a folder made for them, which appears when it is complete.

    A folder that holds something is refused; with `force` the files are put into it one by one, each whole, over those
    of the same name, and nothing else in it is touched. What is given writes one file; whatever its chunks raise leaves
    nothing of that one.
    """
    if require_place_for(path, force=force):
        yield lambda name, chunks: write_chunks(path / name, chunks, force=True)
        return
    with building(path) as new:
        yield lambda name, chunks: _put(new / name, chunks)


@contextmanager
def building(path: Path) -> Iterator[Path]:
    """A new folder beside its place to fill with anything, moved there when it is complete, or removed.

    `path` is free, or an empty folder.
    """
    new = _beside(path)
    with explained(path), _removed_on_failure(new):
        _remove_leftovers(path)
        new.mkdir(mode=0o700)
        yield new
        if path.is_dir():
            path.rmdir()
        os.replace(new, path)


def require_place_for(path: Path, *, force: bool) -> bool:
    """Refuse a folder to write into that is none, or that holds something unless `force`; whether it does."""
    with explained(path):
        if path.exists() and not path.is_dir():
            raise Refused(f"{path} is a file.", "Name a folder.")
        has_something = path.is_dir() and any(path.iterdir())
    if has_something and not force:
        raise Refused(f"The folder {path} is not empty.", _FORCE)
    return has_something


def _put(path: Path, chunks: Iterable[bytes]) -> None:
    with open(os.open(path, _NEW, 0o600), "wb") as file, _removed_on_failure(path):
        for chunk in chunks:
            file.write(chunk)


def seen_by_others(path: Path) -> bool:
    """Whether other people on this machine can look into a file or folder, such as one on a drive without owners."""
    return os.name != "nt" and bool(path.stat().st_mode & 0o077)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(_MARK)}.new")


def _remove_leftovers(path: Path) -> None:
    """Remove what an export to the same place left beside it that was killed, for it is not encrypted.

    What only looks like that is somebody else's, who may want to be in the way: it is left alone.
    """
    for left in path.parent.glob(f".{escape(path.name)}.{'[0-9a-f]' * 2 * _MARK}.new"):
        if left.is_symlink() or not _is_mine(left):
            continue
        shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)


def _is_mine(path: Path) -> bool:
    return os.name == "nt" or path.lstat().st_uid == os.getuid()


@contextmanager
def _removed_on_failure(new: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        if new.is_dir():
            shutil.rmtree(new, ignore_errors=True)
        else:
            new.unlink(missing_ok=True)
        raise
