"""The vault of format 3, in which a shared space lies: what vault-1 and vault-2 hold besides is tested there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.golden.frozen import content, in_newest_format, private_copy, with_recovery
from tests.golden.make_vault_3 import CONTENT, FOLDER
from tests.vault.vaults import NOW, add

from peerlog.domain.selection import Selection
from peerlog.exchange.membership import roster_in
from peerlog.exchange.refreshing import Refresher
from peerlog.exchange.sending import Sender
from peerlog.vault import search
from peerlog.vault.backup import automatic_backups
from peerlog.vault.changes import Changes
from peerlog.vault.check import check
from peerlog.vault.entries import Entries
from peerlog.vault.keyfile import KeyFile
from peerlog.vault.restore import restore
from peerlog.vault.schema import FORMAT_3
from peerlog.vault.space import Space
from peerlog.vault.vault import Vault

GOLDEN = FOLDER, CONTENT


@pytest.fixture
def shared(golden: Vault) -> Iterator[Space]:
    (_, name) = golden.spaces
    with closing(golden.space(name)) as space:
        yield space


def test_before_it_is_opened_it_holds_what_was_put_there(
    tmp_path: Path, vault_key: bytes, expected: dict[str, Any]
) -> None:
    with closing(Vault.inspect(private_copy(FOLDER, tmp_path / "journal"), lambda _: vault_key)) as vault:
        assert {name: content(vault, name) for name in vault.spaces} == expected["spaces"]
        assert [finding for finding in check(vault).findings if finding.severity != "ok"] == []


def test_opened_it_holds_the_same_in_the_newest_tables(golden: Vault, expected: dict[str, Any]) -> None:
    assert {name: content(golden, name) for name in golden.spaces} == in_newest_format(expected["spaces"])


def test_it_is_whole(golden: Vault) -> None:
    assert [finding for finding in check(golden).findings if finding.severity != "ok"] == []


def test_the_recovery_words_open_it(expected: dict[str, Any], vault_key: bytes) -> None:
    keys = KeyFile.parse((FOLDER / "vault.json").read_bytes())
    assert with_recovery(keys, expected["recovery"]) == vault_key


def test_every_new_table_has_something(expected: dict[str, Any]) -> None:
    new = {line.split()[2] for line in FORMAT_3.splitlines() if line.startswith("CREATE TABLE")}
    assert {table for tables in expected["spaces"].values() for table in new if tables[table]} == new


def test_entries_read_and_are_found(golden: Vault, shared: Space) -> None:
    assert (shared.label, shared.is_shared) == ("Sam", True)
    listed = search.page(shared, Selection(with_parts=True)).entries
    assert [(entry.kind, entry.headline, entry.with_whom) for entry in listed] == [
        ("action", "Has not left", "Sam"),
        ("minute", "As Sam heard it", "Sam"),
        ("meeting", "Video with Kim", "Sam"),
        ("note", "What I said. 会議", "Sam"),
        ("goal", "Chair meetings well", "Sam"),
        ("card", "Kim Åström", "Sam"),
        ("circle", "Thursdays", "Sam"),
    ]
    assert [entry.text for entry in search.page(shared, Selection(), "heard").entries] == ["As Sam heard it"]
    assert [version.fields["title"] for version in Entries(shared).versions(listed[4].id)] == [
        "Chair meetings well",
        "Chair well",
    ]
    with closing(golden.space()) as private:
        (mine,) = search.page(private, Selection()).entries
        assert (mine.text, mine.with_whom) == ("What I did not say. 会議", "")


def test_the_history_is_read_as_it_was(shared: Space) -> None:
    roster = roster_in(shared)
    assert list(roster.names.values()) == ["Kim Åström", "Sam"]
    (goal,) = (entry.id for entry in search.page(shared, Selection(kinds=frozenset({"goal"}))).entries)
    view = Refresher(shared, roster, NOW).view(goal)
    assert view is not None
    assert view.two_versions == {"title"}
    assert {register for _, register, _ in Changes(shared).two_versions()} == {"title", "why"}
    assert {(each.kind, *sorted(each.registers)) for each in Sender(shared, NOW).leaving()} == {
        ("action", "parent", "state", "text", "when"),
        ("goal", "why"),
    }


def test_it_can_be_written_in_and_sent(golden: Vault, shared: Space) -> None:
    add(shared, "Written by a later release")
    (update,) = Sender(shared, NOW).send()
    assert update.number == 3
    assert check(golden).is_clean


def test_its_backup_can_be_restored(golden: Vault, tmp_path: Path, vault_key: bytes) -> None:
    ((_, path),) = automatic_backups(golden.folder)
    assert restore(path, tmp_path / "restored", lambda _: vault_key, NOW).entries == 9
    with closing(Vault.open(tmp_path / "restored", lambda _: vault_key)) as restored:
        for name in golden.spaces:
            assert content(restored, name)["entry"] == content(golden, name)["entry"]
            assert content(restored, name)["change"] == content(golden, name)["change"]
