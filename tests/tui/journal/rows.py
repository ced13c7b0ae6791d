"""The rows of the list, and entries that get there."""

from __future__ import annotations

from datetime import timedelta

from tests.tui.driving import Stage

from peerlog.domain.entry import Entry
from peerlog.domain.moment import Moment
from peerlog.tui.app import PeerlogApp
from peerlog.tui.widgets.entry_list import EntryList


def entries(app: PeerlogApp) -> EntryList:
    return app.screen.query_one(EntryList)


def names(app: PeerlogApp) -> list[str]:
    """The rows of the list in their order, days left out."""
    return [listed.hit.entry.headline for listed in entries(app)._listed.values()]


def write(stage: Stage, *texts: str, **fields: object) -> list[Entry]:
    """Add notes as another process would, a minute apart, the first the newest."""
    newest = stage.clock.now()
    with stage.open() as journal, journal.private.write():
        return [
            journal.entries.add("note", {"text": text, "when": str(Moment(newest - timedelta(minutes=n))), **fields})
            for n, text in enumerate(texts)
        ]
