"""A stage with one meeting that has an agenda."""

from __future__ import annotations

import pytest
from tests.tui.driving import Stage

from peerlog.domain.entry import Entry
from peerlog.journal.meeting.agenda import add_item


@pytest.fixture
def meeting(stage: Stage) -> Entry:
    """“Video with Ada”, on Monday, with three things to talk about."""
    with stage.open() as journal:
        found = next(each for each in journal.entries.of_kind("meeting") if each.title == "Video with Ada")
        planned = journal.entries.change(found.id, {"minutes": 60, "purpose": "explore", "place": "meet.example/ada"})
        for line in ("goals", "? reading list", "ada: chairing"):
            add_item(journal, planned, line)
        return planned
