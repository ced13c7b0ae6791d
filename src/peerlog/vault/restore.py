"""Putting a backup in the journal's place. Anything wrong with it: nothing is changed."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from glob import escape
from pathlib import Path
from typing import BinaryIO

from ..crypto.spacekeys import space_key
from ..domain.moment import utc_stamp
from ..errors import Damaged, Refused
from . import keyfile
from .archive import Archive, extract, opened, read_archive
from .birth import add_device
from .connection import connect, format_version, translated
from .disk_errors import explained, said_of
from .exclusion import Hold
from .keyfile import KeyFile, generation_dir
from .migrations import migrate
from .private_places import make_private_dir, require_private_dir
from .schema import VERSION
from .soundness import require_whole
from .space import COUNT_WRITE
from .surroundings import require_folder_above, require_kept_name
from .syncing import sync_dir
from .vault import BACKUPS, space_path


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """What a backup tells without a key. `written` is the file's own time (a UTC stamp): a claim, not a proof.

    `sizes` are the bytes of each space, by name.
    """

    written: str
    vault_id: str
    generation: int
    sizes: dict[str, int]


@dataclass(frozen=True, slots=True)
class Restored:
    """How many entries the journal now has, and where the one that was there was moved (None: there was none)."""

    entries: int
    moved: Path | None


def read_backup(file: Path) -> BackupInfo:
    """Raises `Refused` for what is not a backup, `Damaged` for a broken one, `NewerFormat`."""
    with opened(file) as source:
        archive = read_archive(source, file)
        written = datetime.fromtimestamp(os.fstat(source.fileno()).st_mtime, UTC)
    sizes = {name: member.size for name, member in archive.spaces.items()}
    return BackupInfo(utc_stamp(written), archive.keys.vault_id, archive.keys.generation, sizes)


def restore(
    file: Path, folder: Path, unlock: Callable[[KeyFile], bytes], now: str, *, replace: bool = False
) -> Restored:
    """Make the vault `folder` from a backup; `unlock` opens a slot of the backup's own key file, `now` is a UTC stamp.

    Every page is read before anything is put in place. The vault enrols as a new device; the key it had when the backup
    was made stays as a former one. A vault that is there is moved aside, to `<name>.replaced-<time>` beside it, and
    never deleted; without `replace` it is not touched and `Refused` is raised. Its backups are moved with it. A crash
    in the moment between moving the one aside and the other into place leaves no vault in place, and both beside it.

    Raises what `unlock` raises, `Damaged`, `NewerFormat`, `Refused`, and `Busy` while the vault there is open.
    """
    folder = folder.absolute()
    new = folder.with_name(f".{folder.name}.{secrets.token_hex(8)}.new")
    try:
        with opened(file) as source:
            archive = read_archive(source, file)
            occupied = _occupied(folder)
            if occupied and not replace:
                raise Refused(f"There is a journal in {folder} already.", "It is moved aside if you ask to replace it.")
            vault_key = unlock(archive.keys)
            with _of_the_backup(file), said_of(folder, new):
                entries = _build(source, archive, vault_key, new, now)
        moved = _put_in_place(new, folder, now, occupied=occupied)
    except BaseException:
        with suppress(OSError):  # the first error is the one to tell
            shutil.rmtree(new)
        raise
    return Restored(entries, moved)


@contextmanager
def _of_the_backup(file: Path) -> Iterator[None]:
    try:
        yield
    except Damaged as error:
        raise Damaged(f"The backup {file.name} is damaged; nothing was changed.", "Try an earlier one.") from error


def moved_aside(folder: Path) -> Path | None:
    """The vault that was moved aside from `folder` last, if any is there."""
    with explained(folder.parent):
        found = folder.parent.glob(f"{escape(folder.name)}.replaced-*") if folder.parent.is_dir() else ()
        return max(found, key=lambda path: path.name, default=None)


def _occupied(folder: Path) -> bool:
    """Whether something is there that has to be moved aside; an empty folder is removed."""
    require_folder_above(folder)
    with explained(folder):
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left in folder.parent.glob(f".{escape(folder.name)}.*.new"):
            shutil.rmtree(left)
        require_kept_name(folder)
        if not os.path.lexists(folder):
            return False
        require_private_dir(folder)
        if any(folder.iterdir()):
            return True
        folder.rmdir()
        return False


def _build(source: BinaryIO, archive: Archive, vault_key: bytes, new: Path, now: str) -> int:
    """The vault of a backup in the folder `new`; how many entries it has."""
    keys = archive.keys
    generation = generation_dir(new, keys.generation)
    for path in (new, generation, generation / "circles", new / BACKUPS):
        make_private_dir(path)
    entries = 0
    for name, member in archive.spaces.items():
        path = space_path(new, keys.generation, name)
        extract(source, member, path)
        key = space_key(vault_key, keys.vault_id, keys.generation, name)
        entries += require_whole(path, key).entries
        _enrol(path, key, now)
    keyfile.write(new, keys)
    with explained(new):
        for path in (generation / "circles", generation, new):
            sync_dir(path)
    return entries


def _enrol(path: Path, key: str, now: str) -> None:
    connection = connect(path, key)
    try:
        with translated(path, "nothing was changed"):
            if format_version(connection) < VERSION:
                migrate(connection)
            connection.execute("BEGIN IMMEDIATE")
            add_device(connection, now)
            connection.execute(COUNT_WRITE)
            connection.execute("COMMIT")
    finally:
        connection.close()


def _put_in_place(new: Path, folder: Path, now: str, *, occupied: bool) -> Path | None:
    if not occupied:
        with explained(folder):
            os.rename(new, folder)
            sync_dir(folder.parent)
        return None
    aside = _free_name(folder, now)
    with Hold.exclusive(folder) as hold, explained(folder):
        if sys.platform == "win32":
            hold.release()  # a folder with an open file in it cannot be renamed there
        os.rename(folder, aside)
        try:
            os.rename(new, folder)
        except BaseException:
            os.rename(aside, folder)
            raise
        sync_dir(folder.parent)
    return aside


def _free_name(folder: Path, now: str) -> Path:
    stamp = now.replace("-", "").replace(":", "")
    name, number = f"{folder.name}.replaced-{stamp}", 1
    while os.path.lexists(folder.with_name(name)):
        number += 1
        name = f"{folder.name}.replaced-{stamp}-{number}"
    return folder.with_name(name)
