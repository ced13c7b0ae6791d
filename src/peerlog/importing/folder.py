"""The Markdown files below a folder, in a fixed order, each read once and within limits."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..domain.problem import Problem
from .files import unreadable, why
from .item import Skipped

SUFFIXES = (".md", ".markdown")
MOST_FILE_BYTES = 8 * 1024 * 1024
"""A file that peerlog wrote may hold several fields of 256 KiB; anything above this is no note."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A file's place below the folder (with `/`), its text with `\\n` at line ends, and when it was last changed."""

    where: str
    text: str
    modified: float


def markdown_files(root: Path) -> Iterator[NoteFile | Skipped]:
    """Every Markdown file below `root`, depth first, by name; raises `Refused` when `root` cannot be read."""
    if not root.is_dir():
        try:
            yield read_note(str(root), root.name, follow=True)
        except Problem as problem:
            yield Skipped(root.name, problem.message)
        except OSError as error:
            raise unreadable(root, error) from error
        return
    try:
        waiting = _listed(str(root))
    except OSError as error:
        raise unreadable(root, error) from error
    cut = len(str(root).rstrip(os.sep)) + 1
    while waiting:
        entry = waiting.pop()
        where = entry.path[cut:].replace(os.sep, "/")
        try:
            if entry.is_symlink():
                if _is_markdown(entry.name) or entry.is_dir():
                    yield Skipped(where, "It is a link to somewhere else, and links are not followed.")
            elif entry.is_dir(follow_symlinks=False):
                waiting += _listed(entry.path)
            elif _is_markdown(entry.name):
                yield read_note(entry.path, where)
        except Problem as problem:
            yield Skipped(where, problem.message)
        except OSError as error:
            yield Skipped(where, f"It cannot be read: {why(error)}.")


def read_note(path: str, where: str, *, follow: bool = False) -> NoteFile:
    """The file's text; raises `Problem` for what is no text or too large, `OSError` for what cannot be opened."""
    flags = _FLAGS & ~getattr(os, "O_NOFOLLOW", 0) if follow else _FLAGS
    file = os.open(path, flags)
    try:
        information = os.fstat(file)
        if not stat.S_ISREG(information.st_mode):
            raise Problem("It is not a plain file.")
        if information.st_size > MOST_FILE_BYTES:
            raise Problem(f"It is {information.st_size / 1024:,.0f} KiB long; one text holds up to 256 KiB.")
        data = _read(file, information.st_size)
    finally:
        os.close(file)
    return NoteFile(where, decoded(data), information.st_mtime)


def _read(file: int, size: int) -> bytes:
    """What the file holds, at most the `size` that was allowed."""
    data = os.read(file, size)
    while len(data) < size and (more := os.read(file, size - len(data))):
        data += more
    return data


def decoded(data: bytes) -> str:
    """UTF-8, or UTF-16 with its byte order mark, as text with `\\n` at line ends; raises `Problem`."""
    encoding = "utf-8"
    for mark, marked in _MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], marked
            break
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Problem("It is not UTF-8 text.") from error
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _listed(folder: str) -> list[os.DirEntry[str]]:
    """What a folder holds except what is hidden, the last name first."""
    with os.scandir(folder) as entries:
        visible = [entry for entry in entries if not entry.name.startswith(".")]
    return sorted(visible, key=lambda entry: entry.name, reverse=True)


def _is_markdown(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)
