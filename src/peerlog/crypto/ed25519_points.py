"""Which 32 bytes may be an Ed25519 public key here: a point of the curve, in its one encoding, not of low order.

Under a key of low order one signature fits two messages, and libraries accept it: it would say both
"I agree" and "I do not". Pure arithmetic (RFC 8032, section 5.1), so that what must not know a cipher can ask too.
"""

from __future__ import annotations

from functools import lru_cache

KEY_BYTES = 32

_P = 2**255 - 19
_D = -121665 * pow(121666, -1, _P) % _P
_SIGN = 1 << 255

LOW_ORDER = frozenset(
    bytes.fromhex(encoding)
    for encoding in (
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    )
)
"""The 14 encodings, canonical or not, of the eight points of low order."""


class UnfitKey(ValueError):
    """Bytes that are no Ed25519 public key, or one under which a signature proves nothing."""


def require_key(key: bytes) -> bytes:
    """The key itself; raises UnfitKey."""
    if len(key) != KEY_BYTES:
        raise UnfitKey(f"a public key has {KEY_BYTES} bytes")
    if key in LOW_ORDER:
        raise UnfitKey("a public key of low order")
    if not _on_curve(key):
        raise UnfitKey("not the encoding of a point on the curve")
    return key


@lru_cache(maxsize=4096)
def _on_curve(key: bytes) -> bool:
    y = int.from_bytes(key, "little") & (_SIGN - 1)
    if y >= _P:
        return False
    # x² = (y² - 1) / (d y² + 1). The denominator is never 0, and x = 0 only where the order is low; so x² is a
    # square, and the point on the curve, exactly if Euler's criterion gives 1.
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    return pow(square, (_P - 1) // 2, _P) == 1
