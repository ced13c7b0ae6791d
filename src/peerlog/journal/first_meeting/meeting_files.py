"""The three files of a meeting for the first time, where people put them and pick them up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import BadInput, Refused
from ..home import expanded
from .meeting_partners import Written

if TYPE_CHECKING:
    from ..own_devices.adding_devices import DeviceFile


def read_meeting_file(typed: str) -> bytes:
    """The content of the file that somebody names. Raises `BadInput` for no name, `Refused` for no file."""
    from ...exchange.update_files import read_update_file

    return read_update_file(_path(typed))


def write_meeting_file(written: Written | DeviceFile, typed: str, *, force: bool = False) -> Path:
    """Put a file where somebody says, under its own name in a folder; where it is now.

    Only its owner may read it. Raises `Refused` rather than write over another, unless `force`.
    """
    from ...vault.files import create_new, replace_atomically

    path = _path(typed)
    if path.is_dir():
        path = path / written.name
    if path.exists() and not force:
        raise Refused(f"{path} is already there, and was not touched.", "Choose another name.")
    (replace_atomically if force else create_new)(path, written.file)
    return path


def _path(typed: str) -> Path:
    if not typed.strip():
        raise BadInput("Name a file.", "Such as ~/Downloads/invitation.peerlog.")
    return expanded(Path(typed.strip())).absolute()
