"""Torn pages are told apart: in use they are damage, unused they are what a power cut may leave."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from tests.vault.vaults import add, new_vault, open_vault, texts

from peerlog.crypto import argon, slots
from peerlog.domain.entry import Draft
from peerlog.errors import Damaged
from peerlog.vault.check import check
from peerlog.vault.connection import connect
from peerlog.vault.drafts import Drafts
from peerlog.vault.rekey import rekey
from peerlog.vault.soundness import page_faults

PAGE = 4096


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journal with an entry and some unused pages."""
    folder = new_vault(tmp_path / "journal")
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        add(space, "kept")
        Drafts(space).keep(Draft("long", "note", {"text": "word " * 8000}, "2026-11-21T09:00:00Z"))
        Drafts(space).drop("long")
    return folder


def faults_when_flipped(folder: Path, page: int) -> tuple[int, int]:
    with closing(open_vault(folder)) as vault:
        path, key = vault.path("private"), vault.key("private")
    whole = path.read_bytes()
    torn = bytearray(whole)
    torn[page * PAGE + 100] ^= 1
    path.write_bytes(torn)
    try:
        with closing(connect(path, key)) as connection:
            return page_faults(connection)
    except Damaged:
        return 1, 0  # it holds the names of the tables, without which nothing opens
    finally:
        path.write_bytes(whole)


def test_every_page_is_either_in_use_or_not(folder: Path) -> None:
    pages = (folder / "gen-1" / "private.db").stat().st_size // PAGE
    found = [faults_when_flipped(folder, page) for page in range(1, pages)]
    assert set(found) == {(1, 0), (0, 1)}
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        unused = space.rows("PRAGMA freelist_count")[0][0]
    # The pages that list the unused ones are in use themselves.
    assert unused - 2 <= found.count((0, 1)) < unused


def test_a_torn_unused_page_is_no_damage_and_no_obstacle(folder: Path) -> None:
    path = folder / "gen-1" / "private.db"
    pages = path.stat().st_size // PAGE
    page = next(page for page in range(1, pages) if faults_when_flipped(folder, page) == (0, 1))
    data = bytearray(path.read_bytes())
    data[page * PAGE + 100] ^= 1
    path.write_bytes(data)
    with closing(open_vault(folder)) as vault:
        assert check(vault).is_clean
        rekey(
            vault,
            lambda key, id_: slots.seal_with_passphrase(key, "velvet harbor lantern mosaic", id_, argon.FLOOR),
        )
        assert texts(vault) == ["kept"]


def test_a_page_of_zeros_counts_as_damage(folder: Path) -> None:
    path = folder / "gen-1" / "private.db"
    data = bytearray(path.read_bytes())
    data[5 * PAGE : 6 * PAGE] = bytes(PAGE)
    with closing(open_vault(folder)) as vault:
        key = vault.key("private")
    path.write_bytes(data)
    with closing(connect(path, key)) as connection:
        assert page_faults(connection) == (1, 0)
