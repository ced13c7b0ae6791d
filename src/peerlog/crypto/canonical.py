"""Canonical JSON: one value has exactly one text, so that it can be hashed and authenticated.

Members are sorted by name (by code point), there is no white space, and every character outside printable
ASCII is written as a lower-case `\\uXXXX` escape. Floating-point numbers are not used.
"""

from __future__ import annotations

import json
from collections.abc import Mapping


def canonical_json(value: Mapping[str, object]) -> bytes:
    """The canonical text of an object, without a newline at its end."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
    ).encode("ascii")
