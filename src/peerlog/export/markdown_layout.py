"""How a peerlog entry is laid out in Markdown, version 1; what the writer and the reader must agree on.

Front matter holds everything short, the body the text. Every other prose field follows as a section: a marker line
with the field's stored name, a heading, an empty line, the prose. A line of somebody's own that looks like a marker
gets one backslash before it, and loses one when read.
"""

from __future__ import annotations

import re

VERSION = 1

_MARKER = re.compile(r"<!-- peerlog: ([a-z][a-z0-9_]{0,79}) -->")
_LOOKS_LIKE_MARKER = re.compile(r"^(\\*<!-- peerlog: )", re.MULTILINE)
_GUARDED = re.compile(r"^\\(\\*<!-- peerlog: )", re.MULTILINE)


def marker(name: str) -> str:
    return f"<!-- peerlog: {name} -->"


def marked_name(line: str) -> str | None:
    """The field that a marker line names; None for every other line."""
    match = _MARKER.fullmatch(line)
    return match.group(1) if match else None


def guard(prose: str) -> str:
    return _LOOKS_LIKE_MARKER.sub(r"\\\1", prose)


def unguard(prose: str) -> str:
    return _GUARDED.sub(r"\1", prose)
