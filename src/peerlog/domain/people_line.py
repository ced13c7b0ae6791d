"""Names as somebody types them, with commas between."""

from __future__ import annotations

from .text import clean_line


def read_people(typed: str) -> tuple[str, ...]:
    """The names in their order, each as often as it was typed; empty ones are left out."""
    return tuple(name for part in typed.split(",") if (name := clean_line(part)))
