"""Recipients and identities of every type, and their texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from peerlog.age import bech32, hybrid, scrypt, x25519
from peerlog.age.errors import KeyFormatError, RecipientError
from peerlog.age.header import Stanza
from peerlog.age.hybrid import HybridIdentity, HybridRecipient
from peerlog.age.keywrap import FILE_KEY_BYTES
from peerlog.age.x25519 import X25519Identity, X25519Recipient


class Recipient(Protocol):
    """Somebody for whom a file key is wrapped."""

    @property
    def kind(self) -> str:
        """The recipient type, as it stands in the stanza."""
        ...

    def wrap(self, file_key: bytes) -> Stanza: ...


class Identity(Protocol):
    """Something that may unwrap a file key."""

    def unwrap(self, stanza: Stanza) -> bytes | None:
        """The file key, or None if the stanza is not for this identity. Raises HeaderError for a malformed one."""
        ...


def parse_recipient(text: str) -> X25519Recipient | HybridRecipient:
    """Read `age1…` or `age1pq1…`, which stand in lower case.

    Raises KeyFormatError, for public keys to which nothing can be encrypted too.
    """
    prefix, data = _decoded(text, "a recipient") if text == text.lower() else ("", b"")
    recipient: X25519Recipient | HybridRecipient
    if prefix == x25519.RECIPIENT_PREFIX:
        recipient = X25519Recipient(data)
    elif prefix == hybrid.RECIPIENT_PREFIX:
        recipient = HybridRecipient(data)
    else:
        raise KeyFormatError("not a recipient of a type that this program knows")
    recipient.wrap(bytes(FILE_KEY_BYTES))  # better refused now than when something is to be sent
    return recipient


def parse_identity(text: str) -> X25519Identity | HybridIdentity:
    """Read `AGE-SECRET-KEY-1…` or `AGE-SECRET-KEY-PQ-1…`, which stand in upper case. Raises KeyFormatError."""
    prefix, data = _decoded(text, "an identity") if text == text.upper() else ("", b"")
    if prefix == x25519.IDENTITY_PREFIX:
        return X25519Identity(data)
    if prefix == hybrid.IDENTITY_PREFIX:
        return HybridIdentity(data)
    raise KeyFormatError("not an identity of a type that this program knows")


def require_compatible(recipients: Sequence[Recipient]) -> None:
    """Raises RecipientError for recipients that one file may not have.

    A passphrase stands alone, so that knowing it proves who wrote the file; a hybrid recipient beside a classic
    one would leave the file open to whoever breaks the classic one.
    """
    kinds = {recipient.kind for recipient in recipients}
    if not kinds:
        raise RecipientError("a file has at least one recipient")
    if scrypt.KIND in kinds and len(recipients) > 1:
        raise RecipientError("a passphrase is the only recipient of a file")
    if hybrid.KIND in kinds and kinds != {hybrid.KIND}:
        raise RecipientError("a file has post-quantum recipients only, or none")


def _decoded(text: str, what: str) -> tuple[str, bytes]:
    try:
        return bech32.decode(text)
    except ValueError as error:
        raise KeyFormatError(f"not {what}: {error}") from None
