"""Keys that are refused: the 14 encodings of low order, what is not canonical, what is no point of the curve."""

from __future__ import annotations

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st
from tests.crypto.ed25519_vectors import vectors

from peerlog.crypto.device_keys import device_id, member_id, new_device_seed, public_key
from peerlog.crypto.ed25519_points import LOW_ORDER, UnfitKey, require_key

P = 2**255 - 19
ALL = vectors()
needs_vectors = pytest.mark.skipif(not ALL, reason="the Ed25519 vectors are not beside the checkout")


@needs_vectors
def test_every_key_of_low_order_is_refused() -> None:
    low = {vector.key for vector in ALL if "low_order_A" in vector.flags}
    assert low == LOW_ORDER
    for vector in ALL:
        if "low_order_A" not in vector.flags and "non_canonical_A" not in vector.flags:
            assert require_key(vector.key) == vector.key


@needs_vectors
def test_the_library_alone_would_take_one_signature_for_two_messages() -> None:
    """Why the keys are refused at all."""

    def accepted(key: bytes, signature: bytes, message: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        except Exception:
            return False
        return True

    identity = bytes([1]) + bytes(31)
    signature = identity + bytes(32)
    assert accepted(identity, signature, b"I consent")
    assert accepted(identity, signature, b"I do not consent")


@pytest.mark.parametrize("encoding", sorted(LOW_ORDER), ids=bytes.hex)
def test_low_order(encoding: bytes) -> None:
    with pytest.raises(UnfitKey, match="low order"):
        require_key(encoding)


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_length(length: int) -> None:
    with pytest.raises(UnfitKey, match="32 bytes"):
        require_key(bytes(length))


@pytest.mark.parametrize("y", range(P, 2**255))
def test_no_encoding_that_is_not_canonical_passes(y: int) -> None:
    for sign in (0, 1 << 255):
        with pytest.raises(UnfitKey):
            require_key((y | sign).to_bytes(32, "little"))


@given(st.binary(min_size=32, max_size=32))
def test_real_keys_are_points_and_half_of_all_numbers_are_not(seed: bytes) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    assert public_key(seed) == key
    assert require_key(key) == key


def test_about_half_of_all_numbers_are_refused() -> None:
    refused = 0
    for number in range(400):
        try:
            require_key(hashlib.sha256(number.to_bytes(2, "big")).digest())
        except UnfitKey:
            refused += 1
    assert 150 < refused < 250


def test_ids() -> None:
    key = bytes(range(32))
    assert (device_id(key), member_id(key)) == ("1ngR2qTa_moSimENs6S9Ug", "Hv2ZifjuLICxF2Z_iQHYZw")
    assert len(new_device_seed()) == 32
    assert new_device_seed() != new_device_seed()
