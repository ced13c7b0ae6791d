"""The words that two people compare aloud, from the 2,048 English ones of BIP 39, which also make recovery keys."""

from __future__ import annotations

from hashlib import sha256

from peerlog.crypto.recovery import word_list

NONCE_BYTES = 32

_MEETING = b"peerlog/words/v1"
_INTRODUCED = b"peerlog/introduced/v1"
_BITS = 11


def commitment_to(nonce: bytes) -> bytes:
    """What an invitation says of the nonce that its writer reveals later: 32 bytes."""
    return sha256(_MEETING + nonce).digest()


def words_of(invitation: bytes, answer: bytes, nonce: bytes) -> tuple[str, str, str, str]:
    """The four words, 44 bits, of two who meet: from the signed texts of both files and the inviter's nonce."""
    first, second, third, fourth = spoken_words(_MEETING + _sized(invitation) + _sized(answer) + _sized(nonce), 4)
    return first, second, third, fourth


def introduced_words(space: str, one: bytes, other: bytes) -> tuple[str, ...]:
    """Eight words, 88 bits, for two members whom another introduced: from their first keys, in either order.

    They are longer than the four because nothing is revealed late here: keys can be tried until words look alike.
    """
    return tuple(spoken_words(_INTRODUCED + space.encode("ascii") + b"".join(sorted((_sized(one), _sized(other)))), 8))


def spoken_words(text: bytes, count: int) -> list[str]:
    """As many words, of 11 bits each, from the beginning of the SHA-256 of `text`."""
    number = int.from_bytes(sha256(text).digest(), "big") >> (256 - count * _BITS)
    places = [number >> (count - 1 - place) * _BITS & (1 << _BITS) - 1 for place in range(count)]
    words = word_list()
    return [words[place] for place in places]


def _sized(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data
