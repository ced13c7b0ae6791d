"""Where the files of a vault lie."""

from __future__ import annotations

import re
from pathlib import Path

from ..domain.entry import PRIVATE
from . import keyfile
from .disk_errors import explained
from .keyfile import generation_dir

_CIRCLE = re.compile(r"[0-9a-z]{1,64}\.db")


def exists(folder: Path) -> bool:
    """Whether there is a vault, whole or damaged."""
    with explained(folder):
        return any((folder / name).exists() for name in (keyfile.NAME, keyfile.COPY_NAME)) or any(folder.glob("gen-*"))


def space_path(folder: Path, generation: int, name: str) -> Path:
    """Where a space's database lies."""
    base = generation_dir(folder, generation)
    return base / "private.db" if name == PRIVATE else base / "circles" / f"{name}.db"


def space_names(folder: Path, generation: int) -> list[str]:
    """The spaces of a generation: private first, then the circles' random names."""
    circles = generation_dir(folder, generation) / "circles"
    with explained(circles):
        found = [path.name for path in circles.iterdir()] if circles.exists() else []
    # Other systems leave files of their own in folders, such as "._name.db"; those are no spaces.
    return [PRIVATE, *sorted(name[:-3] for name in found if _CIRCLE.fullmatch(name))]


def generations(folder: Path) -> list[tuple[int, Path]]:
    """The numbered folders of spaces that there are, the current one among them."""
    with explained(folder):
        numbered = [(re.fullmatch(r"gen-([1-9]\d{0,8})", path.name), path) for path in folder.iterdir()]
    return sorted((int(match[1]), path) for match, path in numbered if match)
