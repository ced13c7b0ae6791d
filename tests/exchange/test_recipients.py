"""Recipients that somebody names, and whether anything can be encrypted to them."""

from __future__ import annotations

from peerlog.age import HybridIdentity
from peerlog.crypto.recipients import is_usable


def test_only_real_keys_are_usable() -> None:
    real = HybridIdentity.generate().recipient.public
    assert is_usable(real)
    assert not is_usable(real[:1184] + bytes(32))
    assert not is_usable(b"\xff" * 1184 + real[1184:])
    assert not is_usable(real[:-1])
    assert not is_usable(b"")
