"""Where an encrypted file is read from: once, front to back, never further ahead than it must."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from typing import Protocol

_BLOCK = 4096


class Readable(Protocol):
    """A binary file, or anything else that has its `read`: at most `size` bytes, none at the end."""

    def read(self, size: int, /) -> bytes: ...


Source = bytes | Readable


def remaining_size(source: Source) -> int | None:
    """How many bytes are left in it, or None where that cannot be told without reading (a pipe)."""
    if isinstance(source, bytes):
        return len(source)
    if not isinstance(source, io.IOBase) or not source.seekable():
        return None
    here = source.tell()
    end = source.seek(0, os.SEEK_END)
    source.seek(here)
    return end - here


class ByteReader:
    """Takes lines and blocks from a stream of bytes, with a look at what comes next."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        """`read(size)` gives some bytes, about as many as asked, and none only at the end."""
        self._read = read
        self._ahead = b""
        self._ended = False

    @classmethod
    def of(cls, source: Source) -> ByteReader:
        return cls(io.BytesIO(source).read if isinstance(source, bytes) else source.read)

    @classmethod
    def of_chunks(cls, chunks: Iterator[bytes]) -> ByteReader:
        """Reads from an iterator, which may yield any sizes but no empty chunk."""
        return cls(lambda _: next(chunks, b""))

    def peek(self, size: int) -> bytes:
        """The next `size` bytes, fewer only at the end; they stay to be taken."""
        self._look(size)
        return self._ahead[:size]

    def take(self, size: int) -> bytes:
        """The next `size` bytes, fewer only at the end."""
        self._look(size)
        taken, self._ahead = self._ahead[:size], self._ahead[size:]
        return taken

    def line(self, limit: int) -> bytes:
        """The next line with its LF; without one if the end comes first, or if `limit` bytes hold none."""
        searched = 0
        while (end := self._ahead.find(b"\n", searched, limit)) < 0 and searched < limit and not self._ended:
            searched = len(self._ahead)
            self._look(min(searched + _BLOCK, limit))
        return self.take(end + 1 if end >= 0 else limit)

    def _look(self, size: int) -> None:
        if len(self._ahead) >= size or self._ended:
            return
        parts = [self._ahead]
        missing = size - len(self._ahead)
        while missing > 0:
            part = self._read(max(missing, _BLOCK))
            if not part:
                self._ended = True
                break
            parts.append(part)
            missing -= len(part)
        self._ahead = b"".join(parts)
