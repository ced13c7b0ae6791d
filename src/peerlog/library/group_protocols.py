"""Group protocols: the packaged ones, and a person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .packs import Loaded, load_packs

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.protocol import Protocol


def group_protocols(extra_folder: Path | None = None) -> Loaded[Protocol]:
    """Every protocol by name, and what is wrong with the person's own files; see `load_packs`."""
    from ..domain.protocol import read_protocol

    return load_packs("protocols", read_protocol, extra_folder)
