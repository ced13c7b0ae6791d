"""How long a text may look from outside: Padmé (Nikitin et al., PoPETs 2019(4), algorithm 1)."""

from __future__ import annotations

LEAST = 256
"""Bytes that everything is padded to at least."""


def padded_length(length: int) -> int:
    """The length to pad `length` bytes to: at most 12 % longer, and O(log log length) bits of the size are told."""
    length = max(length, LEAST)
    exponent = length.bit_length() - 1
    free_bits = exponent - exponent.bit_length()
    mask = (1 << free_bits) - 1
    return (length + mask) & ~mask
