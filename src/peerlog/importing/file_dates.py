"""Dates in file names: `2024-03-01 Standup.md`, `20240301.md`, `2024-03-01 1930.md`, `2024/03/01.md`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time

from ..domain.problem import Problem
from .written_dates import NOON, Written, real_day, time_of

_CLOCK = r"(?:(?:T|[ _-]+(?:at )?)(\d\d)[-.:h_]?(\d\d)(?:[-.:_]?(\d\d))?(?![\d]))?"
_DASHED = re.compile(r"(?<!\d)(\d{4})[-_.](\d\d)[-_.](\d\d)(?!\d)" + _CLOCK)
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?:[T_-]?(\d\d)(\d\d)(\d\d)?)?(?!\d)")
_FOLDERS = re.compile(r"(?:^|/)(\d{4})/(?:\d{4}-)?(\d\d)/(\d\d)$")


@dataclass(frozen=True, slots=True)
class FileDate:
    """The date that a file's name holds (None when there is none) and the words besides it."""

    written: Written | None
    rest: str


def date_in_path(where: str) -> FileDate:
    """Read a relative path with `/` between its parts."""
    path = where.rsplit(".", 1)[0]
    name = path.rsplit("/", 1)[-1]
    for pattern in (_DASHED, _COMPACT):
        match = pattern.search(name)
        if match and (written := _written(match)):
            return FileDate(written, _words(name[: match.start()], name[match.end() :]))
    match = _FOLDERS.search(path)
    if match and (written := _written(match)):
        return FileDate(written, "")
    return FileDate(None, _words(name, ""))


def _written(match: re.Match[str]) -> Written | None:
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if not 1900 <= year <= 2100:
        return None
    try:
        on = real_day(year, month, day, match[0])
    except Problem:
        return None
    return Written(datetime.combine(on, _clock(match)))


def _clock(match: re.Match[str]) -> time:
    hour, minute, second = (*match.groups(), None, None, None)[3:6]
    try:
        return time_of(int(hour), int(minute or 0), int(second or 0), match[0]) if hour else NOON
    except Problem:
        return NOON


def _words(before: str, after: str) -> str:
    """What a name says besides its date; hyphens and underscores stand for spaces where there are none."""
    words = " ".join(part.strip(" -_.,–—") for part in (before, after)).strip()
    return words if " " in words else " ".join(re.split("[-_]+", words))
