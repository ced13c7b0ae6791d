"""Bech32 as in BIP 173, without its limit of 90 characters: hybrid recipients have 1,959."""

from __future__ import annotations

from collections.abc import Iterable

_DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM = 6


def encode(prefix: str, data: bytes) -> str:
    """The text of `data` under a lower-case human-readable prefix, in lower case."""
    values = _regroup(data, 8, 5, pad=True)
    remainder = _polymod([*_expand(prefix), *values, *[0] * _CHECKSUM]) ^ 1
    checksum = [remainder >> 5 * (_CHECKSUM - 1 - place) & 31 for place in range(_CHECKSUM)]
    return prefix + "1" + "".join(_DIGITS[value] for value in [*values, *checksum])


def decode(text: str) -> tuple[str, bytes]:
    """The prefix, in lower case, and the data.

    Raises ValueError, without the text, unless the text is all in one case, its checksum fits and its padding
    is canonical.
    """
    lower = text.lower()
    if not text.isascii() or text not in (lower, text.upper()):
        raise ValueError("mixed upper and lower case, or not ASCII")
    prefix, separator, digits = lower.rpartition("1")
    if not separator or not prefix or not all("!" <= char <= "~" for char in prefix):
        raise ValueError("no prefix")
    if len(digits) < _CHECKSUM:
        raise ValueError("too short")
    if not all(digit in _VALUES for digit in digits):
        raise ValueError("a character that Bech32 does not have")
    values = [_VALUES[digit] for digit in digits]
    if _polymod([*_expand(prefix), *values]) != 1:
        raise ValueError("the checksum does not fit")
    return prefix, bytes(_regroup(values[:-_CHECKSUM], 5, 8, pad=False))


def _expand(prefix: str) -> list[int]:
    return [ord(char) >> 5 for char in prefix] + [0] + [ord(char) & 31 for char in prefix]


def _polymod(values: Iterable[int]) -> int:
    remainder = 1
    for value in values:
        top = remainder >> 25
        remainder = (remainder & 0x1FFFFFF) << 5 ^ value
        for bit, factor in enumerate(_GENERATOR):
            if top >> bit & 1:
                remainder ^= factor
    return remainder


def _regroup(values: Iterable[int], of: int, into: int, *, pad: bool) -> list[int]:
    """Values of `of` bits each as values of `into` bits; the last is filled up with zeros, or must be zeros."""
    pending, bits = 0, 0
    regrouped = []
    for value in values:
        pending, bits = pending << of | value, bits + of
        while bits >= into:
            bits -= into
            regrouped.append(pending >> bits)
            pending &= (1 << bits) - 1
    if pad:
        return [*regrouped, pending << into - bits] if bits else regrouped
    if bits >= of or pending:
        raise ValueError("the padding is not canonical")
    return regrouped
