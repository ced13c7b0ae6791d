"""The header: a version line, a stanza for each recipient, and a MAC under the file key.

    age-encryption.org/v1
    -> X25519 XEl0dJ6y3C7KZkgmgWUicg63EyXJiwBJW8PdYJ/cYBE
    qRS0AMjdjPvZ/WT08U2KL4G+PIooA3hy38SvLpvaC1E
    --- HK2NmOBN9Dpq0Gw6xMCuhFcQlQLvZ/wQUi/2scLG75s

Read as strictly as the grammar at c2sp.org/age; base64 is unpadded and canonical throughout.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass

from peerlog.age.errors import HeaderError, MacError
from peerlog.age.keywrap import derive_key
from peerlog.age.source import ByteReader

VERSION_LINE = b"age-encryption.org/v1\n"
MAX_HEADER = 256 * 1024
"""Bytes of header that are read at most: some 160 hybrid recipients, or 2,600 classic ones."""

_COLUMNS = 64
_ARGUMENT_LINE = re.compile(rb"->(?: [!-~]+)+\n")
_MAC_LINE = re.compile(rb"--- ([A-Za-z0-9+/]{43})\n")


@dataclass(frozen=True)
class Stanza:
    """The file key, wrapped for one recipient."""

    arguments: tuple[str, ...]
    """At least one, the first being the recipient type; printable ASCII without spaces."""
    body: bytes

    @property
    def kind(self) -> str:
        """The recipient type: "X25519", "scrypt", "mlkem768x25519" or one that this package does not know."""
        return self.arguments[0]


@dataclass(frozen=True)
class Header:
    """A header as it was read; nothing in it can be trusted before `require_mac`."""

    stanzas: tuple[Stanza, ...]
    mac: bytes
    covered: bytes
    """The bytes that the MAC covers: everything up to the three dashes, them included."""


def recipient_kinds(header: Header) -> frozenset[str]:
    """The recipient types in the header, those that this package does not know included."""
    return frozenset(stanza.kind for stanza in header.stanzas)


def write_header(stanzas: Iterable[Stanza], file_key: bytes) -> bytes:
    covered = VERSION_LINE + b"".join(_stanza_text(stanza) for stanza in stanzas) + b"---"
    return covered + b" " + encode_base64(_mac(covered, file_key)).encode() + b"\n"


def parse_header(reader: ByteReader) -> Header:
    """Read a header; the payload is what the reader has next. Raises HeaderError."""
    if reader.take(len(VERSION_LINE)) != VERSION_LINE:
        raise HeaderError("not an age file of version 1")
    read = [VERSION_LINE]
    left = MAX_HEADER - len(VERSION_LINE)
    stanzas = []
    while True:
        line = _line(reader, left)
        left -= len(line)
        if line.startswith(b"---"):
            break
        lines = [line]
        arguments = _arguments(line)
        while len(line) == _COLUMNS + 1 or len(lines) == 1:
            line = _line(reader, left)
            left -= len(line)
            lines.append(line)
        stanzas.append(Stanza(arguments, _body(lines[1:])))
        read += lines
    match = _MAC_LINE.fullmatch(line)
    if match is None or not stanzas:
        raise HeaderError("the header does not end as it must" if stanzas else "the header has no recipient")
    return Header(tuple(stanzas), decode_base64(match[1].decode()), b"".join([*read, b"---"]))


def require_mac(header: Header, file_key: bytes) -> None:
    """Raises MacError unless the header is what the owner of the file key wrote."""
    if not hmac.compare_digest(_mac(header.covered, file_key), header.mac):
        raise MacError("HMAC failure: the header is not the one that was written")


def encode_base64(data: bytes) -> str:
    """Canonical base64 without padding."""
    return base64.b64encode(data).rstrip(b"=").decode()


def decode_base64(text: str) -> bytes:
    """Raises HeaderError for anything but canonical base64 without padding."""
    try:
        data = binascii.a2b_base64(text + "=" * (-len(text) % 4))
    except ValueError:
        data = b""
    if encode_base64(data) != text:
        raise HeaderError("the header has base64 that is not canonical")
    return data


def _mac(covered: bytes, file_key: bytes) -> bytes:
    return hmac.digest(derive_key(file_key, salt=b"", info=b"header"), covered, "sha256")


def _stanza_text(stanza: Stanza) -> bytes:
    body = encode_base64(stanza.body)
    # A body that fills its last line is followed by an empty one, so that a short line always ends it.
    lines = [body[start : start + _COLUMNS] for start in range(0, len(body) + 1, _COLUMNS)]
    return "\n".join(["-> " + " ".join(stanza.arguments), *lines, ""]).encode()


def _line(reader: ByteReader, left: int) -> bytes:
    line = reader.line(left)
    if not line.endswith(b"\n"):
        raise HeaderError("the header is too large" if len(line) == left else "the header is cut short")
    return line


def _arguments(line: bytes) -> tuple[str, ...]:
    if not _ARGUMENT_LINE.fullmatch(line):
        raise HeaderError("a line of the header is not as it must be")
    return tuple(line[3:-1].decode().split(" "))


def _body(lines: Iterable[bytes]) -> bytes:
    parts = [line[:-1] for line in lines]
    if any(len(part) > _COLUMNS for part in parts):
        raise HeaderError("a line of the header is too long")
    try:
        return decode_base64(b"".join(parts).decode("ascii"))
    except UnicodeDecodeError:
        raise HeaderError("the header has characters that are not ASCII") from None
