"""The vault that the first release wrote: every later one opens it and finds in it exactly what was put there."""

from __future__ import annotations

from contextlib import closing
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from tests.golden.frozen import content, in_format_3, in_newest_format, private_copy, with_passphrase, with_recovery
from tests.golden.make_vault_1 import CONTENT, FOLDER
from tests.vault.vaults import NOW, add

from peerlog.domain.selection import Selection
from peerlog.errors import WrongPassphrase
from peerlog.vault import search
from peerlog.vault.backup import automatic_backups
from peerlog.vault.check import check
from peerlog.vault.connection import connect, format_version
from peerlog.vault.copies import copies_made
from peerlog.vault.drafts import Drafts
from peerlog.vault.entries import Entries
from peerlog.vault.keyfile import KeyFile
from peerlog.vault.restore import restore
from peerlog.vault.schema import VERSION
from peerlog.vault.vault import Vault

GOLDEN = FOLDER, CONTENT

FIELDS, KEYS = 7, 9
"""The places of these columns in `entry`."""


def formats(vault: Vault) -> dict[str, int]:
    found = {}
    for name in vault.spaces:
        with closing(connect(vault.path(name), vault.key(name), read_only=True)) as connection:
            found[name] = format_version(connection)
    return found


def test_before_it_is_opened_it_holds_what_was_put_there(
    tmp_path: Path, vault_key: bytes, expected: dict[str, Any]
) -> None:
    with closing(Vault.inspect(private_copy(FOLDER, tmp_path / "journal"), lambda _: vault_key)) as vault:
        assert set(formats(vault).values()) == {1}
        assert {name: content(vault, name) for name in vault.spaces} == expected["spaces"]


def test_opened_it_holds_the_same_but_for_the_tokens_of_format_2(golden: Vault, expected: dict[str, Any]) -> None:
    spaces = in_newest_format(in_format_3(deepcopy(expected["spaces"])))
    [goal] = [row for row in spaces["private"]["entry"] if '"state":"met"' in row[FIELDS]]
    goal[KEYS] += f" s{b'met'.hex()}"
    [vent] = [row for row in spaces["private"]["entry"] if '"vent":true' in row[FIELDS]]
    vent[KEYS] += f" y{b'vent'.hex()}"

    assert set(formats(golden).values()) == {VERSION}
    assert {name: content(golden, name) for name in golden.spaces} == spaces


def test_it_is_whole(golden: Vault) -> None:
    report = check(golden)
    assert [finding for finding in report.findings if finding.severity != "ok"] == []


def test_both_slots_open_it(expected: dict[str, Any], vault_key: bytes) -> None:
    keys = KeyFile.parse((FOLDER / "vault.json").read_bytes())
    with pytest.raises(WrongPassphrase):
        with_passphrase(keys, "correct horse battery stapler")
    assert with_recovery(keys, expected["recovery"]) == vault_key


def test_entries_read_and_are_found(golden: Vault) -> None:
    with closing(golden.space()) as space:
        newest = search.page(space, Selection()).entries
        assert [(entry.kind, entry.headline[:22]) for entry in newest] == [
            ("goal", "Chair a meeting well"),
            ("reflection", "What? So what? Now wha"),
            ("page", "Where I stand"),
            ("note", "No longer an idea"),
            ("meeting", "会議：ビデオ"),
            ("note", "Agenda felt too long."),
        ]
        goal = newest[0]
        assert [version.fields.get("state") for version in Entries(space).versions(goal.id)] == ["met", "active"]
        for words, many in (
            ("łukasz", 1),
            ("resume", 1),
            ("議事録", 1),
            ("שלום", 1),
            ("花子", 1),
            ("advis", 1),
            ("trash", 0),
        ):
            assert len(search.page(space, Selection(), words).entries) == many, words
        assert len(search.page(space, Selection(tags=frozenset({"chairing"}))).entries) == 2
        assert search.count(space, Selection(deleted=True)) == 1
        assert [draft.id for draft in Drafts(space).all()] == ["d2", "d1"]
        assert [copy.what for copy in copies_made(space)] == ["export", "backup"]


def test_it_can_be_written_in(golden: Vault) -> None:
    with closing(golden.space()) as space:
        added = add(space, "Written by a later release")
        assert Entries(space).get(added.id).text == "Written by a later release"
        Entries(space).forget(added.id, NOW)
    assert check(golden).is_clean


def test_its_backup_can_be_restored(golden: Vault, tmp_path: Path, vault_key: bytes) -> None:
    ((_, path),) = automatic_backups(golden.folder)
    assert restore(path, tmp_path / "restored", lambda _: vault_key, NOW).entries == 7 + 1
    with closing(Vault.open(tmp_path / "restored", lambda _: vault_key)) as restored:
        assert content(restored, "private")["entry"] == content(golden, "private")["entry"]
