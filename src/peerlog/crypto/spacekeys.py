"""One key for each space and generation, derived from the vault key.

HKDF-SHA256 (RFC 5869) with the vault key as input, no salt, 32 bytes of output, and as `info` four parts,
each behind its length in four bytes, most significant first, so that no two different inputs give the same
bytes:

    "peerlog/v1/space"   the vault id (32 hex digits)   the generation in decimal   the space's name in UTF-8

The generation is bound here and nowhere else: a vault key put back from an earlier generation opens none of
the spaces of this one.
"""

from __future__ import annotations


def space_key(vault_key: bytes, vault_id: str, generation: int, space: str) -> str:
    """The raw key of a space as SQLCipher takes it: 64 lower-case hex digits.

    `vault_key` is 32 bytes, `generation` counts from 1, `space` is the space's name in the vault and never
    empty.
    """
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    if len(vault_key) != 32 or generation < 1 or not space:
        raise ValueError("a space key needs a 32-byte vault key, a generation from 1 on and a named space")
    parts = ("peerlog/v1/space", vault_id, str(generation), space)
    info = b"".join(len(part).to_bytes(4, "big") + part for part in (text.encode() for text in parts))
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(vault_key).hex()
