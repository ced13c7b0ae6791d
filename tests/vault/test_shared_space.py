"""What a shared space has beside a private one: a label, keys of others, what was touched, a narrow view of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress

import pytest
from tests.vault.vaults import NOW, add, fields

from peerlog.errors import Refused
from peerlog.vault.entries import Entries
from peerlog.vault.schema import FORMAT_3
from peerlog.vault.space import ABOUT_CHANGES, Space
from peerlog.vault.vault import Vault

KEY = bytes(range(1, 33))


@pytest.fixture
def shared(vault: Vault) -> Iterator[Space]:
    name = vault.create_circle({"label": "Sam", "shared": "1"}, NOW)
    with closing(vault.space(name)) as space:
        yield space


def touched(space: Space) -> list[str]:
    return [bytes(entry).hex() for (entry,) in space.rows("SELECT entry FROM touched")]


def test_its_label_can_be_changed(shared: Space) -> None:
    shared.set_value("label", "Sam and Ada")
    assert shared.label == add(shared, "words").with_whom == "Sam and Ada"


def test_a_change_that_is_taken_back_leaves_it_as_it_was(shared: Space) -> None:
    device = shared.device
    with suppress(LookupError), shared.write():
        shared.set_value("label", "Ada")
        shared.add_device(NOW)
        assert (shared.label, shared.device) != ("Sam", device)
        raise LookupError
    assert (shared.label, shared.device) == ("Sam", device)


def test_what_another_process_changed_is_read_again(vault: Vault, shared: Space) -> None:
    with closing(vault.space(shared.name)) as other:
        other.set_value("label", "Ada")
        other.add_device(NOW)
        assert shared.label == "Sam"
        shared.refresh()
        assert (shared.label, shared.device_key) == ("Ada", other.device_key)


def test_the_identity_stays_and_a_new_device_has_another(vault: Vault, shared: Space) -> None:
    identity = shared.identity()
    assert len(identity) == 32
    with closing(vault.space(shared.name)) as other:
        assert other.identity() == shared.identity() == identity
    shared.add_device(NOW)
    assert shared.identity() != identity


def test_keys_of_others_are_noted_once_and_never_in_use(vault: Vault, shared: Space) -> None:
    own = shared.device
    number = shared.foreign_device(KEY)
    assert shared.foreign_device(KEY) == number != own
    assert shared.device_named(number) == KEY
    assert shared.foreign_device(shared.device_key) == own
    with closing(vault.space(shared.name)) as other:
        assert other.device == own
    with pytest.raises(KeyError):
        shared.device_named(number + 1)


def test_every_way_of_writing_touches_an_entry(shared: Space) -> None:
    entries = Entries(shared)
    entry = add(shared, "first")

    def clear() -> None:
        assert touched(shared) == [entry.id]
        with shared.write():
            shared.run("DELETE FROM touched")

    clear()
    entries.save(entry.id, "note", fields("second"), NOW)
    clear()
    entries.save(entry.id, "note", fields("second", when="2026-01-01T10:00:00+00:00"), NOW)
    clear()
    entries.delete(entry.id, NOW)
    clear()
    entries.undelete(entry.id)
    clear()


def test_forgetting_touches_what_has_left_alone(shared: Space) -> None:
    left, stayed = add(shared, "left"), add(shared, "stayed")
    with shared.write():
        shared.run(
            "INSERT INTO change(id, entry, device, seq, learned, text, signature) VALUES (?, ?, 'd', 1, 1, '', x'')",
            (KEY, bytes.fromhex(left.id)),
        )
        shared.run(
            "INSERT INTO change_value SELECT number, 'text', ?2, '\"left\"' FROM change WHERE id = ?1", (KEY, KEY[:16])
        )
        for table in ("pending(entry, register, supersedes)", "two_versions(entry, register, since)"):
            shared.run(f"INSERT INTO {table} VALUES (?, 'text', '')", (bytes.fromhex(left.id),))
    Entries(shared).forget_all([left.id, stayed.id], NOW)
    assert touched(shared) == [left.id]
    for table in ("change_value", "pending", "two_versions", "entry"):
        assert shared.rows(f"SELECT * FROM {table}") == [], table


def test_a_private_space_touches_nothing(space: Space) -> None:
    add(space, "words")
    assert touched(space) == []


def test_who_writes_an_update_can_read_what_is_signed_alone(shared: Space) -> None:
    add(shared, "not to be read")
    tables = [row[0] for row in shared.rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")]
    asked = {table: f'SELECT * FROM "{table}"' for table in [*tables, "sqlite_schema"]}
    for question in asked.values():
        shared.rows(question)  # so that SQLite has it prepared before it is forbidden
    with shared.reading_only_changes():
        for table, question in asked.items():
            for each in (question, f'SELECT count(*) FROM "{table}"', f"SELECT 1 WHERE EXISTS ({question})"):
                if table in ABOUT_CHANGES:
                    shared.rows(each)
                else:
                    with pytest.raises(Refused, match="nothing was sent"):
                        shared.rows(each)
        with pytest.raises(Refused):
            shared.rows("SELECT change.text FROM change JOIN entry ON entry.id = change.entry")
        with shared.write():
            shared.set_value("learned", "1")
            with pytest.raises(Refused):
                shared.run("INSERT INTO change_value SELECT pos, title, x'', text FROM entry")
    assert len(shared.rows("SELECT text FROM entry")) == 1
    assert {table for table in ABOUT_CHANGES if f"CREATE TABLE {table} " in FORMAT_3} == ABOUT_CHANGES - {
        "setting",
        "device",
    }


def test_the_view_is_wide_again_after_a_failure(shared: Space) -> None:
    with pytest.raises(LookupError), shared.reading_only_changes():
        raise LookupError
    assert shared.rows("SELECT * FROM entry") == []
