"""Names of files as they are kept, and as they are written so that every system takes them."""

from __future__ import annotations

import re
import unicodedata

from .file_type import FileType
from .text import clean_line

LONGEST = 200
"""The most characters of a kept name."""
_LONGEST_WRITTEN = 143
"""In bytes of UTF-8: what the narrowest file systems take."""
_ROOM = 12
"""In bytes: for a number that tells two files of one name apart."""

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", re.IGNORECASE)


def kept_name(raw: str) -> str:
    """The last part of a path as it is kept and shown: one clean line, its ending spared where it is cut."""
    name = clean_line(re.split(r"[/\\]", raw.rstrip("/\\"))[-1]) or "file"
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 8:
        return name[:LONGEST].rstrip()
    return f"{stem[: LONGEST - len(ending) - 1].rstrip()}.{ending}"


def written_name(name: str, type_: FileType | None, number: int = 1) -> str:
    """A name for a file on any system, with an ending of its type; `number` above 1 is put behind it.

    There is no folder in it, nothing hidden, no name that Windows keeps for itself, and no ending that some system
    would take for a program.
    """
    cleaned = "".join(each for each in clean_line(name) if unicodedata.category(each) not in ("Cf", "Cn", "Co"))
    cleaned = _NOT_IN_NAMES.sub("-", cleaned).strip(". ")
    endings = type_.endings if type_ else (".bin",)
    ending = next((each for each in endings if cleaned.lower().endswith(each)), "")
    stem = cleaned[: len(cleaned) - len(ending)] if ending else cleaned
    ending = ending or endings[0]
    behind = f" ({number})" if number > 1 else ""
    stem = _cut(stem, _LONGEST_WRITTEN - _ROOM - len(ending)).strip(". ") or "file"
    if _RESERVED.match(stem + behind + ending):
        stem = "_" + stem
    return stem + behind + ending


def _cut(text: str, most: int) -> str:
    return text.encode()[: max(most, 0)].decode(errors="ignore")
