"""The files of a vault as files: the key file and its copy, permissions, and what does not belong there."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from ..errors import PeerlogError
from . import exclusion, keyfile
from .backup import automatic_backups
from .disk_errors import explained
from .finding import Finding
from .surroundings import written_by_others
from .vault import BACKUPS, Vault, generations, space_path

_MOST_NAMED = 5


def check_key_file(vault: Vault) -> Finding:
    """Whether `vault.json` and its copy are whole, agree, and are those that the vault was opened with."""
    try:
        keys = keyfile.read(vault.folder)
    except PeerlogError as error:
        return Finding("problem", error.message, error.hint)
    if (keys.vault_id, keys.generation) != (vault.id, vault.keys.generation):
        return Finding("problem", f"{keyfile.NAME} is no longer the one of this journal.", "Unlock the journal again.")
    if keys.healed_from_copy:
        return Finding(
            "problem", f"{keyfile.NAME} is missing or damaged; its copy is whole.", "Unlocking mends it from the copy."
        )
    if keys.copy_outdated:
        return Finding("note", f"{keyfile.COPY_NAME} is missing, damaged or outdated.", "Unlocking mends it.")
    return Finding("ok", f"{keyfile.NAME} and its copy are whole and agree.")


def check_folder(vault: Vault) -> list[Finding]:
    """Who else can get at the files, and which of them are none of the journal's."""
    loose: list[str] = []
    strange: list[str] = []
    known = _known(vault)
    with explained(vault.folder):
        for path, found in _walk(vault.folder, known):
            name = path.relative_to(vault.folder).as_posix()
            if stat.S_ISLNK(found.st_mode):
                strange.append(f"{name} (a symbolic link)")
            elif path not in known:
                strange.append(name)
            if sys.platform != "win32" and not stat.S_ISLNK(found.st_mode) and _is_loose(found):
                loose.append(name)
        left = [path.name for number, path in generations(vault.folder) if number != vault.keys.generation]
    findings: list[Finding] = []
    if written_by_others(vault.folder.parent):
        findings.append(
            Finding(
                "problem",
                f"Other people on this machine can put another journal in the place of {vault.folder}.",
                f"If that was not on purpose: chmod go-w '{vault.folder.parent}'",
            )
        )
    if loose:
        findings.append(
            Finding(
                "problem",
                f"Other people on this machine may get at {_named(loose)}.",
                f"If that was not on purpose: chmod -R go= '{vault.folder}'",
            )
        )
    if left:
        findings.append(
            Finding(
                "note",
                f"{_named(left)} is left from a “rekey” that was interrupted, or was put there by hand.",
                "If you did not put it there, the next “peerlog rekey” removes it.",
            )
        )
    strange = [name for name in strange if name not in left]
    if strange:
        findings.append(
            Finding(
                "note", f"The journal's folder holds what does not belong there: {_named(strange)}.", "Move it away."
            )
        )
    return findings or [Finding("ok", "Nobody else can get at the journal's files, and nothing else is among them.")]


def _known(vault: Vault) -> set[Path]:
    folder, generation = vault.folder, vault.keys.generation
    names = (keyfile.NAME, keyfile.COPY_NAME, exclusion.JOURNAL, exclusion.KEYS, exclusion.BACKUPS, BACKUPS)
    spaces = [space_path(folder, generation, name) for name in vault.spaces]
    return {
        *(folder / name for name in names),
        keyfile.generation_dir(folder, generation),
        keyfile.generation_dir(folder, generation) / "circles",
        *spaces,
        *(path.with_name(path.name + "-journal") for path in spaces),
        *(path for _, path in automatic_backups(folder)),
    }


def _walk(folder: Path, known: set[Path]) -> Iterator[tuple[Path, os.stat_result]]:
    """Everything in the folder, never through a link, and not into folders that are not the journal's."""
    # Only looked at, never opened: closing a file would drop this process's locks on it.
    for path in sorted(folder.iterdir()):
        found = path.lstat()
        yield path, found
        if path in known and stat.S_ISDIR(found.st_mode):
            yield from _walk(path, known)


def _is_loose(found: os.stat_result) -> bool:
    return bool(stat.S_IMODE(found.st_mode) & 0o077) or found.st_uid != os.geteuid()


def _named(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    shown = [re.sub(r"[^\x20-\x7e]", "?", name)[:80] for name in names[:_MOST_NAMED]]
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
