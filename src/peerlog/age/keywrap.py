"""What the recipient types share: how keys are derived and how the file key is wrapped."""

from __future__ import annotations

import secrets

from peerlog.age.errors import HeaderError

FILE_KEY_BYTES = 16
WRAPPED_BYTES = FILE_KEY_BYTES + 16

_ZERO_NONCE = bytes(12)  # a wrapping key is used once


def new_file_key() -> bytes:
    return secrets.token_bytes(FILE_KEY_BYTES)


def derive_key(ikm: bytes, *, salt: bytes, info: bytes) -> bytes:
    """HKDF-SHA-256 to 32 bytes."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(ikm)


def wrap(wrapping_key: bytes, file_key: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(wrapping_key).encrypt(_ZERO_NONCE, file_key, None)


def unwrap(wrapping_key: bytes, body: bytes) -> bytes | None:
    """The file key, or None if it was wrapped under another key. `body` has passed `require_wrapped`."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        return ChaCha20Poly1305(wrapping_key).decrypt(_ZERO_NONCE, body, None)
    except InvalidTag:
        return None


def require_wrapped(body: bytes) -> None:
    """Raises HeaderError for a body of another size.

    Checked before decrypting: one long ciphertext can be made to open under many keys, and would tell which
    of them its reader has.
    """
    if len(body) != WRAPPED_BYTES:
        raise HeaderError("the header wraps something that is not a file key")
