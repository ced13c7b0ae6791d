"""What a file or folder probably is, for a hint when the wrong reader was chosen. Guesses from the first bytes."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal

from .folder import SUFFIXES

Format = Literal["jrnl", "dayone", "markdown", "json"]

_HEAD = 64 * 1024
_NAMES: dict[Format, str] = {
    "jrnl": "a jrnl journal",
    "dayone": "a Day One export",
    "markdown": "Markdown",
    "json": "peerlog's own export",
}
_OWN = re.compile(rb'"format"\s*:\s*"peerlog journal"')
_DAY_ONE = re.compile(rb'"(?:creationDate|creationDeviceType|richText)"|"metadata"\s*:\s*\{\s*"version"')
_JRNL = re.compile(rb'"entries"|"body"')
_JRNL_LINE = re.compile(rb"^(?:\[\d{1,4}[-./ ][^\]\n]{5,55}\] |\d{4}-\d\d-\d\d \d\d:\d\d )", re.MULTILINE)


def detect(path: Path) -> Format | None:
    """The sort of journal at `path`, or None when it looks like none of them or cannot be read."""
    try:
        if path.is_dir():
            return _folder(path)
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    if head.startswith(b"PK\x03\x04"):
        return "dayone"
    if path.name.lower().endswith(SUFFIXES):
        return "markdown"
    head = head.removeprefix(b"\xef\xbb\xbf")
    if head.lstrip().startswith(b"{"):
        if _OWN.search(head):
            return "json"
        return "dayone" if _DAY_ONE.search(head) else "jrnl" if _JRNL.search(head) else None
    return "jrnl" if head.startswith((b"JRNLv3", b"gAAAAA")) or _JRNL_LINE.search(head) else None


def instead(path: Path) -> str:
    """A hint naming the reader that fits `path`; empty when none is known to."""
    found = detect(path)
    return f"It looks like {_NAMES[found]}: peerlog import {found} …" if found else ""


def _folder(path: Path) -> Format | None:
    """Markdown files within two levels, or an unpacked Day One export."""
    names = sorted(os.listdir(path))
    if any(name in ("photos", "videos", "audios", "pdfs") for name in names) and any(
        name.endswith(".json") for name in names
    ):
        return "dayone"
    for name in names[:1000]:
        if name.lower().endswith(SUFFIXES):
            return "markdown"
        below = path / name
        if (
            not name.startswith(".")
            and below.is_dir()
            and any(each.lower().endswith(SUFFIXES) for each in os.listdir(below))
        ):
            return "markdown"
    return None
