"""Short ids, the trash, and who is at the machine."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.conftest import SetClock

from peerlog.domain.selection import Selection
from peerlog.journal.journal import Journal
from peerlog.journal.owner import system_name
from peerlog.journal.short_ids import LEAST, short_id
from peerlog.journal.trash import in_trash
from peerlog.vault import entries as stored


def test_an_id_is_shown_with_seven_digits(journal: Journal) -> None:
    entry = journal.entries.add("note", {"text": "x"})
    assert short_id(journal, entry.id) == entry.id[:LEAST] == entry.id[:7]


def test_ids_that_begin_alike_are_shown_longer(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    first = "abcdef012345" + "0" * 52
    second = "abcdef0123ff" + "0" * 52
    for id_ in (first, second):
        monkeypatch.setattr(stored, "entry_id", lambda *_, id_=id_: id_)
        journal.entries.add("note", {"text": "x"})
    assert short_id(journal, first) == "abcdef01234"
    assert short_id(journal, second) == "abcdef0123f"
    assert journal.entries.resolve(short_id(journal, second)).id == second


def test_the_trash_is_narrowed_down_like_a_list(journal: Journal, clock: SetClock) -> None:
    for kind, tag in (("note", "one"), ("idea", "two"), ("idea", "one")):
        entry = journal.entries.add(kind, {"text": f"{kind} {tag}", "tags": [tag]})
        journal.entries.delete(entry.id)
        clock.forward(days=1)

    def texts(selection: Selection) -> list[str]:
        return [entry.text for entry in in_trash(journal, selection)]

    assert texts(Selection()) == ["idea one", "idea two", "note one"]
    assert texts(Selection(kinds=frozenset({"idea"}))) == ["idea one", "idea two"]
    assert texts(Selection(kinds=frozenset({"idea"}), tags=frozenset({"ONE"}))) == ["idea one"]
    assert texts(Selection(since=date(2026, 11, 22), until=date(2026, 11, 22))) == ["idea two"]


def test_whoever_is_at_the_machine_has_a_name_or_none() -> None:
    name = system_name()
    assert name == " ".join(name.split())
