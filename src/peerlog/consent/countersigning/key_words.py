"""The words by which it is established aloud who signed: those of what was signed, which names the key."""

from __future__ import annotations

from ...exchange.handshake.words import spoken_words

_SIGNED = b"peerlog/countersignature/v1"
_COUNT = 8


def key_words(text: bytes) -> tuple[str, ...]:
    """Eight words, 88 bits, for the bytes that were signed; whoever signed sees the same ones.

    As many as for people whom another introduced, for here too keys can be tried until words look alike.
    """
    return tuple(spoken_words(_SIGNED + text, _COUNT))
