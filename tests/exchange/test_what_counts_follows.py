"""What counts keeps step with what others move, and stays when they take it away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.exchange.meeting import Peer

from peerlog.journal.cpd.activities import count_it
from peerlog.journal.cpd.counted_entries import counted_entries
from peerlog.journal.updates.arriving import arrived_files


def arrive(sender: Peer, receiver: Peer, folder: Path) -> None:
    made = sender.send()
    files = [folder / f"{number}.peerlog" for number, _ in enumerate(made)]
    for path, file in zip(files, made, strict=True):
        path.write_bytes(file)
    assert [each.problem for each in arrived_files(receiver.journal, files)] == [None] * len(files)


def test_a_meeting_that_a_partner_moves_and_then_takes_away(pair: tuple[Peer, Peer], tmp_path: Path) -> None:
    kim, sam = pair
    meeting = kim.write("meeting", title="Video", state="held", minutes=60, when="2026-11-02T09:00:00Z")
    arrive(kim, sam, tmp_path)
    activity = count_it(sam.journal, meeting)
    kim.change(meeting, title="Longer video", when="2026-11-03T09:00:00Z")
    arrive(kim, sam, tmp_path)
    moved = sam.journal.entries.get(activity.id)
    assert (moved.title, moved.when.day) == ("Longer video", date(2026, 11, 3))
    kim.journal.entries.delete(meeting)
    arrive(kim, sam, tmp_path)
    assert sam.journal.entries.get(meeting).deleted
    assert sam.journal.entries.get(activity.id).title == "Longer video"
    assert [each.id for each in counted_entries(sam.journal, date(2026, 1, 1), date(2026, 12, 31))] == [activity.id]
    sam.journal.entries.undelete(meeting)
    sam.change(meeting, when="2026-11-04T09:00:00Z")
    assert sam.journal.entries.get(activity.id).when.day == date(2026, 11, 4)
