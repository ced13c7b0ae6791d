"""The key of a space: fixed for ever, different for every vault, generation and space."""

from __future__ import annotations

import hashlib
import hmac
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.crypto.spacekeys import space_key

VAULT_KEY = bytes(range(32))
VAULT = "00112233445566778899aabbccddeeff"
GOLDEN = [
    (1, "private", "ee6b92b5736be22fae53033cdd567132ce59afededaf6527e343621d6301e7b6"),
    (2, "private", "0003fc717cf29b2951659db2bc247af7dee8f0756881873ef28fe38b50cf9879"),
    (1, "circles/0123456789abcdef", "f3de943eb261c8961413c73360fae654598aee9da97dac6f505b4bfb76423769"),
]

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


def hkdf_by_hand(vault_key: bytes, *parts: str) -> str:
    """RFC 5869 with an empty salt and one block of output, from the standard library alone."""
    info = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in parts)
    extracted = hmac.digest(bytes(32), vault_key, hashlib.sha256)
    return hmac.digest(extracted, info + b"\x01", hashlib.sha256).hex()


@pytest.mark.parametrize(("generation", "space", "expected"), GOLDEN)
def test_the_key_of_a_space_never_changes(generation: int, space: str, expected: str) -> None:
    assert space_key(VAULT_KEY, VAULT, generation, space) == expected


@given(vault_key=st.binary(min_size=32, max_size=32), generation=st.integers(1, 10**9), space=names)
def test_it_is_what_the_documentation_says(vault_key: bytes, generation: int, space: str) -> None:
    key = space_key(vault_key, VAULT, generation, space)
    assert key == hkdf_by_hand(vault_key, "peerlog/v1/space", VAULT, str(generation), space)
    assert re.fullmatch("[0-9a-f]{64}", key)


@given(
    one=st.tuples(st.integers(1, 99), names),
    other=st.tuples(st.integers(1, 99), names),
)
def test_no_two_spaces_or_generations_share_a_key(one: tuple[int, str], other: tuple[int, str]) -> None:
    keys_agree = space_key(VAULT_KEY, VAULT, *one) == space_key(VAULT_KEY, VAULT, *other)
    assert keys_agree == (one == other)


def test_another_vault_has_other_keys() -> None:
    assert space_key(VAULT_KEY, "ff" * 16, 1, "private") != GOLDEN[0][2]


@pytest.mark.parametrize(
    ("vault_key", "generation", "space"), [(bytes(31), 1, "a"), (bytes(32), 0, "a"), (bytes(32), 1, "")]
)
def test_what_cannot_be_meant_is_an_error(vault_key: bytes, generation: int, space: str) -> None:
    with pytest.raises(ValueError, match="space key"):
        space_key(vault_key, VAULT, generation, space)
