"""A value: JSON text that travels beside a change, hidden in it behind a salted digest, so that it can be erased."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from .limits import VALUE_BYTES
from .strict_json import BadText, parse

Kept = tuple[bytes, str]
"""A value as it is kept: its salt (16 bytes) and its JSON text."""

SALT_BYTES = 16
_QUICK = json.JSONDecoder()


def encode(value: object) -> str:
    """A value as JSON text: compact, names sorted; equal values have equal texts."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def decode(text: str) -> Any:
    """The value in a JSON text that somebody else may have written; raises `strict_json.BadText`."""
    if text.startswith('"') and "\\" not in text and len(text) * 4 <= VALUE_BYTES:
        try:
            found, end = _QUICK.raw_decode(text)  # most values are a text: this takes a tenth of the time
        except ValueError as error:
            raise BadText("it is not JSON") from error
        if end == len(text) and text.isprintable():
            return found
    return parse(text.encode("utf-8", "surrogatepass"), VALUE_BYTES)


def digest(kept: Kept) -> bytes:
    """SHA-256 over the salt and the text: what a change says of its value. 32 bytes."""
    salt, text = kept
    return sha256(salt + text.encode("utf-8", "surrogatepass")).digest()


def matches(said: bytes, kept: Kept) -> bool:
    """Whether a value is the one whose digest a change gives."""
    return len(kept[0]) == SALT_BYTES and digest(kept) == said
