"""Making a journal in the app."""

from __future__ import annotations

import pytest
from tests.prebuilt import PASSPHRASE
from tests.tui.driving import typed
from textual.pilot import Pilot
from textual.widgets import Input

from peerlog.journal import owner
from peerlog.journal.safekeeping import upkeep
from peerlog.tui.app import PeerlogApp

WORDS = "clay reason skull fringe expand hair"


def on_a_known_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it offer `WORDS`, and belong to Kim."""
    monkeypatch.setattr(upkeep, "suggest_passphrase", lambda: WORDS)
    monkeypatch.setattr(owner, "system_name", lambda: "Kim")


def field(app: PeerlogApp, id: str) -> Input:
    return app.screen.query_one(f"#{id}", Input)


async def begun(pilot: Pilot[object], first: str = PASSPHRASE, again: str = PASSPHRASE) -> None:
    """Fill in both fields and press Enter in each."""
    app = pilot.app
    assert isinstance(app, PeerlogApp)
    for id, text in (("first", first), ("again", again)):
        field(app, id).value = text
        await typed(pilot, "enter")
