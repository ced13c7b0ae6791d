"""What the journal's list shows."""

from __future__ import annotations

from peerlog.tui.app import PeerlogApp
from peerlog.tui.widgets.entry_list import EntryList


def entries(app: PeerlogApp) -> EntryList:
    return app.screen.query_one(EntryList)


def names(app: PeerlogApp) -> list[str]:
    return [listed.hit.entry.headline for listed in entries(app)._listed.values()]
