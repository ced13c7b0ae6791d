"""An agreement that runs, and one that was just made."""

from __future__ import annotations

from datetime import date

from tests.tui.driving import Stage

from peerlog.domain.agreement_course import Move
from peerlog.domain.entry import Entry
from peerlog.journal.agreements import agreements, move_agreement, new_clauses, new_terms
from peerlog.tui.app import PeerlogApp


def running(stage: Stage) -> str:
    """An agreement with Sam since September, with three meetings; its id."""
    with stage.open() as journal:
        terms = new_terms(date(2026, 9, 1))
        fields = {"people": "Sam", "focus": "Meetings that people like to come to", **terms}
        found = journal.entries.add("agreement", {**fields, **new_clauses(journal, ["Sam"], terms, 4)})
        move_agreement(journal, found.id, Move.START)
        for day, minutes in (("09-08", 60), ("09-22", 45), ("11-17", 50)):
            when = f"2026-{day}T12:00:00+00:00[Europe/Dublin]"
            meeting = {"title": "Video", "people": "Sam", "state": "held", "minutes": minutes, "when": when}
            id_ = journal.entries.add("meeting", meeting).id
            journal.entries.add("agenda-item", {"title": "x", "sort": "question", "by": "Sam", "parent": id_})
        return found.id


async def kept(app: PeerlogApp) -> Entry:
    """The agreement that runs, as it is now."""
    found = await app.ask(lambda journal: agreements(journal)[0])
    assert found is not None
    return found
