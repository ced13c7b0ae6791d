"""Entries from elsewhere are stored as those from here are: findable, counted, with the version before."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.vault.vaults import NOW, WHEN, add, fields, new_vault, open_vault, plain

from peerlog.domain.entry import Entry, entry_id
from peerlog.domain.selection import Selection
from peerlog.vault import search
from peerlog.vault.check import check
from peerlog.vault.entries import Entries
from peerlog.vault.erasing import finish_erasing
from peerlog.vault.indexing import writing_many
from peerlog.vault.received import erase_received, write_received
from peerlog.vault.space import Space
from peerlog.vault.tags import all_tags
from peerlog.vault.vault import Vault

KEY = bytes(range(1, 33))
LATER = "2026-11-22T08:00:00Z"
EARLIER = "2026-11-01T08:00:00Z"

Step = tuple[str, int, str, str, tuple[str, ...]]


@pytest.fixture
def shared(vault: Vault) -> Iterator[Space]:
    name = vault.create_circle({"label": "Sam", "shared": "1"}, NOW)
    with closing(vault.space(name)) as space:
        yield space


@pytest.fixture
def theirs(shared: Space) -> Entry:
    """An entry that somebody else made, taken in."""
    nonce = secrets.token_bytes(16)
    entry = Entry(entry_id(shared.id, KEY, nonce), "note", fields("from Sam", tags=("Chairing",)), EARLIER, EARLIER)
    with shared.write():
        assert write_received(shared, entry, nonce, shared.foreign_device(KEY), NOW)
    return entry


def take(space: Space, entry: Entry) -> bool:
    with space.write():
        return write_received(space, entry, b"", 0, LATER)


def found(space: Space, words: str) -> list[str]:
    return [entry.text for entry in search.page(space, Selection(), words).entries]


def test_a_new_one_is_there(vault: Vault, shared: Space, theirs: Entry) -> None:
    entry = Entries(shared).get(theirs.id)
    assert (entry.created, entry.saved, entry.version, entry.with_whom) == (EARLIER, NOW, 1, "Sam")
    assert entry.fields == theirs.fields
    assert found(shared, "sam") == ["from Sam"]
    assert all_tags(shared) == [("Chairing", 1)]
    assert shared.rows("SELECT own FROM entry JOIN device ON device.number = entry.device") == [(0,)]
    assert check(vault).is_clean


def test_a_changed_one_keeps_what_it_was(vault: Vault, shared: Space, theirs: Entry) -> None:
    assert take(shared, replace(theirs, fields=fields("softer", tags=("Listening",), when=WHEN.replace("19", "20"))))
    entries = Entries(shared)
    assert (entries.get(theirs.id).version, entries.get(theirs.id).saved) == (2, LATER)
    assert [version.fields["text"] for version in entries.versions(theirs.id)] == ["from Sam"]
    assert (found(shared, "sam"), found(shared, "softer")) == ([], ["softer"])
    assert all_tags(shared) == [("Listening", 1)]
    assert check(vault).is_clean


def test_the_same_again_changes_nothing(shared: Space, theirs: Entry) -> None:
    before = shared.rows("SELECT * FROM entry")
    assert not take(shared, theirs)
    assert shared.rows("SELECT * FROM entry") == before


def test_a_deleted_one_goes_to_the_trash_and_comes_back_changed(vault: Vault, shared: Space, theirs: Entry) -> None:
    assert take(shared, replace(theirs, deleted=LATER))
    assert found(shared, "sam") == []
    assert all_tags(shared) == []
    assert search.count(shared, Selection(deleted=True)) == 1
    assert Entries(shared).get(theirs.id).version == 1
    softer = fields("softer", tags=("Chairing",))
    assert take(shared, replace(theirs, fields=softer, deleted=LATER))
    assert found(shared, "softer") == []
    assert check(vault).is_clean
    assert take(shared, replace(theirs, fields=softer))
    assert found(shared, "softer") == ["softer"]
    assert take(shared, replace(theirs, fields=fields("again"), deleted=LATER))
    assert all_tags(shared) == []
    assert check(vault).is_clean


def test_a_forgotten_one_does_not_come_back(vault: Vault, shared: Space, theirs: Entry) -> None:
    Entries(shared).save(theirs.id, "note", fields("the word aqxzv"), NOW)
    with shared.write():
        assert erase_received(shared, theirs.id, NOW, with_files=True)
        assert not erase_received(shared, theirs.id, NOW, with_files=True)
        assert not write_received(shared, theirs, b"n" * 16, shared.device, NOW)
    finish_erasing(shared)
    assert Entries(shared).find(theirs.id) is None
    assert shared.rows("SELECT * FROM touched") == []
    assert check(vault).is_clean
    shared.close()
    assert b"aqxzv" not in plain(vault, shared.name)


def test_forgetting_what_never_came_is_remembered(shared: Space) -> None:
    with shared.write():
        assert not erase_received(shared, "ab" * 32, NOW, with_files=True)
    assert shared.rows("SELECT hex(entry) FROM forgotten") == [("AB" * 32,)]


def test_the_rest_stays_when_one_is_forgotten(vault: Vault, shared: Space, theirs: Entry) -> None:
    add(shared, "mine", tags=("Chairing",))
    with shared.write():
        erase_received(shared, theirs.id, NOW, with_files=True)
    finish_erasing(shared)
    assert found(shared, "mine") == ["mine"]
    assert all_tags(shared) == [("Chairing", 1)]


def test_finishing_is_no_part_of_a_transaction(shared: Space) -> None:
    with pytest.raises(RuntimeError), shared.write():
        finish_erasing(shared)


STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.tuples(
        st.sampled_from(["add", "save", "delete", "undelete", "receive", "erase"]),
        st.integers(0, 5),
        st.sampled_from(["one", "two words", "three words now"]),
        st.sampled_from([WHEN, WHEN.replace("19:40", "19:41"), WHEN.replace("2026", "2025")]),
        st.sampled_from([(), ("a",), ("a", "b")]),
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def emptied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Space]:
    with (
        closing(open_vault(new_vault(tmp_path_factory.mktemp("vault") / "journal"))) as vault,
        closing(vault.space()) as space,
    ):
        yield space


@given(STEPS)
@settings(max_examples=60, deadline=None)
def test_many_together_end_as_one_by_one(emptied: Space, steps: list[Step]) -> None:
    """Whatever is done in one transaction, the index holds what it would hold if each had been indexed at once."""
    ends = []
    for transaction in (emptied.write, lambda: writing_many(emptied)):
        with emptied.write():
            for table in ("entry", "version", "tag", "forgotten"):
                emptied.run(f"DELETE FROM {table}")
            emptied.run("INSERT INTO search(search) VALUES ('delete-all')")
        with transaction():
            ids = [add(emptied, "there before", tags=("a",)).id]
            for step in steps:
                play(emptied, ids, *step)
        with emptied.write():
            emptied.run("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
        found = "SELECT rowid FROM search('one OR two OR three OR there') ORDER BY 1"
        rows = emptied.rows("SELECT pos, text, deleted, version FROM entry ORDER BY pos")
        ends.append((rows, all_tags(emptied), emptied.rows(found)))
    assert ends[0] == ends[1]


def play(space: Space, ids: list[str], what: str, which: int, text: str, when: str, tags: tuple[str, ...]) -> None:
    entries, wanted = Entries(space), fields(text, when) | ({"tags": tags} if tags else {})
    id_ = ids[which % len(ids)]
    entry = entries.find(id_)
    if what == "add" or entry is None:
        ids.append(entries.add("note", wanted, NOW).id)
    elif what == "receive":
        write_received(space, replace(entry, fields=wanted, deleted=LATER if which % 2 else None), b"", 0, LATER)
    elif what == "erase":
        erase_received(space, id_, NOW, with_files=True)
    elif what == "delete":
        entries.delete(id_, NOW, alone=True)
    elif what == "undelete":
        entries.undelete(id_)
    elif not entry.deleted:
        entries.save(id_, "note", wanted, NOW)


def test_many_together_are_found_afterwards_and_leave_nothing_when_taken_back(space: Space) -> None:
    with writing_many(space), writing_many(space):
        for number in range(50):
            add(space, f"number {number}", WHEN.replace("19:40", f"19:{59 - number}"))
    assert found(space, "number 17") == ["number 17"]
    with suppress(LookupError), writing_many(space):
        add(space, "aqxzv")
        raise LookupError
    assert found(space, "aqxzv") == []
    assert space.to_index is None


def test_many_together_are_no_part_of_another_transaction(space: Space) -> None:
    with pytest.raises(RuntimeError), space.write(), writing_many(space):
        pass
