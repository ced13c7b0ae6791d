"""Clauses to start an agreement with: the packaged sets, and a person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .packs import Loaded, load_packs

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.clause import ClauseSet


def clause_sets(extra_folder: Path | None = None) -> Loaded[ClauseSet]:
    """Every set by name, and what is wrong with the person's own files; see `load_packs`."""
    from ..domain.clause import read_clause_set

    return load_packs("clauses", read_clause_set, extra_folder)
