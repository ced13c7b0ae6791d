"""Page templates: the packaged ones, and those that a person keeps in their own folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .packs import Loaded, load_packs

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.template import PageTemplate


def page_templates(extra_folder: Path | None = None) -> Loaded[PageTemplate]:
    """Every page template by name, and what is wrong with the person's own files; see `load_packs`."""
    from ..domain.template import read_template

    return load_packs("pages", read_template, extra_folder)
