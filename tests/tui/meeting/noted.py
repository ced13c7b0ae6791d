"""What is written in a meeting that runs."""

from __future__ import annotations

from peerlog.tui.app import PeerlogApp
from peerlog.tui.widgets.text_editor import TextEditor


def notes(app: PeerlogApp) -> str:
    return app.screen.query_one("#run-notes", TextEditor).text
