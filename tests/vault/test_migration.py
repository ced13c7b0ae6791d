"""A journal of format 1 becomes one of the newest when it is opened, whole or not at all."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.golden.frozen import content, in_format_3, in_newest_format, private_copy, with_passphrase
from tests.golden.make_vault_1 import FOLDER as GOLDEN
from tests.vault.format_1 import as_the_first_release
from tests.vault.vaults import CIRCLE, NOW, add, add_circle, fields, new_vault, open_vault, snapshot, unlock

from peerlog.domain.selection import Selection
from peerlog.errors import Busy, NewerFormat, Refused
from peerlog.vault import migrations, reindexing, schema, search, space, vault
from peerlog.vault.backup import make_backup
from peerlog.vault.check import check
from peerlog.vault.connection import connect, format_version
from peerlog.vault.entries import Entries
from peerlog.vault.restore import restore
from peerlog.vault.salvage import salvaged
from peerlog.vault.schema import FORMAT_3, VERSION
from peerlog.vault.vault import Vault

STATES = {"goal": ("proposed", "active", "met", "let-go"), "idea": ("to-try", "kept")}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A vault of format 1, closed: goals and ideas in states, some in the trash, notes, and a circle."""
    with as_the_first_release():
        folder = new_vault(tmp_path / "old")
        with closing(Vault.inspect(folder, unlock)) as vault:
            add_circle(vault)
            for name in vault.spaces:
                with closing(vault.space(name)) as space, space.write():
                    fill(Entries(space))
    return folder


def fill(entries: Entries) -> None:
    for kind, states in STATES.items():
        for state in states:
            entries.add(kind, fields(f"{kind} {state}", state=state, tags=("Chairing",)), NOW)
        gone = entries.add(kind, fields(f"{kind} in the trash", state=states[0]), NOW)
        entries.delete(gone.id, NOW)
    goal = entries.add("goal", fields("changed", state="proposed"), NOW)
    entries.save(goal.id, "goal", fields("changed", state="met", links=(gone.id,)), NOW)
    for number in range(3):
        entries.add("note", fields(f"note {number} 会議"), NOW)


def old_content(folder: Path) -> dict[str, Any]:
    with closing(Vault.inspect(folder, unlock)) as vault:
        return {name: content(vault, name) for name in vault.spaces}


def formats(folder: Path) -> set[int]:
    found = set()
    with closing(Vault.inspect(folder, unlock)) as vault:
        for name in vault.spaces:
            with closing(connect(vault.path(name), vault.key(name), read_only=True)) as connection:
                found.add(format_version(connection))
    return found


def in_state(vault: Vault, state: str, name: str = "private") -> list[str]:
    with closing(vault.space(name)) as space:
        selection = Selection(states=frozenset({state}))
        found = [entry.text for entry in search.page(space, selection).entries]
        assert search.count(space, selection) == len(found)
        return found


def test_states_can_be_asked_for_after_it(old: Path) -> None:
    assert formats(old) == {1}
    with closing(open_vault(old)) as vault:
        assert formats(old) == {VERSION}
        for name in vault.spaces:
            assert in_state(vault, "active", name) == ["goal active"]
            assert in_state(vault, "met", name) == ["changed", "goal met"]
            assert in_state(vault, "kept", name) == ["idea kept"]
        assert check(vault).is_clean
        with closing(vault.space()) as space:
            [found] = search.page(space, Selection(), "note 1 会").entries
            assert found.text == "note 1 会議"
            [gone] = (e for e in search.page(space, Selection(deleted=True)).entries if e.kind == "idea")
            Entries(space).undelete(gone.id)
        assert in_state(vault, "to-try") == ["idea in the trash", "idea to-try"]
        assert check(vault).is_clean


def test_nothing_changes_but_the_tokens(old: Path) -> None:
    before = in_newest_format(in_format_3(old_content(old)))
    open_vault(old).close()
    after = old_content(old)
    keys = 9
    for name, tables in after.items():
        for was, now in zip(before[name]["entry"], tables["entry"], strict=True):
            assert now[keys].startswith(was[keys])
            assert (now[keys] == was[keys]) == ('"state"' not in now[7])
            now[keys] = was[keys]
    assert after == before


def test_a_second_opening_changes_nothing(old: Path) -> None:
    open_vault(old).close()
    before = snapshot(old)
    open_vault(old).close()
    assert snapshot(old) == before


def test_it_comes_in_many_portions(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reindexing, "_AT_ONCE", 2)
    with closing(open_vault(old)) as vault:
        assert in_state(vault, "let-go") == ["goal let-go"]
        assert check(vault).is_clean


@pytest.mark.parametrize(
    "damage",
    [
        "not JSON",
        "[]",
        '{"state":"\\ud83d","when":"2026-11-17T19:40:00+00:00"}',
        '{"tags":7,"state":["met"],"when":"2026-11-17T19:40:00+00:00"}',
        '{"tags":[1],"state":"met","when":"2026-11-17T19:40:00+00:00"}',
        '{"links":[null],"when":"2026-11-17T19:40:00+00:00"}',
    ],
)
def test_a_damaged_row_does_not_stop_it(old: Path, damage: str) -> None:
    with closing(Vault.inspect(old, unlock)) as vault, closing(vault.space()) as space, space.write():
        space.run("UPDATE entry SET fields = ? WHERE text = 'goal active'", (damage,))
    with closing(open_vault(old)) as vault:
        assert formats(old) == {VERSION}
        assert in_state(vault, "met") == ["changed", "goal met"]
        assert [finding.sentence for finding in check(vault).problems if "1 entry" in finding.sentence]


@pytest.mark.parametrize("failing", [1, 4, 7])
def test_what_stops_it_half_way_leaves_format_1(old: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    before, calls, replace = old_content(old), [], reindexing._replace

    def stops(*arguments: Any, **named: Any) -> None:
        calls.append(arguments)
        if len(calls) == failing:
            raise KeyboardInterrupt
        replace(*arguments, **named)

    monkeypatch.setattr(reindexing, "_replace", stops)
    with pytest.raises(KeyboardInterrupt):
        open_vault(old)
    assert (old_content(old), formats(old)) == (before, {1})
    monkeypatch.undo()
    with closing(open_vault(old)) as vault:
        assert check(vault).is_clean


def test_a_step_that_fails_leaves_nothing_of_itself(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "FORMAT_3", FORMAT_3 + "CREATE nonsense;\n")
    with pytest.raises(Refused):
        open_vault(old)
    assert formats(old) == {1, 2}  # one space after the other, one step after the other
    with closing(Vault.inspect(old, unlock)) as vault, closing(vault.space()) as space:
        assert space.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'") == []
        assert len(space.rows("SELECT * FROM device LIMIT 1")[0]) == 4
    monkeypatch.undo()
    with closing(open_vault(old)) as vault:
        assert formats(old) == {VERSION}
        assert check(vault).is_clean


def test_it_waits_until_nobody_else_is_in(old: Path) -> None:
    with closing(Vault.inspect(old, unlock)), pytest.raises(Busy):
        open_vault(old)
    assert formats(old) == {1}


def test_a_peerlog_that_knows_format_1_alone_says_so_and_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(folder)
    for module in (schema, space, vault, migrations):
        monkeypatch.setattr(module, "VERSION", 1)
    with pytest.raises(NewerFormat, match=r"^This journal has format 4; this peerlog knows up to 1\.$") as refused:
        open_vault(folder)
    assert refused.value.hint == "Install a newer peerlog."
    assert snapshot(folder) == before


def test_a_check_before_it_finds_all_well(old: Path, tmp_path: Path) -> None:
    for folder, key in ((old, unlock), (private_copy(GOLDEN, tmp_path / "golden"), with_passphrase)):
        with closing(Vault.inspect(folder, key)) as vault:
            assert check(vault).is_clean


def test_a_check_of_format_1_still_finds_wrong_tokens(old: Path) -> None:
    with closing(Vault.inspect(old, unlock)) as vault:
        with closing(vault.space()) as space, space.write():
            space.run("UPDATE entry SET keys = keys || ' t00' WHERE text = 'note 1 会議'")
        assert not check(vault).is_clean


def test_an_old_backup_comes_back_in_the_new_format(old: Path, tmp_path: Path) -> None:
    with closing(Vault.inspect(old, unlock)) as vault:
        backup = make_backup(vault, tmp_path / "b.tar")
    restored = tmp_path / "restored"
    restore(backup, restored, unlock, NOW)
    assert formats(restored) == {VERSION}
    with closing(open_vault(restored)) as vault:
        assert in_state(vault, "active") == in_state(vault, "active", CIRCLE) == ["goal active"]
        assert check(vault).is_clean


def test_what_is_salvaged_before_it_is_everything(old: Path) -> None:
    with closing(Vault.inspect(old, unlock)) as vault:
        total, entries = salvaged(vault.path("private"), vault.key("private"), "private")
    assert total == len(entries) == 12


def test_a_new_journal_begins_with_the_newest_format(folder: Path) -> None:
    assert formats(folder) == {VERSION}
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        add(space, "words")
        names = space.rows("SELECT name FROM _sqlite_migrations ORDER BY id")
    assert names == [("format 1",), ("format 2",), ("format 3",), ("format 4",)]
