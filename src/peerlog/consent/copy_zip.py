"""A signed copy in a zip file: written so that the same copy gives the same bytes, and read from anybody within limits.

A zip file says itself how much is in it, and may lie. So it is looked at first, and refused when it is larger than a
copy can be, lists more files than one can have, or uses what was made for large ones (zip64); and of each file no more
is unpacked than it may have.
"""

from __future__ import annotations

import io
import os
import stat
import struct
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, BinaryIO

from ..domain.text import brief
from .copy_faults import Fault, NoCopy
from .copy_folder import MOST_FILES, stranger, too_large
from .copy_layout import LARGEST, largest

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

LARGEST_ZIP = sum(LARGEST.values()) + (64 << 10)

_END = struct.Struct("<4s4H2LH")
_END_64 = b"PK\x06\x07"
_LOCATOR_BYTES = 20
_MOST_LISTED = 64 << 10
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 1
_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def write_zip(files: Mapping[str, bytes], folder: str) -> bytes:
    """The files in a folder of that name, packed; the same files give the same bytes."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name in sorted(files):
            about = ZipInfo(f"{folder}/{name}", _DAY)
            about.compress_type, about.create_system = ZIP_DEFLATED, _UNIX
            about.external_attr = (stat.S_IFREG | 0o600) << 16
            archive.writestr(about, files[name], compresslevel=9)
    return packed.getvalue()


def read_zip(file: BinaryIO) -> tuple[dict[str, bytes], list[Fault]]:
    """The files of a copy by name, and what else there is; they may lie in one folder. Raises `NoCopy`."""
    from zipfile import BadZipFile, ZipFile

    _look_at(file)
    try:
        with ZipFile(file) as archive:
            return _unpacked(archive)
    except (BadZipFile, ValueError, struct.error, NotImplementedError, EOFError, OSError, zlib.error) as error:
        raise _no_zip() from error


def _look_at(file: BinaryIO) -> None:
    size = file.seek(0, os.SEEK_END)
    if size > LARGEST_ZIP:
        raise NoCopy(Fault(".", f"This file {too_large(LARGEST_ZIP)}."))
    if size < _END.size:
        raise _no_zip()
    file.seek(max(0, size - _END.size - _LOCATOR_BYTES))
    end = file.read()
    mark, _, _, here, files, listed, at, remark = _END.unpack(end[-_END.size :])
    if mark != b"PK\x05\x06" or remark or here != files:
        raise _no_zip()
    if files > MOST_FILES or listed > _MOST_LISTED or at > size or end.startswith(_END_64):
        raise NoCopy(Fault(".", "There are far more files in this than a signed copy has."))
    if at + listed + _END.size != size:
        raise _more_than_a_zip()


def _unpacked(archive: ZipFile) -> tuple[dict[str, bytes], list[Fault]]:
    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    if min((each.header_offset for each in archive.infolist()), default=0):
        raise _more_than_a_zip()
    top = _folder_of(archive)
    for each in archive.infolist():
        if each.filename == top:
            continue
        inside = each.filename.startswith(top)
        name = each.filename[len(top) :] if inside else each.filename
        said, most = brief(name), largest(name)
        if most is None or not inside:
            faults.append(stranger(said))
        elif name in files:
            faults.append(Fault(said, f"{said} is in it twice."))
        elif why := _odd(each):
            faults.append(Fault(said, f"{said} {why}."))
        elif each.file_size > most:
            faults.append(Fault(said, f"{said} {too_large(most)}."))
        else:
            try:
                files[name] = _content(archive, each, most)
            except _Broken:
                faults.append(Fault(said, f"{said} is broken."))
    return files, faults


class _Broken(Exception):
    """One file cannot be unpacked to what the zip file says of it."""


def _content(archive: ZipFile, about: ZipInfo, most: int) -> bytes:
    from zipfile import BadZipFile

    try:
        with archive.open(about) as file:
            content = file.read(most + 1)
    except (BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, struct.error) as error:
        raise _Broken from error
    if len(content) != about.file_size:
        raise _Broken
    return content


def _folder_of(archive: ZipFile) -> str:
    """The one folder that everything lies in, with a slash at its end; empty where there is none."""
    first = archive.namelist()[0] if archive.namelist() else ""
    top, slash, _ = first.partition("/")
    return top + slash if slash and top not in ("", ".", "..") else ""


def _odd(about: ZipInfo) -> str:
    mode = about.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "is not a plain file"
    if about.flag_bits & _ENCRYPTED:
        return "is locked with a password"
    if about.compress_type not in (_STORED, _DEFLATED):
        return "is packed in a way that is not read here"
    return ""


def _no_zip() -> NoCopy:
    return NoCopy(Fault(".", "This is neither the folder of a signed copy nor a zip file of one, or it is broken."))


def _more_than_a_zip() -> NoCopy:
    """What stands before or between the parts of a zip file is what another program may show instead."""
    return NoCopy(Fault(".", "There is something else in this file than the zip file of a signed copy."))
