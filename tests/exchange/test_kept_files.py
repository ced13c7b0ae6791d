"""Files kept with shared entries: they never leave, and what somebody else erases takes none of one's own along."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.exchange.meeting import Peer, exchange, join_device, people, settle

from peerlog.domain.kept_file import KeptFile
from peerlog.domain.selection import Selection
from peerlog.exchange.sending import Sender
from peerlog.journal import evidence
from peerlog.journal.evidence_export import evidence_of
from peerlog.vault.check import check


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7 signed by hand")
    return path


def files(peer: Peer) -> list[KeptFile]:
    return evidence.all_files(peer.journal, in_trash=True)


def test_one_that_is_kept_makes_nothing_leave(pair: tuple[Peer, Peer], scan: Path) -> None:
    kim, sam = pair
    note = kim.write("note", text="A visit")
    exchange(kim, sam)
    (file,) = evidence.keep(kim.journal, note, scan)
    assert (file.space, file.with_whom) == (kim.space.name, "Sam")
    assert not list(Sender(kim.space, kim.now).leaving())
    exchange(kim, sam)
    assert (files(kim), files(sam)) == ([file], [])
    kim.journal.entries.delete(note)
    exchange(kim, sam)
    assert files(kim) == [file]


def test_what_somebody_else_erases_leaves_the_file(pair: tuple[Peer, Peer], scan: Path) -> None:
    kim, sam = pair
    note = sam.write("note", text="Better not said.")
    exchange(kim, sam)
    (file,) = evidence.keep(kim.journal, note, scan)
    sam.journal.entries.forget(note)
    exchange(kim, sam)
    assert kim.journal.entries.find(note) is None
    assert files(kim) == [file]
    assert evidence.entry_of(kim.journal, file) is None
    assert evidence_of(kim.journal, Selection()) == [file]
    assert check(kim.journal.vault).is_clean
    evidence.erase(kim.journal, file.id)
    assert files(kim) == []


def test_what_one_erases_oneself_takes_it_along_on_every_device(
    pair: tuple[Peer, Peer], empty_vault: Path, tmp_path: Path, scan: Path
) -> None:
    kim, sam = pair
    with people(empty_vault, tmp_path / "laptop", "Kim") as (laptop,):
        join_device(kim, laptop)
        note = kim.write("note", text="Better not said.")
        settle(kim, sam, laptop)
        evidence.keep(laptop.journal, note, scan)
        kim.journal.entries.forget(note)
        settle(kim, sam, laptop)
        assert laptop.journal.entries.find(note) is None
        assert files(laptop) == []
