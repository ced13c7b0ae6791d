"""Where everything may be written, and what to ask about first."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

from ...domain.file_names import unwritable_name
from ...errors import Refused
from ...vault.disk_errors import explained
from ..exported_files import seen_by_others
from ..exporting import require_text
from ..home import expanded
from ..journal import Journal
from ..synced import synced_by

NOT_ENCRYPTED = "What is written is not encrypted: whoever gets at the folder reads all of it."
"""To be said before anything is written."""


def place_for_everything(journal: Journal, path: Path) -> Path:
    """The folder to write, which must not be there yet, or be empty. Nothing is written.

    Raises `Refused` for a path that climbs, a name that some system keeps for itself, a folder within the journal's
    own, one that holds something, and one whose parent is not there.
    """
    given = expanded(path)
    if ".." in given.parts:
        raise Refused("A path with “..” can lead somewhere else than it seems.", "Write out where the folder is to be.")
    target = given.absolute()
    require_text(target)
    if reason := unwritable_name(target.name):
        raise Refused(f"The folder cannot be called “{target.name}”: {reason}.", "Choose another name.")
    with explained(target):
        if journal.vault.folder.resolve().parent in (target.resolve(), *target.resolve().parents):
            raise Refused(f"{target} is where your journal itself lies.", "Choose another place.")
        if target.is_symlink() or (os.path.lexists(target) and not target.is_dir()):
            raise Refused(f"{target} is there already, and is no folder.", "Choose another name.")
        if target.is_dir() and any(target.iterdir()):
            raise Refused(f"The folder {target} holds something already.", "Choose another name, or an empty folder.")
        if not target.parent.is_dir():
            raise Refused(f"There is no folder {target.parent}.", "Make it first, or choose another.")
    return target


def cautions_for(target: Path) -> tuple[str, ...]:
    """What to ask about before everything is written to a place: who else gets at what lies there.

    Tries with an empty folder, for a drive may know no owners. Raises `Refused` where none can be made.
    """
    found = []
    if service := synced_by(target):
        found.append(f"{target} seems to be copied to other machines by {service}.")
    probe = target.with_name(f".{target.name}.{secrets.token_hex(8)}.new")
    with explained(target):
        probe.mkdir(mode=0o700)
        try:
            is_open = seen_by_others(probe)
        finally:
            probe.rmdir()
    if is_open:
        found.append(f"Other people on this machine could look into {target}.")
    elif _others_may_move(target.parent):
        found.append(f"Other people on this machine can move what lies in {target.parent}, though not read it.")
    return tuple(found)


def _others_may_move(folder: Path) -> bool:
    """Whether others may write into a folder that does not keep everybody's files apart, as a shared /tmp does."""
    mode = folder.stat().st_mode
    return os.name != "nt" and bool(mode & 0o022) and not mode & stat.S_ISVTX
