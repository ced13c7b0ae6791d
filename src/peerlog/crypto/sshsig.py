"""Signatures in the form of OpenSSH (PROTOCOL.sshsig): Ed25519 over a namespace and the SHA-512 of the message.

Kept and sent are the 64 bytes of the signature alone; `armored` makes of them the file that stock
`ssh-keygen -Y verify` reads. What is signed is

    "SSHSIG" ‖ string(namespace) ‖ string("") ‖ string("sha512") ‖ string(SHA-512 of the message)

where string(x) is x behind its length in four bytes, most significant first. A namespace is one purpose, so that no
signature can be taken for one of another kind.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256, sha512
from typing import TYPE_CHECKING

from peerlog.crypto.ed25519_points import UnfitKey, require_key

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

__all__ = [
    "BUNDLE",
    "CHANGE",
    "CONSENT",
    "MEETING",
    "ROSTER",
    "Signed",
    "UnfitKey",
    "allowed_signer_line",
    "armored",
    "fingerprint",
    "key_of_blob",
    "public_line",
    "read_armored",
    "require_key",
    "sign",
    "verify",
    "verify_all",
]

CHANGE = "change@peerlog.v1"
BUNDLE = "bundle@peerlog.v1"
ROSTER = "roster@peerlog.v1"
MEETING = "meeting@peerlog.v1"
CONSENT = "consent@peerlog.v1"

SIGNATURE_BYTES = 64

Signed = tuple[bytes, str, bytes, bytes]
"""Key, namespace, message, signature."""

_KEY_TYPE = b"ssh-ed25519"
_COLUMNS = 70
_MOST_LINES = 16
_TOO_FEW_FOR_THREADS = 64


def sign(seed: bytes, namespace: str, message: bytes) -> bytes:
    """The 64 bytes of the signature by the key whose private half is `seed` (32 bytes)."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed).sign(_signed_bytes(namespace, message))


def verify(key: bytes, namespace: str, message: bytes, signature: bytes) -> bool:
    """Whether the signature is good; never for a key that `require_key` refuses. Raises nothing for any bytes."""
    from cryptography.exceptions import InvalidSignature

    public = _public(key)
    if public is None or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        public.verify(signature, _signed_bytes(namespace, message))
    except InvalidSignature:
        return False
    return True


def verify_all(items: Sequence[Signed], threads: int = 2) -> list[bool]:
    """`verify` of each, in their order. Ed25519 runs outside the interpreter's lock, so threads share the work."""
    if threads < 2 or len(items) < _TOO_FEW_FOR_THREADS:
        return [verify(*item) for item in items]
    from concurrent.futures import ThreadPoolExecutor

    share = -(-len(items) // threads)
    shares = [items[start : start + share] for start in range(0, len(items), share)]
    with ThreadPoolExecutor(threads) as pool:
        return [good for part in pool.map(lambda some: [verify(*item) for item in some], shares) for good in part]


def armored(key: bytes, namespace: str, signature: bytes) -> str:
    """The signature as a file for `ssh-keygen -Y verify`, with the newline at its end. Raises UnfitKey."""
    if len(signature) != SIGNATURE_BYTES:
        raise ValueError(f"a signature has {SIGNATURE_BYTES} bytes")
    version = (1).to_bytes(4, "big")
    parts = (_key_blob(key), namespace.encode(), b"", b"sha512", _string(_KEY_TYPE) + _string(signature))
    text = b64encode(b"SSHSIG" + version + b"".join(map(_string, parts))).decode("ascii")
    lines = [text[start : start + _COLUMNS] for start in range(0, len(text), _COLUMNS)]
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""])


def read_armored(text: str, namespace: str) -> tuple[bytes, bytes]:
    """The key (32 bytes) and the signature (64 bytes) in what `armored` writes for this namespace; nothing is checked.

    Raises `ValueError` for any other text, also where `ssh-keygen` would take it: there is one way to write each.
    """
    lines = text.split("\n", _MOST_LINES)
    blob = b64decode("".join(lines[1:-2]), validate=True)
    key_at = len(b"SSHSIG") + 4 + 4 + len(_string(_KEY_TYPE)) + 4
    key, signature = blob[key_at : key_at + 32], blob[-SIGNATURE_BYTES:]
    if armored(key, namespace, signature) != text:
        raise ValueError(f"not a signature by an Ed25519 key for {namespace}")
    return key, signature


def key_of_blob(encoded: str) -> bytes:
    """The key (32 bytes) in the base64 of a line of OpenSSH's for an Ed25519 key; raises `ValueError`."""
    blob = b64decode(encoded, validate=True)
    key = blob[-32:]
    if _key_blob(key) != blob:
        raise ValueError("not an Ed25519 key")
    return key


def fingerprint(key: bytes) -> str:
    """What `ssh-keygen` calls the key: `SHA256:` and 43 letters. Raises UnfitKey."""
    return "SHA256:" + b64encode(sha256(_key_blob(key)).digest()).decode("ascii").rstrip("=")


def public_line(key: bytes, comment: str = "") -> str:
    """The key as OpenSSH writes public keys: `ssh-ed25519 AAAA… comment`, without a newline. Raises UnfitKey.

    Of the comment only what fits into the line is kept: no line breaks, no control characters.
    """
    words = " ".join("".join(c if c.isprintable() else " " for c in comment).split())
    return f"ssh-ed25519 {b64encode(_key_blob(key)).decode('ascii')} {words}".rstrip()


def allowed_signer_line(principal: str, namespaces: Sequence[str], key: bytes, comment: str = "") -> str:
    """A line of an allowed-signers file: who may sign what with the key; without a newline.

    `principal` is what `ssh-keygen -Y verify -I` has to name: ASCII letters, digits and `@ . _ -` alone.
    """
    if not principal or not all(c.isascii() and (c.isalnum() or c in "@._-") for c in principal):
        raise ValueError("a signer is named by letters, digits and @ . _ - alone")
    return f'{principal} namespaces="{",".join(namespaces)}" {public_line(key, comment)}'


def _signed_bytes(namespace: str, message: bytes) -> bytes:
    parts = (namespace.encode(), b"", b"sha512", sha512(message).digest())
    return b"SSHSIG" + b"".join(map(_string, parts))


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def _key_blob(key: bytes) -> bytes:
    return _string(_KEY_TYPE) + _string(require_key(key))


@lru_cache(maxsize=1024)
def _public(key: bytes) -> Ed25519PublicKey | None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        return Ed25519PublicKey.from_public_bytes(require_key(key))
    except ValueError:
        return None
