"""Files that a person asks for and that are for nobody else's eyes."""

from __future__ import annotations

from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Write a new file that only its owner may read. Raises `Refused`, also when there is one of that name already."""
    from ..vault.files import create_new

    create_new(path, text.encode("utf-8"))
