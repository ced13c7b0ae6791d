"""Whether anything can be encrypted to a device: who names one that is none must not keep others from sending."""

from __future__ import annotations

from functools import lru_cache

from ..age import HybridRecipient, KeyFormatError


@lru_cache(maxsize=512)
def is_usable(recipient: bytes) -> bool:
    """Whether the bytes (1,216) are two public keys, neither of low order."""
    try:
        HybridRecipient(recipient).wrap(bytes(16))
    except KeyFormatError:
        return False
    return True
