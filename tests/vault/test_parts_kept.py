"""Parts survive whatever happens to the whole file: backup and restore, a new key, damage."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.vault.vaults import NOW, add, add_part, open_vault, overwrite, seal, unlock

from peerlog.domain.entry import Entry
from peerlog.domain.selection import Selection
from peerlog.vault import search
from peerlog.vault.backup import make_backup
from peerlog.vault.check import check
from peerlog.vault.entries import Entries
from peerlog.vault.rekey import rekey
from peerlog.vault.restore import restore
from peerlog.vault.salvage import salvaged
from peerlog.vault.vault import Vault

PAGE = 4096


@pytest.fixture
def full(folder: Path) -> Path:
    """A meeting with actions in two states, one item in the trash by itself, and a goal there with its check-in."""
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        entries = Entries(space)
        meeting = add(space, "meeting")
        for state in ("open", "done", "open"):
            add_part(space, meeting, text=f"{state}" + " words" * 300, state=state)
        entries.delete(add_part(space, meeting, "agenda-item", text="gone", position="V").id, NOW)
        goal = entries.add("goal", {**meeting.fields, "text": "goal", "state": "let-go"}, NOW)
        add_part(space, goal, "check-in", level=3)
        entries.delete(goal.id, "2026-11-21T23:00:00Z")
    return folder


def everything(vault: Vault) -> list[Entry]:
    with closing(vault.space()) as space:
        ids = [bytes(id_).hex() for (id_,) in space.rows("SELECT id FROM entry ORDER BY pos")]
        return Entries(space).with_ids(ids)


def restored(folder: Path, tmp_path: Path) -> Path:
    with closing(open_vault(folder)) as vault:
        backup = make_backup(vault, tmp_path / "b.tar")
    restore(backup, tmp_path / "restored", unlock, NOW)
    return tmp_path / "restored"


def rekeyed(folder: Path, tmp_path: Path) -> Path:
    with closing(open_vault(folder)) as vault:
        rekey(vault, seal)
    return folder


@pytest.mark.parametrize("moved", [restored, rekeyed])
def test_nothing_is_lost_and_all_is_found(full: Path, tmp_path: Path, moved: Callable[[Path, Path], Path]) -> None:
    with closing(open_vault(full)) as vault:
        before = everything(vault)
    with closing(open_vault(moved(full, tmp_path))) as vault:
        assert everything(vault) == before
        with closing(vault.space()) as space:
            [meeting] = search.page(space, Selection()).entries
            assert [part.state for part in Entries(space).parts(meeting.id)] == ["open", "done", "open"]
            still_open = Selection(parent=meeting.id, states=frozenset({"open"}))
            assert search.count(space, still_open) == 2
            trash = search.page(space, Selection(deleted=True)).entries
            assert [entry.text for entry in trash] == ["goal", "gone"]
            Entries(space).undelete(trash[0].id)
            assert [part.number("level") for part in Entries(space).parts(trash[0].id)] == [3]
        assert check(vault).problems == ()


def test_parts_are_salvaged_as_they_were_written(full: Path) -> None:
    with closing(open_vault(full)) as vault:
        before = {entry.id: entry for entry in everything(vault)}
    path = full / "gen-1" / "private.db"
    whole, most = path.read_bytes(), 0
    for start in range(PAGE, len(whole), PAGE):
        damaged = bytearray(whole)
        damaged[start + 100] ^= 1
        overwrite(path, damaged)
        with closing(Vault.inspect(full, unlock)) as vault:
            _, found = salvaged(vault.path("private"), vault.key("private"), "private")
        assert all(before[entry.id] == entry for entry in found)
        most = max(most, len(found))
    assert most == len(before) == 7
