"""Saving keeps every version; deleting can be undone; ids may be shortened."""

from __future__ import annotations

import pytest
from tests.vault.vaults import NOW, fields

from peerlog.domain.entry import entry_id
from peerlog.domain.selection import Selection
from peerlog.errors import BadInput, Refused
from peerlog.vault.entries import Entries
from peerlog.vault.search import count
from peerlog.vault.space import Space
from peerlog.vault.tags import all_tags

SOON = "2026-11-22T08:00:00Z"


def test_what_is_added_is_found_as_it_was(entries: Entries) -> None:
    kept = fields("Ask before advising", title="Åsa’s rule", tags=("chairing", "Sets"), minutes=35, vent=True)
    added = entries.add("note", kept, NOW)
    assert entries.get(added.id) == added
    assert dict(added.fields) == kept
    assert (added.version, added.created, added.saved, added.deleted) == (1, NOW, NOW, None)


def test_an_id_follows_from_the_space_its_key_and_a_random_value(space: Space, entries: Entries) -> None:
    added = entries.add("note", fields("once"), NOW)
    row = space.row("SELECT nonce FROM entry")
    assert row is not None
    assert added.id == entry_id(space.id, space.device_key, row[0])
    assert entries.add("note", fields("once"), NOW).id != added.id


def test_a_save_keeps_the_version_before(entries: Entries) -> None:
    id_ = entries.add("note", fields("first"), NOW).id
    second = entries.save(id_, "idea", fields("second", state="to-try"), SOON)
    third = entries.save(id_, "idea", fields("third", state="tried"), SOON)
    assert (second.version, third.version, third.kind, third.created, third.saved) == (2, 3, "idea", NOW, SOON)
    versions = entries.versions(id_)
    assert [(each.number, each.kind, each.fields["text"]) for each in versions] == [
        (2, "idea", "second"),
        (1, "note", "first"),
    ]


def test_a_save_that_changes_nothing_makes_no_version(entries: Entries) -> None:
    added = entries.add("note", fields("as it is"), NOW)
    assert entries.save(added.id, "note", fields("as it is"), SOON) == added
    assert entries.versions(added.id) == []


def test_another_date_moves_the_entry_with_its_versions(space: Space, entries: Entries) -> None:
    early = entries.add("note", fields("early", when="2026-01-01T10:00:00+00:00"), NOW).id
    late = entries.add("note", fields("late", when="2026-02-01T10:00:00+00:00"), NOW).id
    entries.save(early, "note", fields("now the latest", when="2026-03-01T10:00:00+00:00"), SOON)
    order = [bytes(id_).hex() for (id_,) in space.rows("SELECT id FROM entry ORDER BY pos")]
    assert order == [late, early]
    assert [version.fields["when"] for version in entries.versions(early)] == ["2026-01-01T10:00:00+00:00"]


def test_deleting_and_bringing_back(space: Space, entries: Entries) -> None:
    id_ = entries.add("note", fields("something", tags=("chairing",)), NOW).id
    assert entries.delete(id_, SOON).deleted == SOON
    assert entries.delete(id_, "2027-01-01T00:00:00Z").deleted == SOON
    assert (count(space, Selection()), count(space, Selection(deleted=True)), all_tags(space)) == (0, 1, [])
    with pytest.raises(Refused, match="trash"):
        entries.save(id_, "note", fields("something else"), SOON)
    assert entries.undelete(id_).deleted is None
    assert entries.undelete(id_).text == "something"
    assert (count(space, Selection()), all_tags(space)) == (1, [("chairing", 1)])


def test_what_is_not_there_is_named(entries: Entries) -> None:
    for ask in (
        lambda: entries.get("ab" * 32),
        lambda: entries.save("ab" * 32, "note", fields("x"), NOW),
        lambda: entries.delete("ab" * 32, NOW),
        lambda: entries.forget("ab" * 32, NOW),
    ):
        with pytest.raises(Refused, match="no entry abababab"):
            ask()
    assert entries.find("ab" * 32) is None
    assert entries.with_ids(["ab" * 32]) == []


def test_an_id_may_be_shortened_while_only_one_begins_so(space: Space, entries: Entries) -> None:
    first = entries.add("note", fields("one"), NOW).id
    assert entries.resolve(first[:4].upper() + first[4:10]) == entries.resolve(f" {first} ") == first
    with space.write():
        space.run(
            "INSERT INTO entry(pos, id, nonce, device, kind, fields, keys, created, saved)"
            " SELECT pos + 1, ?, nonce, device, kind, fields, keys, created, saved FROM entry",
            (bytes.fromhex(first[:16] + "0" * 48),),
        )
    with pytest.raises(BadInput, match="More than one"):
        entries.resolve(first[:16])
    with pytest.raises(Refused, match="no entry"):
        entries.resolve("0000" if first[:4] != "0000" else "1111")
    for bad in ("abc", "", "wxyz", "ab%%", "a" * 65, "ab' OR 1"):
        with pytest.raises(BadInput, match="is not an entry's id"):
            entries.resolve(bad)


def test_tags_are_counted_without_regard_to_case(space: Space, entries: Entries) -> None:
    one = entries.add("note", fields("a", tags=("Chairing", "sets")), NOW).id
    two = entries.add("note", fields("b", tags=("chairing",)), NOW).id
    assert all_tags(space) == [("Chairing", 2), ("sets", 1)]
    entries.save(one, "note", fields("a", tags=("chairing", "new")), SOON)
    assert all_tags(space) == [("Chairing", 2), ("new", 1)]
    entries.delete(two, SOON)
    entries.forget(one, SOON)
    assert all_tags(space) == []
