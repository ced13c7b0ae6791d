"""Bodies and something that counts, beside what every journal of these tests has."""

from __future__ import annotations

from datetime import date

from peerlog.domain.entry import Entry
from peerlog.journal.cpd.activities import count_it
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.journal import Journal

DISCUSSION = "Peer discussion about the audit"


def keep_to_pharmacy(journal: Journal) -> Entry:
    """Pharmacy, whose year ends on 31 March 2027."""
    return keep_to(journal, "gphc", {"own_day": date(2027, 3, 31)})


def discussed(journal: Journal) -> Entry:
    """A meeting that counts as a discussion with a peer; its activity."""
    fields = {"title": DISCUSSION, "people": "Ada", "when": "2026-11-12T10:00:00+00:00[Europe/Dublin]"}
    meeting = journal.entries.add("meeting", fields)
    facet = {"categories": ["discussion"], "participatory": True, "planned": False}
    return count_it(journal, meeting.id, 60, facet)
