"""Whole files: plaintext in, encrypted chunks out; an encrypted file in, all of its plaintext or nothing out."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol

from peerlog.age import armor, scrypt
from peerlog.age.errors import HeaderError, NoMatch, RecipientError, TooLarge
from peerlog.age.header import MAX_HEADER, Header, parse_header, recipient_kinds, require_mac, write_header
from peerlog.age.keys import Identity, Recipient, require_compatible
from peerlog.age.keywrap import new_file_key
from peerlog.age.source import ByteReader, Source, remaining_size
from peerlog.age.stream import CHUNK, seal, sealed_size, unseal

DEFAULT_LIMIT = 16 * 1024 * 1024
"""Bytes of plaintext that are held at most unless the caller says otherwise."""


class Sink(Protocol):
    """A binary file, or anything else that takes all bytes of each `write`."""

    def write(self, data: bytes, /) -> object: ...


def encrypt(recipients: Sequence[Recipient], plaintext: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks of a new binary file for the recipients, each of whom can open it alone.

    Raises RecipientError or KeyFormatError at once, before the first chunk is asked for. Pass the chunks
    through `armored` for a text file.
    """
    require_compatible(recipients)
    file_key = new_file_key()
    header = write_header([recipient.wrap(file_key) for recipient in recipients], file_key)
    return chain([header], seal(file_key, plaintext))


def decrypt(
    identities: Sequence[Identity],
    source: Source,
    *,
    limit: int = DEFAULT_LIMIT,
    kinds: Collection[str] | None = None,
    armored: bool | None = None,
) -> bytes:
    """All of the plaintext. Arguments and errors as for `open_to`."""
    with _verified(identities, source, limit, kinds, armored) as spool:
        return spool.getvalue()


def open_to(
    source: Source,
    identities: Sequence[Identity],
    sink_factory: Callable[[], Sink],
    *,
    limit: int = DEFAULT_LIMIT,
    kinds: Collection[str] | None = None,
    armored: bool | None = None,
) -> int:
    """Write all of the plaintext to a sink that is made only once everything has been verified.

    Until then it is held in memory, at most `limit` bytes of it, and never anywhere else. `kinds`, where given,
    are the only recipient types that the file may have. `armored` says whether the file is armored; None finds
    out. Returns the number of bytes written.

    Raises TooLarge, before reading where the size of the source can be told, else as soon as the plaintext
    exceeds the limit; RecipientError for a type not among `kinds`, before a key is tried; ArmorError, HeaderError,
    NoMatch, MacError, PayloadError as they say; and what reading and writing raise.
    """
    with _verified(identities, source, limit, kinds, armored) as spool, spool.getbuffer() as plaintext:
        sink = sink_factory()
        for start in range(0, len(plaintext), CHUNK):
            sink.write(bytes(plaintext[start : start + CHUNK]))
        return len(plaintext)


def read_header(source: Source, *, armored: bool | None = None) -> Header:
    """The header alone, which nothing has verified; raises ArmorError or HeaderError."""
    return parse_header(_binary(ByteReader.of(source), armored))


def _verified(
    identities: Sequence[Identity],
    source: Source,
    limit: int,
    kinds: Collection[str] | None,
    armored: bool | None,
) -> io.BytesIO:
    size = remaining_size(source)
    if size is not None and size > armor.armored_size(MAX_HEADER + sealed_size(limit)):
        raise TooLarge(f"more than {limit} bytes")
    reader = _binary(ByteReader.of(source), armored)
    header = parse_header(reader)
    if kinds is not None and not recipient_kinds(header) <= set(kinds):
        raise RecipientError("the file has a recipient of a type that it may not have")
    file_key = _file_key(header, identities)
    require_mac(header, file_key)
    spool = io.BytesIO()
    try:
        for chunk in unseal(file_key, reader):
            if spool.tell() + len(chunk) > limit:
                raise TooLarge(f"more than {limit} bytes")
            spool.write(chunk)
    except BaseException:
        spool.close()
        raise
    return spool


def _binary(reader: ByteReader, armored: bool | None) -> ByteReader:
    if armor.is_armored(reader) if armored is None else armored:
        return ByteReader.of_chunks(armor.unarmored(reader))
    return reader


def _file_key(header: Header, identities: Iterable[Identity]) -> bytes:
    if scrypt.KIND in recipient_kinds(header) and len(header.stanzas) > 1:
        raise HeaderError("a passphrase is not the only recipient of the file")
    for identity in identities:
        for stanza in header.stanzas:
            file_key = identity.unwrap(stanza)
            if file_key is not None:
                return file_key
    raise NoMatch("none of the identities opens the file")
