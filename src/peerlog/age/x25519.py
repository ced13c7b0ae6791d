"""The classic recipient type: `age1…` and `AGE-SECRET-KEY-1…`."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from peerlog.age import bech32
from peerlog.age.errors import HeaderError, KeyFormatError
from peerlog.age.header import Stanza, decode_base64, encode_base64
from peerlog.age.keywrap import derive_key, require_wrapped, unwrap, wrap

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

KIND = "X25519"
RECIPIENT_PREFIX = "age"
IDENTITY_PREFIX = "age-secret-key-"

_INFO = b"age-encryption.org/v1/X25519"


@dataclass(frozen=True)
class X25519Recipient:
    """Who can open a file: a public key of 32 bytes."""

    public: bytes
    kind = KIND

    def __post_init__(self) -> None:
        if len(self.public) != 32:
            raise KeyFormatError("an X25519 recipient has 32 bytes")

    def __str__(self) -> str:
        return bech32.encode(RECIPIENT_PREFIX, self.public)

    def wrap(self, file_key: bytes) -> Stanza:
        """Raises KeyFormatError for a public key of low order, which would give the file key away."""
        ephemeral = _private_key(secrets.token_bytes(32))
        share = ephemeral.public_key().public_bytes_raw()
        shared = _shared(ephemeral, self.public)
        if shared is None:
            raise KeyFormatError("an X25519 recipient that is of low order")
        key = derive_key(shared, salt=share + self.public, info=_INFO)
        return Stanza((KIND, encode_base64(share)), wrap(key, file_key))


@dataclass(frozen=True)
class X25519Identity:
    """What opens a file: a secret of 32 bytes, never shown by `repr`."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != 32:
            raise KeyFormatError("an X25519 identity has 32 bytes")

    @classmethod
    def generate(cls) -> X25519Identity:
        return cls(secrets.token_bytes(32))

    def secret_text(self) -> str:
        """The identity in the form that other tools read."""
        return bech32.encode(IDENTITY_PREFIX, self.secret).upper()

    @cached_property
    def recipient(self) -> X25519Recipient:
        return X25519Recipient(self._key.public_key().public_bytes_raw())

    def unwrap(self, stanza: Stanza) -> bytes | None:
        """The file key, or None if the stanza is for somebody else. Raises HeaderError for a malformed one."""
        if stanza.kind != KIND:
            return None
        if len(stanza.arguments) != 2:
            raise HeaderError("an X25519 stanza has two arguments")
        share = decode_base64(stanza.arguments[1])
        if len(share) != 32:
            raise HeaderError("an X25519 stanza has a share of 32 bytes")
        require_wrapped(stanza.body)
        shared = _shared(self._key, share)
        if shared is None:
            raise HeaderError("an X25519 stanza has a share of low order")
        return unwrap(derive_key(shared, salt=share + self.recipient.public, info=_INFO), stanza.body)

    @cached_property
    def _key(self) -> X25519PrivateKey:
        return _private_key(self.secret)


def _private_key(secret: bytes) -> X25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(secret)


def _shared(private: X25519PrivateKey, public: bytes) -> bytes | None:
    """The shared secret, or None where it would be all zeros."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    try:
        return private.exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError:
        return None
