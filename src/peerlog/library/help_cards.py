"""Help cards: the packaged ones, and a person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .packs import Loaded, load_packs

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.help_card import HelpCard


def help_cards(extra_folder: Path | None = None) -> Loaded[HelpCard]:
    """Every card by name, and what is wrong with the person's own files; see `load_packs`."""
    from ..domain.help_card import read_help_card

    return load_packs("help", read_help_card, extra_folder)
