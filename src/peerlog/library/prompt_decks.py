"""Decks of prompts: the packaged ones, and a person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .packs import Loaded, load_pack, load_packs

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.deck import Deck


def prompt_decks(extra_folder: Path | None = None) -> Loaded[Deck]:
    """Every deck by name, and what is wrong with the person's own files; see `load_packs`."""
    from ..domain.deck import read_deck

    return load_packs("decks", read_deck, extra_folder)


def prompt_deck(name: str, extra_folder: Path | None = None) -> Deck | None:
    """One deck, without reading the others; None where there is none of this name."""
    from ..domain.deck import read_deck

    return load_pack("decks", name, read_deck, extra_folder)
