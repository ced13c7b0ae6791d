"""Short names of devices and members, each a hash of a public key: 22 characters of URL-safe base64."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256

_BYTES = 16


def device_id(key: bytes) -> str:
    """The id of the device that holds the Ed25519 key (32 bytes)."""
    return _name(b"peerlog/device/v1", key)


def member_id(key: bytes) -> str:
    """The id of the member whose first device in a space holds the Ed25519 key (32 bytes)."""
    return _name(b"peerlog/member/v1", key)


def _name(purpose: bytes, key: bytes) -> str:
    return urlsafe_b64encode(sha256(purpose + key).digest()[:_BYTES]).rstrip(b"=").decode("ascii")
