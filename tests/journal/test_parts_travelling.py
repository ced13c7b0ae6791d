"""Parts leave with an export and come back to their parents, wherever in the file these stand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests import prebuilt
from tests.journal.conftest import SetClock

from peerlog.domain.entry import Entry
from peerlog.domain.problem import Problem
from peerlog.domain.selection import Selection
from peerlog.journal.exporting import export_to
from peerlog.journal.home import Home
from peerlog.journal.importing import Outlook, read_source, take_in
from peerlog.journal.journal import Journal
from peerlog.journal.opening import create_journal

NO_LINK = "Left out: links to entries that are not there."
ITSELF = "Left out: being a part of itself."


@pytest.fixture
def other(home: Path, clock: SetClock) -> Journal:
    """Another, empty journal."""
    return create_journal(
        Home(home / "other", home / "state"), prebuilt.PASSPHRASE, name="Sam", zone="Australia/Brisbane", clock=clock
    )


def bring(journal: Journal, format_: str, path: Path) -> Outlook:
    return take_in(journal, read_source(journal, format_, path))


def write(journal: Journal, clock: SetClock) -> Entry:
    """A meeting with parts before and after it, further fields, and a trash with a whole, a part of it and another."""
    entries = journal.entries
    meeting = entries.add("meeting", {"title": "Video", "state": "held", "when": "2026-11-20T10:00:00+00:00"})
    action = entries.add("action", {"text": "reading list", "owner": "Sam", "parent": meeting.id})
    entries.change(action.id, {"state": "done", "done_on": "2026-11-21"})
    agenda = {"text": "Who chairs?", "sort": "question", "parent": meeting.id, "position": "Vk"}
    entries.add("agenda-item", {**agenda, "when": "2026-11-19T10:00:00+00:00"})
    request = entries.add("request", {"text": "Teh text", "help": "edit", "links": [meeting.id]})
    entries.add("comment", {"suggestion": "The text.\n\nMore of it.", "parent": request.id, "by": "Sam"})
    entries.add("reflection", {"model": "what", "stage_what": "It ran over.\n\nBy far.", "stage_of_mine": "7"})
    entries.add("agreement", {"people": ["Sam"], "clauses": "pair", "clause_time": "An hour.\nNo more."})
    entries.add("card", {"title": "Sam", "zone": "Australia/Brisbane", "offers": ["numbers"]})
    goal = entries.add("goal", {"title": "Gone", "state": "let-go"})
    entries.add("check-in", {"level": 0, "parent": goal.id})
    early = entries.add("milestone", {"text": "Gone before", "parent": goal.id})
    entries.delete(early.id)
    clock.forward(hours=1)
    entries.delete(goal.id)
    return meeting


def told(journal: Journal) -> list[tuple[str, dict[str, Any], str | None, str]]:
    """All entries of a journal without its ids: a parent or link is told by its kind and words."""
    found = []
    for deleted in (False, True):
        for entry in journal.entries.page(Selection(with_parts=True, deleted=deleted), limit=100).entries:
            fields = dict(entry.fields)
            for name in ("parent", "links"):
                value = fields.pop(name, ())
                for id_ in value if isinstance(value, tuple) else (str(value),):
                    named = journal.entries.get(id_)
                    fields[name] = f"{named.kind} {named.headline}"
            found.append((entry.kind, fields, entry.deleted, entry.created))
    return sorted(found, key=repr)


@pytest.mark.parametrize("format_", ["json", "markdown"])
def test_everything_comes_back(journal: Journal, other: Journal, clock: SetClock, tmp_path: Path, format_: str) -> None:
    write(journal, clock)
    target = tmp_path / ("out.json" if format_ == "json" else "out")
    done = export_to(journal, format_, target, Selection(), with_trash=True)
    seen = bring(other, format_, target)

    assert done.entries == seen.count == 11
    assert (seen.skipped, dict(seen.notes)) == ((), {})
    assert told(other) == told(journal)
    assert bring(other, format_, target).count == 0
    trash = {entry.headline: entry.id for entry in other.entries.page(Selection(deleted=True)).entries}
    assert set(trash) == {"Gone", "Gone before"}
    other.entries.undelete(trash["Gone"])
    assert [part.number("level") for part in other.entries.parts(trash["Gone"])] == [0]


def test_a_part_that_was_brought_back_alone_does_not_go_with_its_parent(
    journal: Journal, other: Journal, tmp_path: Path
) -> None:
    goal = journal.entries.add("goal", {"title": "Gone"})
    part = journal.entries.add("action", {"text": "Still to do", "parent": goal.id})
    journal.entries.delete(goal.id)
    journal.entries.undelete(part.id)
    export_to(journal, "json", tmp_path / "out.json", Selection(), with_trash=True)
    bring(other, "json", tmp_path / "out.json")
    assert told(other) == told(journal)


def test_without_the_trash_what_lies_there_stays(journal: Journal, clock: SetClock, tmp_path: Path) -> None:
    write(journal, clock)
    assert export_to(journal, "json", tmp_path / "out.json", Selection()).entries == 8


def document(*entries: dict[str, Any]) -> str:
    head = {"format": "peerlog journal", "version": 1, "exported": "2026-11-21T20:00:00Z"}
    shared = {"space": "private", "created": "2026-11-20T10:00:00Z", "saved": "2026-11-20T10:00:00Z", "version": 1}
    return json.dumps({**head, "entries": [{**shared, **entry} for entry in entries]})


def item(number: int, parent: int | None, minute: int, kind: str = "action") -> dict[str, Any]:
    fields: dict[str, Any] = {"when": f"2026-11-20T10:{minute:02}:00+00:00", "text": f"item {number}"}
    if parent is not None:
        fields["parent"] = f"{parent:064x}"
    return {"id": f"{number:064x}", "kind": kind, "fields": fields}


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("minute", [0, 30])
def test_a_parent_may_come_later(journal: Journal, tmp_path: Path, minute: int, reverse: bool) -> None:
    items = [item(1, 2, 15), item(2, 3, minute), item(3, None, 59, "meeting")]
    (tmp_path / "in.json").write_text(document(*(reversed(items) if reverse else items)), encoding="utf-8")
    seen = bring(journal, "json", tmp_path / "in.json")
    assert (seen.count, dict(seen.notes)) == (3, {})
    [meeting] = journal.entries.page(Selection()).entries
    [inner] = journal.entries.parts(meeting.id)
    assert [part.text for part in journal.entries.parts(inner.id)] == ["item 1"]


def test_a_parent_that_is_not_there_is_noted_and_the_part_kept(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(document(item(1, 9, 15)), encoding="utf-8")
    seen = bring(journal, "json", tmp_path / "in.json")
    assert (seen.count, dict(seen.notes)) == (1, {NO_LINK: 1})
    [part] = journal.entries.of_kind("action")
    assert (part.text, part.parent) == ("item 1", "")


def test_a_parent_that_came_in_before_is_found(journal: Journal, tmp_path: Path) -> None:
    for name, entry in (("first", item(3, None, 0, "meeting")), ("second", item(1, 3, 15))):
        (tmp_path / f"{name}.json").write_text(document(entry), encoding="utf-8")
        assert dict(bring(journal, "json", tmp_path / f"{name}.json").notes) == {}
    [meeting] = journal.entries.page(Selection()).entries
    assert [part.text for part in journal.entries.parts(meeting.id)] == ["item 1"]


def test_a_circle_in_a_file_is_opened_and_noted(journal: Journal, tmp_path: Path) -> None:
    items = [item(1, 1, 0), item(2, 3, 1), item(3, 2, 2), item(4, 3, 3)]
    (tmp_path / "in.json").write_text(document(*items), encoding="utf-8")
    seen = bring(journal, "json", tmp_path / "in.json")
    assert (seen.count, dict(seen.notes)) == (4, {ITSELF: 3})
    by_text = {entry.text: entry for entry in journal.entries.of_kind("action")}
    assert {text: entry.parent for text, entry in by_text.items()} == {
        "item 1": "",
        "item 2": "",
        "item 3": "",
        "item 4": by_text["item 3"].id,
    }


def test_nothing_becomes_a_part_of_itself(journal: Journal) -> None:
    first = journal.entries.add("action", {"text": "first"})
    second = journal.entries.add("action", {"text": "second", "parent": first.id})
    third = journal.entries.add("action", {"text": "third", "parent": second.id})
    for parent in (first, second, third):
        with pytest.raises(Problem, match="Nothing can be a part of itself"):
            journal.entries.change(first.id, {"parent": parent.id})
    assert journal.entries.get(first.id) == first
    assert journal.entries.change(third.id, {"parent": first.id}).parent == first.id
    assert journal.entries.change(third.id, {"parent": "0" * 64}).parent == "0" * 64
    assert journal.entries.change(third.id, {"parent": None}).parent == ""
