"""Reflection models: the packaged ones, and a person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .packs import Loaded, load_packs

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.reflection_model import ReflectionModel


def reflection_models(extra_folder: Path | None = None) -> Loaded[ReflectionModel]:
    """Every model by name, and what is wrong with the person's own files; see `load_packs`."""
    from ..domain.reflection_model import read_reflection_model

    return load_packs("models", read_reflection_model, extra_folder)
