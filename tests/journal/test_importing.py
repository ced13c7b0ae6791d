"""Taking in what was written elsewhere: everything, once, whole, and in an order that survives being cut short."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests import prebuilt
from tests.journal.conftest import SetClock

from peerlog.domain.selection import Selection
from peerlog.errors import NewerFormat, Refused
from peerlog.journal import importing
from peerlog.journal.exporting import export_to
from peerlog.journal.home import Home
from peerlog.journal.importing import Outlook, look, read_source, take_in
from peerlog.journal.journal import Journal
from peerlog.journal.opening import create_journal, unlock
from peerlog.journal.safekeeping.erasing import erase

EVERYTHING = Selection()


def bring(journal: Journal, format_: str, path: Path) -> Outlook:
    return take_in(journal, read_source(journal, format_, path))


def notes(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:05}.md").write_text(
            f"---\ntitle: Note {number}\ndate: 2024-02-03\ntags: [old]\n---\nWords of {number}.\n", encoding="utf-8"
        )
    return folder


@pytest.fixture
def other(home: Path, clock: SetClock) -> Journal:
    """Another, empty journal."""
    return create_journal(
        Home(home / "other", home / "state"), prebuilt.PASSPHRASE, name="Sam", zone="Australia/Brisbane", clock=clock
    )


def test_a_look_changes_nothing_and_tells_what_will_happen(journal: Journal, tmp_path: Path) -> None:
    folder = notes(tmp_path / "notes", 3)
    (folder / "bad.md").write_text("---\ndate: 31 February\n---\nx", encoding="utf-8")
    writes = journal.private.writes
    source = read_source(journal, "markdown", folder)
    seen = look(journal, source)
    assert journal.private.writes == writes
    assert take_in(journal, source) == seen
    assert dict(seen.new) == {"note": 3}
    assert [each.where for each in seen.skipped] == ["bad.md"]
    assert str(seen.since) == str(seen.until) == "2024-02-03"


def test_nothing_comes_in_twice(journal: Journal, tmp_path: Path) -> None:
    folder = notes(tmp_path / "notes", 4)
    assert bring(journal, "markdown", folder).count == 4
    again = bring(journal, "markdown", folder)
    assert (again.count, again.known) == (0, 4)
    assert not again.came_to_nothing
    assert journal.entries.count(EVERYTHING) == 4


def test_there_is_one_transaction_for_each_500_entries(journal: Journal, tmp_path: Path) -> None:
    source = read_source(journal, "markdown", notes(tmp_path / "notes", 1203))
    before, kept = journal.private.writes, []

    def watch(done: int, of: int) -> None:
        kept.append((journal.private.writes - before, journal.entries.count(EVERYTHING), done, of))

    take_in(journal, source, watch)
    assert kept == [(1, 500, 500, 1203), (2, 1000, 1000, 1203), (3, 1203, 1203, 1203)]


def test_what_was_deleted_here_stays_deleted(journal: Journal, tmp_path: Path) -> None:
    folder = notes(tmp_path / "notes", 2)
    bring(journal, "markdown", folder)
    journal.entries.delete(journal.entries.page(EVERYTHING).entries[0].id)
    assert bring(journal, "markdown", folder).known == 2
    assert journal.entries.count(EVERYTHING) == 1


def test_what_came_in_can_be_found_and_counts_its_tags(journal: Journal, tmp_path: Path) -> None:
    bring(journal, "markdown", notes(tmp_path / "notes", 3))
    assert [entry.title for entry in journal.entries.page(EVERYTHING, "words of 2").entries] == ["Note 2"]
    assert journal.entries.tags() == [("old", 3)]


def test_each_transaction_holds_five_hundred(journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "AT_ONCE", 5)
    source = read_source(journal, "markdown", notes(tmp_path / "notes", 12))
    writes, seen = journal.private.writes, []

    def stop_after_two(done: int, of: int) -> None:
        seen.append((done, of))
        if len(seen) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in(journal, source, stop_after_two)
    assert seen == [(5, 12), (10, 12)]
    assert journal.private.writes == writes + 2
    assert journal.entries.count(EVERYTHING) == 10
    rest = take_in(journal, source)
    assert (rest.count, rest.known) == (2, 10)


def test_when_everything_is_skipped_it_came_to_nothing(journal: Journal, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "bad.md").write_bytes(b"\xff\xff")
    outcome = bring(journal, "markdown", folder)
    assert outcome.came_to_nothing
    assert len(outcome.skipped) == 1


def test_a_journal_moves_with_all_its_links(journal: Journal, other: Journal, clock: SetClock, tmp_path: Path) -> None:
    goal = journal.entries.add("goal", {"title": "Chair a meeting well", "due": "2027-03-01"})
    clock.forward(hours=1)
    note = journal.entries.add("note", {"text": "About it #sets", "links": [goal.id], "minutes": 5})
    # A circle: the older entry links to the newer one as well.
    journal.entries.change(goal.id, {"links": [note.id]})
    gone = journal.entries.add("idea", {"text": "In the trash", "links": [note.id]})
    journal.entries.delete(gone.id)
    file = tmp_path / "all.json"
    export_to(journal, "json", file, EVERYTHING, with_trash=True)

    with other:
        outcome = bring(other, "json", file)
        assert outcome.count == 3
        assert outcome.notes.total() == 0
        by_title = {entry.headline: entry for entry in other.entries.page(EVERYTHING).entries}
        new_goal, new_note = by_title["Chair a meeting well"], by_title["About it #sets"]
        assert new_note.members("links") == (new_goal.id,)
        assert new_goal.members("links") == (new_note.id,)
        assert new_goal.id != goal.id
        assert new_goal.created == goal.created
        assert {**new_note.fields, "links": ()} == {**note.fields, "links": ()}
        (trashed,) = other.entries.page(Selection(deleted=True)).entries
        assert trashed.members("links") == (new_note.id,)
        assert bring(other, "json", file).known == 3


def test_what_travelled_and_comes_home_is_known(
    journal: Journal, other: Journal, clock: SetClock, tmp_path: Path
) -> None:
    out, back = tmp_path / "out.json", tmp_path / "back.json"
    goal = journal.entries.add("goal", {"title": "Goal"})
    clock.forward(hours=1)
    gone = journal.entries.add("note", {"text": "Erased later"})
    bring(journal, "markdown", notes(tmp_path / "notes", 1))
    export_to(journal, "json", out, EVERYTHING)
    with other:
        bring(other, "json", out)
        (there,) = other.entries.page(Selection(kinds=frozenset({"goal"}))).entries
        other.entries.add("note", {"text": "New there", "links": [there.id]})
        export_to(other, "json", back, EVERYTHING)
        assert bring(other, "json", back).known == 4
    erase(journal, [gone.id])
    source = read_source(journal, "json", back)
    for outcome in (look(journal, source), take_in(journal, source)):
        assert (outcome.count, outcome.known) == (1, 2)
        assert [each.reason for each in outcome.skipped] == ["It was erased from this journal for good."]
        assert outcome.notes.total() == 0
    (new,) = journal.entries.page(EVERYTHING, "New there").entries
    assert new.members("links") == (goal.id,)


def test_links_to_what_came_in_earlier_are_kept(
    journal: Journal, other: Journal, clock: SetClock, tmp_path: Path
) -> None:
    goal = journal.entries.add("goal", {"title": "Goal"})
    journal.entries.add("note", {"text": "Note", "links": [goal.id]})
    goals, notes_ = tmp_path / "goals.json", tmp_path / "notes.json"
    export_to(journal, "json", goals, Selection(kinds=frozenset({"goal"})))
    export_to(journal, "json", notes_, Selection(kinds=frozenset({"note"})))
    with other:
        bring(other, "json", goals)
        bring(other, "json", notes_)
        by_kind = {entry.kind: entry for entry in other.entries.page(EVERYTHING).entries}
        assert by_kind["note"].members("links") == (by_kind["goal"].id,)


def test_a_link_to_nothing_known_is_left_out_and_told(journal: Journal, other: Journal, tmp_path: Path) -> None:
    goal = journal.entries.add("goal", {"title": "Goal"})
    journal.entries.add("note", {"text": "Note", "links": [goal.id]})
    file = tmp_path / "notes.json"
    export_to(journal, "json", file, Selection(kinds=frozenset({"note"})))
    with other:
        outcome = bring(other, "json", file)
        assert outcome.notes == {"Left out: links to entries that are not there.": 1}
        assert "links" not in other.entries.page(EVERYTHING).entries[0].fields


@pytest.mark.parametrize("format_", ["json", "markdown"])
def test_a_journal_knows_its_own_entries(journal: Journal, tmp_path: Path, format_: str) -> None:
    journal.entries.add("note", {"text": "Mine"})
    target = tmp_path / "out"
    export_to(journal, format_, target, EVERYTHING)
    assert bring(journal, format_, target).known == 1
    assert journal.entries.count(EVERYTHING) == 1


def test_what_was_erased_for_good_does_not_come_back(journal: Journal, tmp_path: Path) -> None:
    entry = journal.entries.add("note", {"text": "Regretted"})
    file = tmp_path / "all.json"
    export_to(journal, "json", file, EVERYTHING)
    journal.entries.forget(entry.id)
    source = read_source(journal, "json", file)
    for outcome in (look(journal, source), take_in(journal, source)):
        assert outcome.came_to_nothing
        assert [each.reason for each in outcome.skipped] == ["It was erased from this journal for good."]


def test_every_format_has_a_reader(journal: Journal, tmp_path: Path) -> None:
    jrnl = tmp_path / "journal.txt"
    jrnl.write_text("[2024-02-03 10:00] A title.\nA body @tag\n", encoding="utf-8")
    assert bring(journal, "jrnl", jrnl).count == 1
    dayone = tmp_path / "Journal.json"
    entry = {"uuid": "A" * 32, "creationDate": "2024-02-03T10:00:00Z", "timeZone": "Europe/Dublin", "text": "Day one"}
    dayone.write_text(json.dumps({"metadata": {"version": "1.0"}, "entries": [entry]}), encoding="utf-8")
    assert bring(journal, "dayone", dayone).count == 1
    assert journal.entries.count(EVERYTHING) == 2
    with pytest.raises(Refused, match="no import from"):
        read_source(journal, "paper", jrnl)


def test_a_newer_export_is_refused(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    export_to(journal, "json", file, EVERYTHING)
    file.write_text(file.read_text(encoding="utf-8").replace('"version": 1', '"version": 7'), encoding="utf-8")
    with pytest.raises(NewerFormat):
        read_source(journal, "json", file)


def test_reading_tells_how_far_it_is(journal: Journal, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    read_source(journal, "markdown", notes(tmp_path / "notes", 3), lambda done, of: seen.append((done, of)))
    assert seen == [(1, 0), (2, 0), (3, 0)]


def test_two_imports_at_once_bring_each_entry_once(journal: Journal, kept: Home, tmp_path: Path) -> None:
    folder = notes(tmp_path / "notes", 3)
    with unlock(kept, prebuilt.PASSPHRASE) as second:
        first_source, second_source = read_source(journal, "markdown", folder), read_source(second, "markdown", folder)
        assert take_in(journal, first_source).count == 3
        assert take_in(second, second_source).known == 3
