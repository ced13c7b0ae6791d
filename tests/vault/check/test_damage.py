"""Damaged pages and files are told, with what can still be read."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from tests.vault.check.problems import problems
from tests.vault.vaults import unlock

from peerlog.errors import Damaged
from peerlog.vault.check import check
from peerlog.vault.connection import connect
from peerlog.vault.salvage import Salvage, salvage
from peerlog.vault.vault import Vault


def flip(path: Path, page: int, at: int = 100) -> None:
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 + at] ^= 1
    path.write_bytes(data)


def pages_of(folder: Path, table: str) -> list[int]:
    """The page numbers of a table's leaves, by trying which of them it, and not the whole file, cannot do without."""
    with closing(Vault.inspect(folder, unlock)) as vault:
        path, key = vault.path("private"), vault.key("private")
    whole = path.read_bytes()
    found = []
    for page in range(2, len(whole) // 4096 + 1):
        flip(path, page)
        with suppress(Damaged), closing(connect(path, key)) as opened:
            try:
                opened.execute(f"SELECT count(fields) FROM {table} NOT INDEXED").fetchall()
            except Exception:
                found.append(page)
        path.write_bytes(whole)
    return found


def test_damage_is_told_with_what_can_still_be_read(whole: Path) -> None:
    path = whole / "gen-1" / "private.db"
    leaves = pages_of(whole, "entry")[1:]
    assert len(leaves) > 4
    flip(path, leaves[2])
    before = path.read_bytes()
    with closing(Vault.inspect(whole, unlock)) as vault:
        found = salvage(path, vault.key("private"))
        (problem,) = check(vault).problems
    assert found is not None
    assert found.total == 33
    assert 20 < found.readable < 33
    assert problem.sentence == f"Private: its file is damaged; {found.readable} of its 33 entries can still be read."
    assert "auto-20261121T220000Z.tar” brings back the 33 entries of 2026-11-21T22:00:00Z." in problem.hint
    assert path.read_bytes() == before


def test_damage_elsewhere_than_in_entries(whole: Path) -> None:
    path = whole / "gen-1" / "private.db"
    flip(path, pages_of(whole, "version")[0])
    assert problems(whole) == [
        "Private: its file is damaged; all 33 entries can still be read, but not all that belongs to them."
    ]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda path: path.unlink(), "Private: its file private.db is missing."),
        (lambda path: path.write_bytes(b""), "Private: its file is damaged; no entry in it can be read."),
        (lambda path: flip(path, 1), "Private: its file is damaged; no entry in it can be read."),
        (lambda path: os.truncate(path, 8 * 4096), "Private: its file is damaged; no entry in it can be read."),
        (lambda path: os.truncate(path, 8 * 4096 + 7), "Private: its file is damaged; no entry in it can be read."),
    ],
    ids=["missing", "empty", "first page", "cut", "cut in a page"],
)
def test_a_space_that_does_not_open(whole: Path, harm: Callable[[Path], None], said: str) -> None:
    harm(whole / "gen-1" / "private.db")
    assert problems(whole) == [said]


def test_pages_overwritten_with_zeros_are_damage(whole: Path) -> None:
    path = whole / "gen-1" / "private.db"
    data = path.read_bytes()
    for page in range(2, len(data) // 4096 + 1, 5):
        path.write_bytes(data[: (page - 1) * 4096] + bytes(4096) + data[page * 4096 :])
        assert any("is damaged" in sentence for sentence in problems(whole)), page


def test_what_can_be_salvaged_by_the_table_when_the_index_is_gone(whole: Path) -> None:
    with closing(Vault.inspect(whole, unlock)) as vault:
        path, key = vault.path("private"), vault.key("private")
    with closing(connect(path, key)) as opened:
        root = opened.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_entry_1'").fetchall()
    flip(path, root[0][0])
    assert salvage(path, key) == Salvage(33, 33)


def test_nothing_to_salvage(whole: Path) -> None:
    with closing(Vault.inspect(whole, unlock)) as vault:
        path, key = vault.path("private"), vault.key("private")
    flip(path, 1)
    assert salvage(path, key) is None
