"""Bech32: the examples of BIP 173, round trips, and what a checksum is for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.age import bech32

PREFIXES = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("text", "prefix", "size"),
    [
        ("A12UEL5L", "a", 0),
        ("a12uel5l", "a", 0),
        (
            "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
            "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio",
            0,
        ),
        ("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", "abcdef", 20),
        ("11" + "q" * 82 + "c8247j", "1", 51),
        ("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", "split", 30),
        ("?1ezyfcl", "?", 0),
    ],
)
def test_valid(text: str, prefix: str, size: int) -> None:
    found, data = bech32.decode(text)
    assert (found, len(data)) == (prefix, size)
    assert bech32.encode(found, data) == text.lower()


@pytest.mark.parametrize(
    "text",
    [
        "\x201nwldj5",
        "\x7f1axkwrx",
        "\x801eym55h",
        "pzry9x0s0muk",
        "1pzry9x0s0muk",
        "x1b4n0q5v",
        "li1dgmt3",
        "de1lg7wt\xff",
        "A1G7SGD8",
        "10a06t8",
        "1qzzfhee",
        "A12uEL5L",
        bech32.encode("k", b"").upper().replace("K", "\u212a"),  # a Kelvin sign, whose lower case is a k
        "",
        "1",
    ],
)
def test_invalid(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        bech32.decode(text)


@given(PREFIXES, st.binary(max_size=1300))
def test_round_trip(prefix: str, data: bytes) -> None:
    text = bech32.encode(prefix, data)
    assert bech32.decode(text) == (prefix, data)
    assert bech32.decode(text.upper()) == (prefix, data)


@given(st.binary(min_size=1, max_size=60), st.data())
def test_one_wrong_character_is_noticed(data: bytes, draw: st.DataObject) -> None:
    text = bech32.encode("age", data)
    place = draw.draw(st.integers(4, len(text) - 1))
    other = draw.draw(st.sampled_from("qpzry9x8gf2tvdw0s3jn54khce6mua7l").filter(lambda char: char != text[place]))
    with pytest.raises(ValueError, match="checksum"):
        bech32.decode(text[:place] + other + text[place + 1 :])


def test_padding_is_canonical() -> None:
    values = bech32._regroup(b"\xff", 8, 5, pad=True)
    assert values == [0b11111, 0b11100]
    assert bech32._regroup(values, 5, 8, pad=False) == [0xFF]
    for other in ([0b11111, 0b11101], [0b11111, 0b11110], [*values, 0]):
        with pytest.raises(ValueError, match="padding"):
            bech32._regroup(other, 5, 8, pad=False)
