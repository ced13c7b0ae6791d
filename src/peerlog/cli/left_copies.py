"""Backups and exports that left the journal earlier, named when they matter."""

from __future__ import annotations

from collections.abc import Sequence

from .terminal import say


def say_where_copies_are(places: Sequence[str], about: str) -> None:
    """Name places where a copy may still lie; `about` says what is the matter with it."""
    if places:
        say(f"Copies may still lie here {about}:")
    for place in places:
        say(f"  {place}")
