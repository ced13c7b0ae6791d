"""The signing key of one device in one space: 32 random bytes, and the Ed25519 public key they stand for (RFC 8032).

Every device has another key in every space, so that nobody can tell by the keys who is in two of them.
"""

from __future__ import annotations

import secrets

from peerlog.crypto.key_ids import device_id, member_id

__all__ = ["device_id", "member_id", "new_device_seed", "public_key"]


def new_device_seed() -> bytes:
    """32 bytes from the system's random numbers."""
    return secrets.token_bytes(32)


def public_key(seed: bytes) -> bytes:
    """The 32 bytes of the public key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
