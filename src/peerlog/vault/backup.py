"""Backups: made while the journal is in use, still encrypted, and read back before they count.

A backup is opened by the passphrase or recovery words of its day. Automatic ones lie in the vault's folder `backups`,
as `auto-<UTC time>.tar`, and make way for each other (see `rotation`).
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Literal

from ..domain.entry import PRIVATE
from ..domain.moment import utc_stamp
from ..errors import Busy, Damaged, Refused
from . import keyfile
from .archive import extract, header, member_name, opened, read_archive
from .connection import connect, translated
from .copies import BACKUP, CopyMade, copies_made
from .disk_errors import explained, said_of
from .exclusion import BACKUPS as TURN
from .exclusion import Hold
from .files import create_new, remove_leftovers
from .keyfile import KeyFile
from .private_places import make_private_dir
from .rotation import kept
from .soundness import Contents, contents, damaged_pages, not_whole, require_whole
from .syncing import sync_dir, sync_file
from .vault import BACKUPS, Vault

Reason = Literal["forget", "rekey", "passphrase"]

EVERY = timedelta(days=1)

_AUTOMATIC = re.compile(r"auto-(\d{8}T\d{6}Z)\.tar")
_STAMP = "%Y%m%dT%H%M%SZ"
_WORK = ".work-"
_NONE = "no backup was made"
_MARK = "backup"
"""The private space's setting that says how far each space was written to when the last automatic backup was made."""


def make_backup(vault: Vault, target: Path) -> Path:
    """Write a backup to a file that does not exist yet; its absolute path.

    Raises `Refused` when it cannot be written and `Damaged` when the journal cannot be read whole; nothing is left
    behind then.
    """
    target = target.absolute()
    with explained(target):
        if target.is_dir():
            raise Refused(f"{target} is a folder.", "Name the file to write, for example peerlog-backup.tar in it.")
        if os.path.lexists(target):
            raise Refused(f"{target} is already there, and was not touched.", "Choose another name.")
    with Hold.exclusive(vault.folder, TURN):
        _make(vault, target)
    return target


def automatic(vault: Vault, now: datetime) -> Path | None:
    """Make the day's backup if it is due: the last one is older than a day and something has been written since.

    None when it is not, or when another process is making one.
    """
    try:
        turn = Hold.exclusive(vault.folder, TURN)
    except Busy:
        return None
    with turn:
        made = automatic_backups(vault.folder)
        if made and timedelta() <= now - made[0][0] < EVERY:
            return None
        if not _written_since(vault, bool(made)):
            return None
        path = _make_automatic(vault, now)
        made = automatic_backups(vault.folder)
        keep = kept(when for when, _ in made)
        _remove([other for when, other in made if when not in keep and other != path])
        return path


def fresh_after(vault: Vault, reason: Reason, now: datetime) -> list[CopyMade]:
    """After a forget, a rekey or a change of passphrase: make a fresh backup and delete all earlier automatic ones.

    Returns the copies outside the vault that still hold what was forgotten, or that the given-up keys still open.
    """
    with Hold.exclusive(vault.folder, TURN):
        path = _make_automatic(vault, now)
        _remove([other for _, other in automatic_backups(vault.folder) if other != path])
    return copies_outside(vault, reason)


def copies_outside(vault: Vault, reason: Reason) -> list[CopyMade]:
    """The copies made on purpose that still hold what was forgotten, or that the given-up keys still open."""
    found: list[CopyMade] = []
    for name in vault.spaces:
        space = vault.space(name, read_only=True)
        try:
            found += copies_made(space)
        finally:
            space.close()
    return [copy for copy in found if reason == "forget" or copy.what == BACKUP]


def automatic_backups(folder: Path) -> list[tuple[datetime, Path]]:
    """The automatic backups of a vault with the time in their names, the newest first."""
    backups = folder / BACKUPS
    if not backups.is_dir():
        return []
    with explained(backups):
        named = [(match, path) for path in backups.iterdir() if (match := _AUTOMATIC.fullmatch(path.name))]
    found: list[tuple[datetime, Path]] = []
    for match, path in named:
        with suppress(ValueError):  # digits, but no possible time: not one of ours
            found.append((datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC), path))
    return sorted(found, reverse=True)


def _make_automatic(vault: Vault, now: datetime) -> Path:
    path = vault.folder / BACKUPS / f"auto-{now.astimezone(UTC).strftime(_STAMP)}.tar"
    made = _make(vault, path)
    writes = {name: found.writes for name, found in made.items()}
    # Keeping this is itself a write to the private space.
    writes[PRIVATE] += 1
    space = vault.space()
    try:
        space.set_value(_MARK, json.dumps({"at": utc_stamp(now), "writes": writes}, sort_keys=True))
    finally:
        space.close()
    return path


def _written_since(vault: Vault, have_one: bool) -> bool:
    space = vault.space(read_only=True)
    try:
        mark = json.loads(space.value(_MARK, '{"writes": {}}'))["writes"] if have_one else {}
    finally:
        space.close()
    for name in vault.spaces:
        space = vault.space(name, read_only=True)
        try:
            if space.writes > mark.get(name, 0):
                return True
        finally:
            space.close()
    return False


def _make(vault: Vault, target: Path) -> dict[str, Contents]:
    """Write a backup beside its place, read it back, and move it there; what it holds of each space."""
    backups = vault.folder / BACKUPS
    make_private_dir(backups)
    _remove_leftovers(backups)
    keys = keyfile.read(vault.folder)
    new = target.with_name(f".{target.name}.{secrets.token_hex(8)}.new")
    with said_of(target, new), workshop(backups) as work, explained(target, f"; {_NONE}"):
        remove_leftovers(target)
        try:
            made = _write(vault, keys, new, work)
            _read_back(vault, keys, new, work, made)
            os.replace(new, target)
        except BaseException:
            with suppress(OSError):  # the first error is the one to tell
                new.unlink(missing_ok=True)
            raise
        sync_dir(target.parent)
    return made


def _write(vault: Vault, keys: KeyFile, new: Path, work: Path) -> dict[str, Contents]:
    made: dict[str, Contents] = {}
    create_new(new, b"")
    with open(new, "wb") as out:
        with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT, encoding="ascii") as tar:
            written = keys.to_bytes()
            tar.addfile(header(keyfile.NAME, len(written)), BytesIO(written))
            for name in vault.spaces:
                copy = work / "copy.db"
                made[name] = _copy(vault.path(name), vault.key(name), copy)
                with open(copy, "rb") as source:
                    tar.addfile(header(member_name(keys.generation, name), copy.stat().st_size), source)
                copy.unlink()
        out.flush()
        sync_file(out.fileno())
    return made


def _copy(path: Path, key: str, copy: Path) -> Contents:
    """A compact copy of a space under the same key; what it holds."""
    create_new(copy, b"")
    source = connect(path, key)
    try:
        with translated(path, _NONE):
            if damaged_pages(source):
                raise not_whole(path)
            before = contents(source)
            source.execute("VACUUM INTO ?", (str(copy),))
    finally:
        source.close()
    copied = connect(copy, key, read_only=True)
    try:
        with translated(path, _NONE):
            after = contents(copied)
    finally:
        copied.close()
    # Another process may have written between the two; then the numbers may differ.
    if after.writes == before.writes and after != before:
        raise not_whole(path)
    return after


def _read_back(vault: Vault, keys: KeyFile, new: Path, work: Path, made: dict[str, Contents]) -> None:
    with opened(new) as file:
        archive = read_archive(file, new)
        back: dict[str, Contents] = {}
        for name, member in archive.spaces.items():
            copy = work / "back.db"
            extract(file, member, copy)
            back[name] = require_whole(copy, vault.key(name))
            copy.unlink()
    if archive.keys != keys or back != made:
        raise Damaged("The backup does not read back as it was written.", "Try again, on another drive.")


@contextmanager
def workshop(backups: Path) -> Iterator[Path]:
    """A private folder in the vault for copies that are not yet, or no longer, in an archive.

    The caller holds the lock for making backups: whoever gets it next removes what is left of earlier ones.
    """
    work = backups / f"{_WORK}{secrets.token_hex(8)}"
    with explained(work):
        work.mkdir(mode=0o700)
    try:
        yield work
    finally:
        with explained(work):
            shutil.rmtree(work)


def _remove_leftovers(backups: Path) -> None:
    """What backups that were cut short have left. The caller is the only one to make a backup."""
    with explained(backups):
        for path in backups.glob(f"{_WORK}*"):
            shutil.rmtree(path)
        for path in backups.glob(".auto-*.new"):
            path.unlink()


def _remove(paths: list[Path]) -> None:
    for path in paths:
        with explained(path):
            path.unlink()
