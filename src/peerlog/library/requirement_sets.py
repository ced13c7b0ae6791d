"""What professional bodies ask for: the packaged requirements, and a person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .activity_types import activity_types
from .packs import Loaded, check_pack, load_pack, load_packs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ..domain.scheme.scheme import Scheme


def requirement_sets(extra_folder: Path | None = None) -> Loaded[Scheme]:
    """Every body's requirements by name, and what is wrong with the person's own files; see `load_packs`."""
    return load_packs("requirements", _read, extra_folder)


def requirement_set(name: str, extra_folder: Path | None = None) -> Scheme | None:
    """One body's requirements, without reading the others; None where there are none of this name."""
    return load_pack("requirements", name, _read, extra_folder)


def check_requirement_file(path: Path) -> tuple[Scheme | None, str]:
    """What a person's own file holds, or None and one sentence that names the file, the line and what is wrong."""
    return check_pack(path, _read)


def _read(name: str, data: Mapping[str, object]) -> Scheme:
    from ..domain.scheme.scheme import read_scheme

    return read_scheme(name, data, frozenset(activity_types()))
