"""How large each thing may be; whatever is larger is refused before it costs memory."""

from __future__ import annotations

from ..domain.text import MOST_BYTES

CHANGE_BYTES = 4096
STATEMENT_BYTES = 4096
VALUE_BYTES = 2 * MOST_BYTES + 64
"""The JSON text of one value: the longest text of a field, when each of its characters needs a backslash."""
CHANGES = 10_000
BUNDLE_BYTES = 16 * 1024 * 1024
MANIFEST_BYTES = 256 * 1024
MOST_INTEGER = 2**53
"""Beyond it JSON's numbers are not the same to every reader."""
MOST_DEPTH = 8
