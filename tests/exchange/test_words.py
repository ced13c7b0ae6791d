"""The words: as docs/format.md says, computed here in another way."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from peerlog.crypto.recovery import word_list
from peerlog.exchange.handshake.words import commitment_to, introduced_words, words_of

texts = st.binary(max_size=40)


def bits(data: bytes, count: int) -> list[str]:
    digest = "".join(f"{byte:08b}" for byte in hashlib.sha256(data).digest())
    return [word_list()[int(digest[start : start + 11], 2)] for start in range(0, count * 11, 11)]


def sized(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


@given(texts, texts, texts)
def test_four_words(invitation: bytes, answer: bytes, nonce: bytes) -> None:
    whole = b"peerlog/words/v1" + sized(invitation) + sized(answer) + sized(nonce)
    assert list(words_of(invitation, answer, nonce)) == bits(whole, 4)


@given(texts, texts)
def test_eight_words_in_either_order(one: bytes, other: bytes) -> None:
    space = "0" * 32
    both = sorted([sized(one), sized(other)])
    words = introduced_words(space, one, other)
    assert list(words) == bits(b"peerlog/introduced/v1" + space.encode() + b"".join(both), 8)
    assert words == introduced_words(space, other, one)
    assert words != introduced_words("1" * 32, one, other)


@given(texts, texts, texts)
def test_where_a_text_ends_counts(one: bytes, other: bytes, nonce: bytes) -> None:
    assert words_of(one + b"x", other, nonce) != words_of(one, b"x" + other, nonce)


def test_golden() -> None:
    nonce = bytes(range(32))
    assert commitment_to(nonce).hex() == hashlib.sha256(b"peerlog/words/v1" + nonce).hexdigest()
    assert words_of(b"invitation", b"answer", nonce) == ("capital", "token", "life", "juice")
    assert introduced_words("0" * 32, bytes(32), bytes(range(32))) == (
        "night",
        "relief",
        "chuckle",
        "tiny",
        "vault",
        "crunch",
        "network",
        "mansion",
    )
