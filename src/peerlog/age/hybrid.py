"""The post-quantum recipient type, ML-KEM-768 with X25519: `age1pq1…` and `AGE-SECRET-KEY-PQ-1…`.

The file key is sealed with HPKE (RFC 9180, base mode) under the KEM MLKEM768-X25519, which is X-Wing
(draft-ietf-hpke-pq), HKDF-SHA256 and ChaCha20-Poly1305. An identity is the 32-byte seed of X-Wing; both
private keys are SHAKE256 of it: 64 bytes of ML-KEM seed, 32 bytes of X25519 secret.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from peerlog.age import bech32
from peerlog.age.errors import HeaderError, KeyFormatError
from peerlog.age.header import Stanza, decode_base64, encode_base64
from peerlog.age.keywrap import require_wrapped

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.hpke import Suite

KIND = "mlkem768x25519"
RECIPIENT_PREFIX = "age1pq"
IDENTITY_PREFIX = "age-secret-key-pq-"

_MLKEM_PUBLIC = 1184
_MLKEM_CIPHERTEXT = 1088
_X25519 = 32
_INFO = b"age-encryption.org/mlkem768x25519"


@dataclass(frozen=True)
class HybridRecipient:
    """Who can open a file: an ML-KEM-768 public key and an X25519 public key, 1,216 bytes in all."""

    public: bytes
    kind = KIND

    def __post_init__(self) -> None:
        if len(self.public) != _MLKEM_PUBLIC + _X25519:
            raise KeyFormatError("a hybrid recipient has 1,216 bytes")

    def __str__(self) -> str:
        return bech32.encode(RECIPIENT_PREFIX, self.public)

    def wrap(self, file_key: bytes) -> Stanza:
        """Raises KeyFormatError for bytes that are no public keys or of low order."""
        from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PublicKey
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
        from cryptography.hazmat.primitives.hpke import MLKEM768X25519PublicKey

        try:
            key = MLKEM768X25519PublicKey(
                MLKEM768PublicKey.from_public_bytes(self.public[:_MLKEM_PUBLIC]),
                X25519PublicKey.from_public_bytes(self.public[_MLKEM_PUBLIC:]),
            )
            sealed = _suite().encrypt(file_key, key, _INFO)
        except ValueError:
            raise KeyFormatError("a hybrid recipient that is no public key") from None
        enc, body = sealed[: _MLKEM_CIPHERTEXT + _X25519], sealed[_MLKEM_CIPHERTEXT + _X25519 :]
        return Stanza((KIND, encode_base64(enc)), body)


@dataclass(frozen=True)
class HybridIdentity:
    """What opens a file: a seed of 32 bytes, never shown by `repr`."""

    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.seed) != 32:
            raise KeyFormatError("a hybrid identity has 32 bytes")

    @classmethod
    def generate(cls) -> HybridIdentity:
        return cls(secrets.token_bytes(32))

    def secret_text(self) -> str:
        """The identity in the form that other tools read."""
        return bech32.encode(IDENTITY_PREFIX, self.seed).upper()

    @cached_property
    def recipient(self) -> HybridRecipient:
        keys = self._keys
        return HybridRecipient(keys.mlkem.public_key().public_bytes_raw() + keys.x25519.public_key().public_bytes_raw())

    def unwrap(self, stanza: Stanza) -> bytes | None:
        """The file key, or None if the stanza is for somebody else. Raises HeaderError for a malformed one."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey

        if stanza.kind != KIND:
            return None
        if len(stanza.arguments) != 2:
            raise HeaderError("an mlkem768x25519 stanza has two arguments")
        enc = decode_base64(stanza.arguments[1])
        if len(enc) != _MLKEM_CIPHERTEXT + _X25519:
            raise HeaderError("an mlkem768x25519 stanza has an encapsulated key of 1,120 bytes")
        require_wrapped(stanza.body)
        try:
            return _suite().decrypt(enc + stanza.body, MLKEM768X25519PrivateKey(*self._keys), _INFO)
        except InvalidTag:
            # HPKE fails alike for another recipient's stanza and for a share of low order, which nobody sends
            # by accident.
            self._require_share(enc[_MLKEM_CIPHERTEXT:])
            return None

    def _require_share(self, share: bytes) -> None:
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

        try:
            self._keys.x25519.exchange(X25519PublicKey.from_public_bytes(share))
        except ValueError:
            raise HeaderError("an mlkem768x25519 stanza has a share of low order") from None

    @cached_property
    def _keys(self) -> _Keys:
        from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

        expanded = hashlib.shake_256(self.seed).digest(64 + _X25519)
        return _Keys(
            MLKEM768PrivateKey.from_seed_bytes(expanded[:64]), X25519PrivateKey.from_private_bytes(expanded[64:])
        )


class _Keys(NamedTuple):
    mlkem: MLKEM768PrivateKey
    x25519: X25519PrivateKey


def _suite() -> Suite:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
