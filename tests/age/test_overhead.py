"""What a file costs beside its plaintext, in bytes."""

from __future__ import annotations

import pytest

from peerlog.age import HybridIdentity, X25519Identity, encrypt


@pytest.mark.parametrize(
    ("kind", "recipients", "overhead"),
    [
        (X25519Identity, 1, 200),
        (X25519Identity, 2, 298),
        (X25519Identity, 8, 886),
        (HybridIdentity, 1, 1_659),
        (HybridIdentity, 2, 3_216),
        (HybridIdentity, 8, 12_558),
    ],
)
def test_overhead(kind: type[X25519Identity | HybridIdentity], recipients: int, overhead: int) -> None:
    circle = [kind(bytes([number]) * 32).recipient for number in range(recipients)]
    for size, chunks in [(0, 1), (1_000, 1), (65_536, 1), (65_537, 2), (200_000, 4)]:
        file = b"".join(encrypt(circle, [bytes(size)]))
        assert len(file) == size + overhead + 16 * (chunks - 1)
