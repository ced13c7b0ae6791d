"""What is done to a journal as a whole is done to the spaces of its circles as well."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.golden.frozen import content
from tests.vault.check.test_damage import flip
from tests.vault.vaults import LATER, NOW, add, fields, new_vault, open_vault, seal, texts, unlock

from peerlog.domain.entry import Entry, entry_id
from peerlog.errors import Damaged
from peerlog.vault import watermark
from peerlog.vault.backup import automatic, copies_outside, fresh_after, make_backup
from peerlog.vault.check import check
from peerlog.vault.copies import BACKUP, record_copy
from peerlog.vault.entries import Entries
from peerlog.vault.received import write_received
from peerlog.vault.rekey import rekey
from peerlog.vault.restore import restore
from peerlog.vault.salvage import salvaged
from peerlog.vault.vault import Vault

KEY = bytes(range(1, 33))


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A journal with a private entry, and a circle with one of its owner's and one of somebody else's."""
    folder = new_vault(tmp_path / "journal")
    with closing(open_vault(folder)) as vault:
        with closing(vault.space()) as space:
            add(space, "private")
        with closing(vault.space(vault.create_circle({"label": "Sam", "shared": "1"}, NOW))) as space:
            add(space, "mine")
            nonce = secrets.token_bytes(16)
            theirs = Entry(entry_id(space.id, KEY, nonce), "note", fields("theirs"), NOW, NOW)
            with space.write():
                write_received(space, theirs, nonce, space.foreign_device(KEY), NOW)
                space.run("INSERT INTO compared VALUES ('m', 'k', ?)", (NOW,))
            space.identity()
        yield vault


@pytest.fixture
def circle(vault: Vault) -> str:
    return vault.spaces[1]


def test_a_backup_brings_it_back_with_a_new_device_in_each_space(vault: Vault, circle: str, tmp_path: Path) -> None:
    made = make_backup(vault, tmp_path / "b.tar")
    assert restore(made, tmp_path / "restored", unlock, NOW).entries == 3
    with closing(open_vault(tmp_path / "restored")) as restored:
        assert restored.spaces == vault.spaces
        for name in vault.spaces:
            before, after = content(vault, name), content(restored, name)
            assert len(after["device"]) == len(before["device"]) + 1
            assert after["entry"] == before["entry"]
            with closing(vault.space(name)) as was, closing(restored.space(name)) as now:
                assert was.device_key != now.device_key
                assert now.rows("SELECT own FROM device WHERE number = ?", (now.device,)) == [(1,)]
                assert now.identity() != was.identity()
        assert content(restored, circle)["compared"] == [["m", "k", NOW]]
        assert check(restored).is_clean


def test_new_keys_are_for_all_of_it(vault: Vault, circle: str) -> None:
    before = content(vault, circle)
    rekey(vault, seal)
    assert content(vault, circle) == before
    assert check(vault).is_clean
    assert vault.path(circle).parent.parent.name == "gen-2"


def test_words_in_a_circle_make_a_backup_due(vault: Vault, circle: str) -> None:
    assert automatic(vault, LATER)
    with closing(vault.space(circle)) as space:
        assert automatic(vault, LATER.replace(day=23)) is None
        add(space, "more")
    assert automatic(vault, LATER.replace(day=24))


def test_a_new_circle_and_a_removed_one_are_seen(vault: Vault, circle: str, tmp_path: Path) -> None:
    watermark.keep(vault, tmp_path)
    automatic(vault, LATER)
    new = vault.create_circle({"label": "Ada", "shared": "1"}, NOW)
    with closing(vault.space(new)) as space:
        add(space, "for Ada")
    assert automatic(vault, LATER.replace(day=23))
    assert watermark.compare(vault, tmp_path).severity == "ok"
    vault.remove_circle(circle)
    assert automatic(vault, LATER.replace(day=24)) is None
    assert not check(vault, tmp_path).is_clean


def test_a_copy_of_a_circle_is_named_when_something_is_forgotten(vault: Vault, circle: str) -> None:
    with closing(vault.space(circle)) as space:
        record_copy(space, BACKUP, Path("/media/stick/kim.tar"), NOW)
        Entries(space).forget_all([add(space, "gone").id], NOW)
    assert [copy.path for copy in fresh_after(vault, "forget", LATER)] == [Path("/media/stick/kim.tar")]
    assert [copy.path for copy in copies_outside(vault, "rekey")] == [Path("/media/stick/kim.tar")]


def test_a_check_calls_it_by_its_label(vault: Vault, circle: str) -> None:
    said = [finding.sentence for finding in check(vault).findings]
    assert "With Sam: 2 entries and 0 earlier versions, whole and readable." in said
    with closing(vault.space(circle)) as space, space.write():
        space.run("UPDATE entry SET fields = 'x' WHERE text = 'mine'")
    assert [problem.sentence.partition(":")[0] for problem in check(vault).problems] == ["With Sam"]


def test_a_check_does_not_take_anothers_key_for_a_broken_one(vault: Vault, circle: str) -> None:
    assert check(vault).is_clean
    with closing(vault.space(circle)) as space, space.write():
        space.run("UPDATE device SET seed = zeroblob(32) WHERE own = 1")
    assert not check(vault).is_clean


def test_what_can_be_read_of_a_damaged_one_is_salvaged(vault: Vault, circle: str) -> None:
    with closing(vault.space(circle)) as space:
        for number in range(40):
            add(space, f"{number} " * 300)
        ((root,),) = space.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'version'")
    automatic(vault, LATER)
    flip(vault.path(circle), root)
    (problem,) = check(vault).problems
    assert problem.sentence == (
        "With Sam: its file is damaged; all 42 entries can still be read, but not all that belongs to them."
    )
    assert "--salvage" in problem.hint
    total, entries = salvaged(vault.path(circle), vault.key(circle), circle)
    assert total == len(entries) == 42
    assert {(entry.space, entry.with_whom) for entry in entries} == {(circle, "Sam")}


def test_a_damaged_one_leaves_the_private_space_as_it_is(vault: Vault, circle: str) -> None:
    flip(vault.path(circle), 1)
    problems = check(vault).problems
    assert [problem.sentence for problem in problems] == [
        f"circles/{circle}.db: its file is damaged; no entry in it can be read."
    ]
    assert texts(vault) == ["private"]
    with pytest.raises(Damaged):
        texts(vault, circle)


def test_two_windows_write_in_it_by_turns(vault: Vault, circle: str) -> None:
    with closing(open_vault(vault.folder)) as other, closing(other.space(circle)) as space:
        add(space, "from another window")
    assert texts(vault, circle) == ["mine", "theirs", "from another window"]
