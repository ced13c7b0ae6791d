"""“Who can see this?”: the answer names people, updates and copies."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from tests.journal.sharing import ADA, SAM, meet

from peerlog.domain.numbers_said import say_updates
from peerlog.history.encoding import b64
from peerlog.journal.journal import Journal
from peerlog.journal.shared.visibility import who_can_see
from peerlog.vault.changes import Changes
from peerlog.vault.updates import Update, Updates


@pytest.fixture
def shared(journal: Journal) -> Journal:
    meet(journal)
    meet(journal, ADA, "Ada")
    return journal


def sent(journal: Journal, name: str, number: int, entries: Iterable[str] = ()) -> None:
    from peerlog.crypto.device_keys import device_id

    space = journal.spaces[name]
    with space.write():
        now = journal.time.stamp()
        digest = number.to_bytes(32, "big")
        Updates(space).keep(Update(digest, device_id(space.device_key), number, now, now))
        Updates(space).keep(Update(b"\1" + digest[1:], b64(b"\2" * 16), number, now, now))
        Updates(space).keep_departures(entries, number)


def test_what_is_private_is_in_no_update(journal: Journal) -> None:
    entry = journal.entries.add("note", {"text": "Mine"})
    assert who_can_see(journal, entry) == "Only you. It is in your private journal, and nothing in it can leave."
    meet(journal)
    meet(journal, ADA, "Ada")
    assert "nothing in it can leave" in who_can_see(journal, entry)
    sent(journal, SAM, 1)
    assert who_can_see(journal, entry) == "Only you. Not in the update you have sent."
    for number in (2, 3):
        sent(journal, SAM, number)
    sent(journal, ADA, 1)
    assert who_can_see(journal, entry) == "Only you. In none of the 4 updates you have sent."
    vent = journal.entries.add("note", {"text": "Grr", "vent": True})
    assert who_can_see(journal, vent) == "Only you. It lets off steam, so it can never be copied to anybody."


def test_where_words_of_it_were_copied_to(shared: Journal) -> None:
    entry = shared.entries.add("note", {"text": "Mine"})
    copy = shared.entries.add("note", {"text": "Mi"}, space=SAM)
    with shared.private.write():
        ids = bytes.fromhex(copy.id), bytes.fromhex(entry.id)
        shared.private.run("INSERT INTO shared_copy VALUES (?, ?, ?, ?)", (*ids, SAM, shared.time.stamp()))
    said = who_can_see(shared, entry)
    assert said.endswith("Words of it were copied to what you share with Sam today.")


def test_what_is_shared_names_its_readers_and_its_updates(shared: Journal) -> None:
    entry = shared.entries.add("note", {"text": "Ours"}, space=SAM)
    assert who_can_see(shared, entry) == "You and Sam. It leaves at your next exchange."
    for number in (3, 5):
        sent(shared, SAM, number, [entry.id])
    with shared.spaces[SAM].write():
        Changes(shared.spaces[SAM]).settle(entry.id)
    assert who_can_see(shared, entry) == "You and Sam. In updates 3 and 5."
    shared.entries.change(entry.id, {"text": "Ours, better"})
    assert who_can_see(shared, entry).endswith("What you have changed since leaves at your next exchange.")


def test_without_an_entry_it_speaks_of_the_journal(journal: Journal) -> None:
    assert who_can_see(journal, None).startswith("Only you. Everything")
    meet(journal)
    assert who_can_see(journal, None).startswith("Every entry says it")


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], ""),
        ([3], "update 3"),
        ([5, 3], "updates 3 and 5"),
        ([1, 2], "updates 1 and 2"),
        ([4, 5, 6], "updates 4 to 6"),
        ([1, 3, 4, 5, 9], "updates 1, 3 to 5 and 9"),
    ],
)
def test_updates_in_a_row_are_drawn_together(numbers: list[int], said: str) -> None:
    assert say_updates(numbers) == said
