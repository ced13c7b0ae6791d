"""Parts: found by their parent and state, left out where people look for what they wrote, and never left behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.vaults import NOW, WHEN, add, add_part, fields, new_vault, open_vault, undone

from peerlog.domain.entry import Entry
from peerlog.domain.kinds import KINDS, PARTS
from peerlog.domain.selection import Selection
from peerlog.vault import indexing, search
from peerlog.vault.check import check
from peerlog.vault.entries import Entries
from peerlog.vault.position import first_of_day
from peerlog.vault.space import Space
from peerlog.vault.tags import all_tags
from peerlog.vault.vault import Vault

EARLIER, LATER = "2026-11-21T22:00:00Z", "2026-11-21T23:00:00Z"
STATES = ("open", "done", "let-go", "to-try", "carried")


def listed(space: Space, selection: Selection | None = None, words: str = "") -> list[str]:
    """The texts of a selection, the oldest first."""
    return [entry.text for entry in reversed(search.page(space, selection or Selection(), words).entries)]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with closing(open_vault(new_vault(tmp_path_factory.mktemp("parts") / "journal"))) as vault:
        yield vault


some = st.frozensets
made = st.tuples(
    st.sampled_from(sorted(KINDS)),
    st.none() | st.integers(0, 9),
    st.none() | st.sampled_from(STATES),
    some(st.sampled_from(["one", "two"]), max_size=2),
)
chosen = st.tuples(
    some(st.sampled_from(sorted(KINDS)), max_size=3),
    st.none() | st.integers(0, 9),
    some(st.sampled_from(STATES), max_size=2),
    some(st.sampled_from(["one", "two"]), max_size=1),
    st.booleans(),
)


NOBODY_READS = {"device", "approval", "countersignature"}
"""Kinds that no search for words finds: what devices tell each other, and what is signed."""


@given(st.lists(made, min_size=1, max_size=8), st.lists(chosen, min_size=1, max_size=6))
def test_a_selection_has_exactly_what_it_names(
    shared: Vault,
    entries: list[tuple[str, int | None, str | None, frozenset[str]]],
    selections: list[tuple[frozenset[str], int | None, frozenset[str], frozenset[str], bool]],
) -> None:
    with closing(shared.space()) as space, undone(space):
        kept: list[Entry] = []
        for kind, whole, state, tags in entries:
            more = {"state": state} if state else {}
            more |= {"parent": kept[whole % len(kept)].id} if kept and whole is not None else {}
            kept.append(Entries(space).add(kind, {**fields("some words"), **more, "tags": tuple(sorted(tags))}, NOW))
        for kinds, whole, states, tags, with_parts in selections:
            parent = kept[whole % len(kept)].id if whole is not None else None
            selection = Selection(kinds=kinds, states=states, tags=tags, parent=parent, with_parts=with_parts)
            expected = [
                entry
                for entry in reversed(kept)
                if (not kinds or entry.kind in kinds)
                and (not states or entry.state in states)
                and (parent is None or entry.parent == parent)
                and tags <= set(entry.tags)
            ]
            plain = [e for e in expected if with_parts or kinds or parent or e.kind not in PARTS]
            assert list(search.page(space, selection).entries) == plain
            assert search.count(space, selection) == len(plain)
            said = [e for e in expected if e.kind not in NOBODY_READS]
            assert list(search.page(space, selection, "words").entries) == said


def test_parts_are_left_out_where_people_look_for_what_they_wrote(space: Space) -> None:
    whole = add(space, "whole", tags=("both",))
    add_part(space, whole, text="part of it", tags=("both",), links=(whole.id,))
    day = first_of_day(date(2026, 11, 17))

    assert listed(space) == ["whole"]
    assert search.count(space, Selection()) == 1
    assert listed(space, Selection(tags=frozenset({"both"}))) == ["whole"]
    assert listed(space, Selection(linked_to=whole.id)) == []
    assert list(search.days_written(space, day, day + 1_440_000).values()) == [1]
    assert listed(space, words="part") == ["part of it"]
    assert listed(space, Selection(kinds=frozenset({"action"}))) == ["part of it"]
    assert listed(space, Selection(parent=whole.id)) == ["part of it"]
    assert listed(space, Selection(with_parts=True)) == ["whole", "part of it"]


def test_an_id_is_found_neither_by_words_nor_as_a_place(space: Space) -> None:
    whole = add(space, "whole")
    add_part(space, whole, "agenda-item", position="Vk")
    assert listed(space, words=whole.id) == []
    assert listed(space, words="Vk") == []


def test_a_state_that_changes_is_found_by_the_new_one_alone(space: Space) -> None:
    action = add_part(space, add(space, "whole"), state="open")
    Entries(space).save(action.id, "action", {**action.fields, "state": "done"}, NOW)
    actions = frozenset({"action"})
    assert listed(space, Selection(kinds=actions, states=frozenset({"open"}))) == []
    assert listed(space, Selection(kinds=actions, states=frozenset({"open", "done"}))) == ["a part"]


def test_parts_come_in_the_order_of_their_dates_and_not_from_the_trash(space: Space) -> None:
    whole, entries = add(space, "whole"), Entries(space)
    for text, day in (("second", "18"), ("first", "16"), ("gone", "17")):
        add_part(space, whole, text=text, when=WHEN.replace("-17T", f"-{day}T"))
    entries.delete(entries.parts(whole.id)[1].id, NOW)
    assert [part.text for part in entries.parts(whole.id)] == ["first", "second"]
    assert entries.parts(entries.parts(whole.id)[0].id) == []


def test_what_is_deleted_takes_its_parts_along_and_brings_back_those_alone(space: Space, vault: Vault) -> None:
    whole, entries = add(space, "whole"), Entries(space)
    early = add_part(space, whole, text="went earlier", tags=("a",))
    part = add_part(space, whole, "request", text="part", tags=("a",))
    add_part(space, part, "comment", text="part of the part", tags=("a",))
    entries.delete(early.id, EARLIER)

    entries.delete(whole.id, LATER)
    assert listed(space, Selection(with_parts=True)) == []
    assert listed(space, words="part") == []
    assert all_tags(space) == []
    assert listed(space, Selection(deleted=True)) == ["whole", "went earlier"]
    assert search.count(space, Selection(deleted=True)) == 2
    assert len(listed(space, Selection(deleted=True, with_parts=True))) == 4
    entries.delete(whole.id, "2027-01-01T00:00:00Z")  # it is there already: its day stays
    assert entries.get(part.id).deleted == LATER

    entries.undelete(whole.id)
    assert listed(space, Selection(with_parts=True)) == ["whole", "part", "part of the part"]
    assert all_tags(space) == [("a", 2)]
    assert listed(space, Selection(deleted=True)) == ["went earlier"]
    assert check(vault).is_clean


def test_a_part_can_be_brought_back_without_its_whole(space: Space) -> None:
    whole, entries = add(space, "whole"), Entries(space)
    part = add_part(space, whole)
    entries.delete(whole.id, NOW)
    entries.undelete(part.id)
    assert [each.id for each in entries.parts(whole.id)] == [part.id]
    assert listed(space, Selection(deleted=True)) == ["whole"]


def test_one_can_go_to_the_trash_alone(space: Space) -> None:
    whole, entries = add(space, "whole"), Entries(space)
    add_part(space, whole)
    entries.delete(whole.id, NOW, alone=True)
    assert listed(space, Selection(with_parts=True)) == ["a part"]


def test_what_is_forgotten_takes_its_parts_along_from_the_trash_too(space: Space, vault: Vault) -> None:
    whole, entries = add(space, "whole"), Entries(space)
    parts = [add_part(space, whole, text=f"part {number}", tags=("a",)) for number in range(3)]
    inner = add_part(space, parts[0], "comment", text="inner")
    other = add(space, "stays")
    entries.delete(parts[0].id, EARLIER)
    entries.save(parts[1].id, "action", {**parts[1].fields, "text": "changed"}, NOW)

    entries.forget_all((whole.id, parts[2].id), NOW)
    assert [bytes(id_).hex() for (id_,) in space.rows("SELECT id FROM entry")] == [other.id]
    gone = {bytes(id_).hex() for (id_,) in space.rows("SELECT entry FROM forgotten")}
    assert gone == {whole.id, inner.id, *(part.id for part in parts)}
    assert space.rows("SELECT * FROM version") == []
    assert all_tags(space) == []
    assert check(vault).is_clean


def test_a_circle_of_parents_ends(space: Space, vault: Vault) -> None:
    first, entries = add(space, "first"), Entries(space)
    second = add_part(space, first, text="second")
    entries.save(first.id, "action", {**first.fields, "parent": second.id}, NOW)
    entries.delete(first.id, NOW)
    assert listed(space, Selection(with_parts=True)) == []
    entries.undelete(second.id)
    assert listed(space, Selection(with_parts=True)) == ["first", "second"]
    entries.forget(second.id, NOW)
    assert space.rows("SELECT id FROM entry") == []
    assert check(vault).is_clean


def test_a_chain_deeper_than_any_stack(space: Space) -> None:
    entries, first = Entries(space), add(space, "first")
    with space.write():
        here = first
        for _ in range(1100):
            here = add_part(space, here)
    entries.delete(first.id, NOW)
    assert search.count(space, Selection(with_parts=True)) == 0
    assert search.count(space, Selection(deleted=True)) == 1
    entries.undelete(first.id)
    assert search.count(space, Selection(with_parts=True)) == 1101


def test_a_failure_half_way_deletes_nothing(space: Space, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, entries = add(space, "whole"), Entries(space)
    add_part(space, whole)
    unindex, calls = indexing.unindex, []

    def second_fails(space: Space, pos: int) -> None:
        calls.append(pos)
        if len(calls) == 2:
            raise OSError("the disk is full")
        unindex(space, pos)

    monkeypatch.setattr(indexing, "unindex", second_fails)
    with pytest.raises(OSError, match="disk is full"):
        entries.delete(whole.id, NOW)
    assert listed(space, Selection(with_parts=True)) == ["whole", "a part"]


def test_a_damaged_row_in_the_trash_hides_no_other(folder: Path) -> None:
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        entries, whole = Entries(space), add(space, "whole")
        part = add_part(space, whole)
        entries.delete(whole.id, NOW)
        with space.write():
            space.run("UPDATE entry SET fields = 'not JSON' WHERE id = ?", (bytes.fromhex(part.id),))
        assert listed(space, Selection(deleted=True)) == ["whole"]
