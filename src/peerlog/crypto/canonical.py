"""Canonical JSON: one value has exactly one text, so that it can be hashed and authenticated.

Members are sorted by name (by code point), there is no white space, and the text is ASCII: quotation mark,
backslash and control characters are escaped as JSON asks, in the two-character form where there is one, and
every character beyond ASCII is written as one or two lower-case `\\uXXXX` escapes of its UTF-16 form. There
are no floating-point numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping


def canonical_json(value: Mapping[str, object]) -> bytes:
    """The canonical text of an object, without a newline at its end."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode("ascii")
