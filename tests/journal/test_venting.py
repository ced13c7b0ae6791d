"""A note that lets off steam goes for good when its day has come, and nothing else ever goes with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.journal.conftest import SetClock
from tests.prebuilt import PASSPHRASE

from peerlog.domain.entry import Draft
from peerlog.domain.selection import Selection
from peerlog.errors import Refused
from peerlog.journal import venting
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock
from peerlog.journal.safekeeping.upkeep import automatic_backup
from peerlog.journal.trash import in_trash
from peerlog.vault import backup


def vent(journal: Journal, **fields: object) -> str:
    return journal.entries.add("note", {"text": "The printer!", "vent": True, **fields}).id


def all_ids(journal: Journal) -> set[str]:
    there = journal.entries.page(Selection(with_parts=True), limit=500).entries
    return {entry.id for entry in (*there, *in_trash(journal, Selection()))}


def test_what_is_due_goes_with_its_versions_and_backups(journal: Journal, clock: SetClock) -> None:
    doomed = vent(journal, erase_on="2026-11-22")
    journal.entries.change(doomed, {"text": "The printer again!"})
    old = automatic_backup(journal)
    assert old
    assert venting.erase_due(journal).count == 0
    clock.forward(days=1)
    erased = venting.erase_due(journal)
    assert erased.count == 1
    assert erased.sentence == "A note that let off steam has erased itself, as you chose."
    assert journal.entries.find(doomed) is None
    assert journal.entries.versions(doomed) == []
    assert not old.exists()
    assert len(backup.automatic_backups(journal.vault.folder)) == 1
    assert venting.erase_due(journal).sentence == ""


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["note", "idea", "request", "thanks"]),
            st.booleans(),
            st.none() | st.integers(-3, 3),
            st.booleans(),
        ),
        max_size=6,
    )
)
def test_nothing_else_goes(journal: Journal, made: list[tuple[str, bool, int | None, bool]]) -> None:
    before, doomed = all_ids(journal), set()
    for kind, vents, days, deleted in made:
        fields: dict[str, object] = {"text": "Words"}
        if kind == "note":
            fields |= {"vent": vents, "erase_on": f"2026-11-{21 + days}" if days is not None else None}
        entry = journal.entries.add(kind, fields)
        if deleted:
            journal.entries.delete(entry.id)
        before.add(entry.id)
        if kind == "note" and vents and days is not None and days <= 0:
            doomed.add(entry.id)
    assert set(venting.due_to_go(journal)) == doomed
    assert venting.erase_due(journal).count == len(doomed)
    assert all_ids(journal) == before - doomed


def test_what_was_changed_meanwhile_stays(journal: Journal, kept: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    later = vent(journal, erase_on="2026-11-20")
    calm = vent(journal, erase_on="2026-11-20")
    gone = vent(journal, erase_on="2026-11-20")
    due = venting.due_to_go

    def found_and_then_changed(journal: Journal) -> list[str]:
        ids = due(journal)
        with unlock(kept, PASSPHRASE, clock=journal.clock) as other:
            other.entries.change(later, {"erase_on": "2026-12-24"})
            other.entries.change(calm, {"vent": None})
        return ids

    monkeypatch.setattr(venting, "due_to_go", found_and_then_changed)
    assert venting.erase_due(journal).count == 1
    assert all_ids(journal) == {later, calm}
    assert journal.entries.find(gone) is None


def test_one_that_is_being_changed_waits(journal: Journal) -> None:
    id_ = vent(journal, erase_on="2026-11-20")
    journal.entries.keep_draft(Draft("d", "note", {"text": "The pr"}, journal.time.stamp(), id_, 1))
    assert venting.erase_due(journal).count == 0
    journal.entries.drop_draft("d")
    assert venting.erase_due(journal).count == 1


def test_copies_made_on_purpose_are_named(journal: Journal, tmp_path: Path) -> None:
    from peerlog.journal.safekeeping.upkeep import backup_to

    vent(journal, erase_on="2026-11-20")
    vent(journal, erase_on="2026-11-21")
    copy = backup_to(journal, tmp_path / "mine.tar")
    said = venting.erase_due(journal).sentence
    assert said.startswith("2 notes that let off steam have erased themselves")
    assert str(copy) in said


def test_asked_about_the_next_day_until_answered(journal: Journal, clock: SetClock) -> None:
    first, second = vent(journal, erase_on="2026-12-01"), vent(journal)
    journal.entries.add("note", {"text": "Calm"})
    assert venting.to_ask_about(journal) == []
    clock.forward(days=1)
    assert {entry.id for entry in venting.to_ask_about(journal)} == {first, second}
    assert "erase_on" not in venting.keep_vent(journal, first).fields
    venting.looked_at(journal, second)
    assert venting.to_ask_about(journal) == []
    with pytest.raises(Refused):
        venting.keep_vent(journal, journal.entries.add("note", {"text": "Calm"}).id)
