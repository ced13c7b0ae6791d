"""The vault of format 4, in which files are kept: what the earlier ones hold besides is tested there."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from tests.golden.frozen import content, with_recovery
from tests.golden.make_vault_4 import CONTENT, FOLDER, PIECES, PNG
from tests.vault.vaults import NOW

from peerlog.domain.selection import Selection
from peerlog.vault import search
from peerlog.vault.backup import automatic_backups
from peerlog.vault.check import check
from peerlog.vault.entries import Entries
from peerlog.vault.kept_files import KeptFiles
from peerlog.vault.keyfile import KeyFile
from peerlog.vault.restore import restore
from peerlog.vault.schema import FORMAT_4
from peerlog.vault.vault import Vault

GOLDEN = FOLDER, CONTENT


def test_it_holds_what_was_put_there(golden: Vault, expected: dict[str, Any]) -> None:
    assert {name: content(golden, name) for name in golden.spaces} == expected["spaces"]


def test_it_is_whole(golden: Vault) -> None:
    assert [finding for finding in check(golden).findings if finding.severity != "ok"] == []
    said = [finding.sentence for finding in check(golden).findings]
    assert "Private: 4 kept files (6.1 kB), each as it was stored." in said
    assert "With Sam: 1 kept file (8 bytes), each as it was stored." in said


def test_the_recovery_words_open_it(expected: dict[str, Any], vault_key: bytes) -> None:
    keys = KeyFile.parse((FOLDER / "vault.json").read_bytes())
    assert with_recovery(keys, expected["recovery"]) == vault_key


def test_every_new_table_has_something(expected: dict[str, Any]) -> None:
    new = {line.split()[2] for line in FORMAT_4.splitlines() if line.startswith("CREATE TABLE")}
    assert {table for table in new if expected["spaces"]["private"][table]} == new


def test_the_kinds_that_are_new_are_in_it(golden: Vault, expected: dict[str, Any]) -> None:
    (shared,) = (tables for name, tables in expected["spaces"].items() if name != "private")
    assert {row[4] for row in shared["entry"]} == {"meeting", "summary", "contribution", "approval"}
    with closing(golden.space(golden.spaces[1])) as space:
        (summary,) = search.page(space, Selection(kinds=frozenset({"summary"}))).entries
        assert [(part.kind, part.headline) for part in Entries(space).parts(summary.id)] == [
            ("contribution", "What I took from it."),
            ("approval", "A spring of chairing"),
        ]
        assert [entry.kind for entry in search.page(space, Selection(), "count ten").entries] == ["summary"]


def test_files_read_as_they_were_and_go_with_their_entry(golden: Vault) -> None:
    with closing(golden.space()) as space:
        kept = KeptFiles(space)
        gone, photo, pdf = kept.all()
        assert [(file.name, file.until) for file in (gone, photo, pdf)] == [
            ("gone.txt", ""),
            ("photo.png", "2031-05-02"),
            ("Bescheinigung für Kim.pdf", ""),
        ]
        assert tuple(kept.chunks(pdf)) == PIECES
        assert b"".join(kept.chunks(photo)) == PNG
        assert [file.name for file in kept.all(removed=True)] == ["notes.txt"]
        Entries(space).forget(pdf.entry, NOW)
        assert [file.name for file in kept.all()] == ["gone.txt"]
    assert check(golden).is_clean


def test_its_backup_can_be_restored(golden: Vault, tmp_path: Path, vault_key: bytes) -> None:
    ((_, path),) = automatic_backups(golden.folder)
    assert restore(path, tmp_path / "restored", lambda _: vault_key, NOW).entries == 6
    with closing(Vault.open(tmp_path / "restored", lambda _: vault_key)) as restored:
        for name in golden.spaces:
            for table in ("kept_file", "kept_chunk"):
                assert content(restored, name)[table] == content(golden, name)[table]
