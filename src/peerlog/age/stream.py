"""The payload: a nonce of 16 bytes, then chunks of 64 KiB, each sealed with ChaCha20-Poly1305 (STREAM).

The nonce of a chunk is its number in 11 bytes, and one byte that says whether it is the last: so chunks can
neither be left out nor moved, and nothing can be cut off or put on at the end.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator

from peerlog.age.errors import HeaderError, PayloadError
from peerlog.age.keywrap import derive_key
from peerlog.age.source import ByteReader

CHUNK = 64 * 1024
_TAG = 16
_NONCE = 16


def sealed_size(size: int) -> int:
    """How many bytes the payload of `size` bytes of plaintext has."""
    return _NONCE + size + _TAG * max(1, -(-size // CHUNK))


def seal(file_key: bytes, plaintext: Iterable[bytes]) -> Iterator[bytes]:
    """The payload of plaintext given in chunks of any size; holds no more than one such chunk and 64 KiB."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(_NONCE)
    cipher = ChaCha20Poly1305(_payload_key(file_key, nonce))
    yield nonce
    for number, (chunk, last) in enumerate(_with_last(plaintext)):
        yield cipher.encrypt(_chunk_nonce(number, last), chunk, None)


def unseal(file_key: bytes, reader: ByteReader) -> Iterator[bytes]:
    """The plaintext, chunk by chunk. Each chunk is authentic; only all of them together are complete.

    Raises HeaderError where not even a nonce is there, PayloadError for everything else that is wrong.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = reader.take(_NONCE)
    if len(nonce) != _NONCE:
        raise HeaderError("the file ends before its payload")
    cipher = ChaCha20Poly1305(_payload_key(file_key, nonce))
    number, last = 0, False
    while not last:
        sealed = reader.take(CHUNK + _TAG)
        last = not reader.peek(1)
        if len(sealed) < _TAG or (len(sealed) == _TAG and number > 0):
            raise PayloadError("the payload does not end as it must")
        try:
            chunk = cipher.decrypt(_chunk_nonce(number, last), sealed, None)
        except InvalidTag:
            raise PayloadError("the payload is damaged, cut short or followed by something") from None
        yield chunk
        number += 1


def _payload_key(file_key: bytes, nonce: bytes) -> bytes:
    return derive_key(file_key, salt=nonce, info=b"payload")


def _chunk_nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


def _with_last(plaintext: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Chunks of exactly 64 KiB, and the last, which is shorter or as long, and empty only when all is."""
    pending = bytearray()
    for data in plaintext:
        pending += data
        whole = max(0, len(pending) - 1) // CHUNK * CHUNK
        with memoryview(pending) as view:
            for start in range(0, whole, CHUNK):
                yield bytes(view[start : start + CHUNK]), False
        del pending[:whole]
    yield bytes(pending), True
