"""Day One's export as files: one `.json`, a `.zip` of several, or the folder that such a zip unpacks to.

Names inside a zip are shown and never used as paths. Sizes and counts are checked before anything is unpacked.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..errors import Damaged, Refused
from .detect import instead
from .files import MOST_BYTES, named, open_plain, read_whole, too_large, unreadable
from .item import shown

MOST_MEMBERS = 200_000
"""Photos count too."""
MOST_JOURNALS = 200
MOST_GROWTH = 200
"""How many times larger than its packed size a journal may be; text seldom reaches thirty."""

_AGAIN = "Export it from Day One again."


@dataclass(frozen=True, slots=True)
class JournalFile:
    """One journal: its file's name, the journal's name, and its bytes when they are wanted."""

    name: str
    journal: str
    data: Callable[[], bytes]


def journal_files(path: Path) -> list[JournalFile]:
    """Every journal of the export at `path`; raises `Refused` and `Damaged`."""
    if path.is_dir():
        try:
            found = sorted(each for each in path.iterdir() if each.suffix.lower() == ".json" and each.is_file())
        except OSError as error:
            raise unreadable(path, error) from error
        if not found:
            raise Refused(f"“{named(path)}” holds no Day One export.", instead(path))
        return [_plain(each) for each in found[:MOST_JOURNALS]]
    return _packed(path) if _is_zip(path) else [_plain(path)]


def _plain(path: Path) -> JournalFile:
    return JournalFile(named(path), shown(path.stem, 100), lambda: read_whole(path))


def _is_zip(path: Path) -> bool:
    try:
        with open_plain(path) as file:
            return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
    except OSError as error:
        raise unreadable(path, error) from error


def _packed(path: Path) -> list[JournalFile]:
    name = named(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Damaged(f"“{name}” is a damaged zip file.", _AGAIN) from error
    if len(members) > MOST_MEMBERS:
        raise Refused(f"“{name}” holds {len(members):,} files; up to {MOST_MEMBERS:,} are read.")
    journals = [member for member in members if _is_journal(member.filename)]
    if not journals:
        raise Refused(f"“{name}” holds no Day One journal (no .json file).")
    if len(journals) > MOST_JOURNALS:
        raise Refused(f"“{name}” holds {len(journals):,} journals; up to {MOST_JOURNALS} are read.")
    if (total := sum(member.file_size for member in journals)) > MOST_BYTES:
        raise too_large(path, total, MOST_BYTES)
    for member in journals:
        if member.flag_bits & 1:
            raise Refused(f"“{name}” is a zip file with a password.", "Unpack it, then import the .json file.")
        if member.file_size > MOST_GROWTH * member.compress_size + 2**20:
            raise Refused(f"“{name}” would grow beyond all measure when unpacked.")
    return [_member(path, member) for member in sorted(journals, key=lambda member: member.filename)]


def _is_journal(member: str) -> bool:
    parts = PurePosixPath(member.replace("\\", "/")).parts
    return (
        bool(parts)
        and parts[-1].lower().endswith(".json")
        and not any(part == "__MACOSX" or (part.startswith(".") and part.strip(".")) for part in parts)
    )


def _member(path: Path, member: zipfile.ZipInfo) -> JournalFile:
    last = PurePosixPath(member.filename.replace("\\", "/")).name

    def data() -> bytes:
        # Reads no more than the size in the directory, which was checked, and compares the checksum at its end.
        try:
            with zipfile.ZipFile(path) as archive, archive.open(member) as file:
                return file.read()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, zlib.error) as error:
            raise Damaged(f"“{shown(last, 100)}” in “{named(path)}” is damaged.", _AGAIN) from error

    return JournalFile(shown(last, 100), shown(last[: -len(".json")], 100), data)
