"""The person's own files beside the journal: settings, pages, models, decks, requirements and the like."""

from __future__ import annotations

import shutil
from pathlib import Path

from ...settings import NAME
from ..home import config_folder
from ..practice_files import FOLDERS

_LARGEST = 1024 * 1024
"""Far more than any such file may have to be read."""


def write_own_files(folder: Path) -> tuple[int, list[str]]:
    """Copy them into a new folder, each under its name: how many there were, and a sentence for what was left out.

    Only what peerlog reads: settings and TOML files in folders whose names it knows; nothing that is a link.
    """
    config = config_folder()
    found = [config / NAME, *(path for name in FOLDERS for path in _toml_in(config / name))]
    copied, left_out = 0, []
    for path in found:
        if path.is_symlink() or not path.is_file():
            continue
        if path.stat().st_size > _LARGEST:
            left_out.append(f"{path}: it is larger than any file of this sort that peerlog reads.")
            continue
        target = folder / path.relative_to(config)
        folder.mkdir(mode=0o700, exist_ok=True)
        target.parent.mkdir(mode=0o700, exist_ok=True)
        shutil.copyfile(path, target)
        target.chmod(0o600)
        copied += 1
    return copied, left_out


def _toml_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == ".toml") if folder.is_dir() else []
