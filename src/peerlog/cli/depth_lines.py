"""The four looks at how deep a reflection went, as lines."""

from __future__ import annotations

from ..domain.depth import ABOUT, LOOKS, SOURCE
from . import terminal
from .terminal import Bold


def write_looks(*, as_json: bool) -> None:
    """Write them to standard output."""
    if as_json:
        looks = [{"name": each.name, "question": each.question, "further": each.further} for each in LOOKS]
        terminal.put_json({"looks": looks, "source": SOURCE})
        return
    terminal.put(ABOUT)
    for number, look in enumerate(LOOKS, 1):
        terminal.put()
        terminal.put(Bold(f"{number} of {len(LOOKS)}: {look.label}"))
        terminal.put(look.question)
        terminal.put(look.further)
    terminal.put()
    terminal.put(f"After {SOURCE}.")
