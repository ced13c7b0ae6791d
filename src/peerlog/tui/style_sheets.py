"""The styles of everything behind the door."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

_SHEETS = (
    "journal",
    "writing",
    "windows",
    "history",
    "pages",
    "meeting",
    "looking_back",
    "reflecting",
    "agreement",
    "goals",
    "planning",
    "asking",
    "turns",
    "two_versions",
    "exchanging",
    "sharing",
    "devices",
    "signing",
    "files",
    "summary",
    "cpd",
    "record_leaving",
)
STYLES = [
    Path(__file__).with_name("peerlog.tcss"),
    *(Path(__file__).parent / "styles" / f"{name}.tcss" for name in _SHEETS),
]
"""Of two rules of one weight the later wins."""


def read_styles(app: App[object]) -> None:
    """Read them while nobody waits for them."""
    for path in STYLES:
        if not app.stylesheet.has_source(str(path), ""):
            app.stylesheet.read(path)
