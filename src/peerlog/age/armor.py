"""ASCII armor: strict PEM with the label AGE ENCRYPTED FILE, as the age specification narrows it.

Accepted beyond the one canonical text: CRLF instead of LF throughout, whitespace around the block (up to
1,024 bytes on each side), no line end after the last line.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Iterator

from peerlog.age.errors import ArmorError
from peerlog.age.source import ByteReader

BEGIN = b"-----BEGIN AGE ENCRYPTED FILE-----"
END = b"-----END AGE ENCRYPTED FILE-----"

_COLUMNS = 64
_BYTES = _COLUMNS // 4 * 3
_WHITESPACE = b" \t\r\n"
_AROUND = 1024


def armored(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The armor around the binary chunks of an encrypted file, in chunks of whole lines."""
    yield BEGIN + b"\n"
    rest = b""
    for chunk in chunks:
        data = rest + chunk
        whole = len(data) // _BYTES * _BYTES
        rest = data[whole:]
        if whole:
            yield _lines(data[:whole])
    if rest:
        yield _lines(rest)
    yield END + b"\n"


def is_armored(reader: ByteReader) -> bool:
    """Whether armor, and not a binary file, comes next."""
    return reader.peek(_AROUND + len(BEGIN)).lstrip(_WHITESPACE).startswith(BEGIN)


def armored_size(size: int) -> int:
    """The most bytes that the armor of `size` binary bytes can take."""
    lines = -(-size // _BYTES)
    return 2 * _AROUND + len(BEGIN) + len(END) + 4 + lines * (_COLUMNS + 2)


def unarmored(reader: ByteReader) -> Iterator[bytes]:
    """The binary content, in chunks as they are read; raises ArmorError when the flaw is reached.

    Only an iterator that is exhausted has checked everything.
    """
    _skip_whitespace(reader)
    begin = reader.line(len(BEGIN) + 2)
    line_end = begin.removeprefix(BEGIN)
    if not begin.startswith(BEGIN) or line_end not in (b"\n", b"\r\n"):
        raise ArmorError("the first line of the armor is not as it must be")
    full = True
    while True:
        line = reader.line(_COLUMNS + 2)
        if line.startswith(b"-"):
            break
        content = line.removesuffix(line_end)
        if not full or content == line or not content:
            raise ArmorError("a line of the armor is not as it must be")
        block = _decoded(content)
        full = len(block) == _BYTES
        yield block
    if line.removesuffix(line_end) != END:
        raise ArmorError("the last line of the armor is not as it must be")
    _skip_whitespace(reader)
    if reader.peek(1):
        raise ArmorError("something follows the armor")


def _lines(data: bytes) -> bytes:
    starts = range(0, len(data), _BYTES)
    return b"".join(base64.b64encode(data[start : start + _BYTES]) + b"\n" for start in starts)


def _decoded(content: bytes) -> bytes:
    try:
        block = binascii.a2b_base64(content)
    except ValueError:
        block = b""
    if base64.b64encode(block) != content or len(block) > _BYTES:
        raise ArmorError("a line of the armor is not canonical base64")
    return block


def _skip_whitespace(reader: ByteReader) -> None:
    around = reader.peek(_AROUND)
    reader.take(len(around) - len(around.lstrip(_WHITESPACE)))
