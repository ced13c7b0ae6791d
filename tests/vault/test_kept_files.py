"""Files that are kept: in pieces, verified when they are read, with their entry as long as it is there."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from tests.vault.vaults import LATER, NOW, add, add_circle, add_part, plain, seal, texts, undone, unlock

from peerlog.errors import BadInput, Damaged, Refused
from peerlog.vault.backup import fresh_after
from peerlog.vault.check import check
from peerlog.vault.entries import Entries
from peerlog.vault.kept_files import CHUNK, KeptFiles
from peerlog.vault.received import erase_received
from peerlog.vault.rekey import rekey
from peerlog.vault.restore import restore
from peerlog.vault.space import Space
from peerlog.vault.vault import Vault

CONTENT = os.urandom(2 * CHUNK + 77)
PIECES = [CONTENT[at : at + CHUNK] for at in range(0, len(CONTENT), CHUNK)]


@pytest.fixture
def kept(space: Space) -> KeptFiles:
    return KeptFiles(space)


def keep(kept: KeptFiles, entry: str, name: str = "scan.pdf", until: str = "") -> str:
    return kept.keep(entry, name, "application/pdf", PIECES, NOW, until=until).id


def test_what_is_read_is_what_was_kept(space: Space, kept: KeptFiles) -> None:
    entry = add(space, "a course").id
    file = kept.get(keep(kept, entry, until="2031-11-17"))
    assert (file.entry, file.name, file.media, file.size) == (entry, "scan.pdf", "application/pdf", len(CONTENT))
    assert (file.chunks, file.added, file.until, file.removed) == (3, NOW, "2031-11-17", "")
    assert file.sha256 == sha256(CONTENT).hexdigest()
    assert b"".join(kept.chunks(file)) == CONTENT
    assert kept.of(entry) == kept.all() == [file]
    assert kept.sizes() == (1, len(CONTENT))
    assert kept.set_until(file.id, "").until == ""
    assert not any(piece[:64] in space.path.read_bytes() for piece in PIECES), "it is in clear on the disk"


def test_one_that_breaks_off_is_not_kept(space: Space, kept: KeptFiles) -> None:
    entry = add(space, "a course").id

    def pieces() -> object:
        yield PIECES[0]
        raise Refused("It changed.")

    with pytest.raises(Refused, match="changed"):
        kept.keep(entry, "scan.pdf", "application/pdf", pieces(), NOW)  # type: ignore[arg-type]
    with undone(space):
        keep(kept, entry)
    assert kept.all() == []
    assert space.rows("SELECT count(*) FROM kept_chunk") == [(0,)]


def test_ids_can_be_shortened(space: Space, kept: KeptFiles) -> None:
    id_ = keep(kept, add(space, "a course").id)
    assert kept.beginning_with(id_[:6].upper()) == kept.beginning_with(id_) == [id_]
    for wrong in ("abc", "xyzw", "a" * 33, ""):
        with pytest.raises(BadInput):
            kept.beginning_with(wrong)
    with pytest.raises(Refused, match="There is no file"):
        kept.get("ab" * 16)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE kept_chunk SET data = CAST(data || x'00' AS BLOB) WHERE number = 2",
        "UPDATE kept_chunk SET data = zeroblob(length(data)) WHERE number = 3",
        "DELETE FROM kept_chunk WHERE number = 3",
        "UPDATE kept_file SET chunks = 2",
        "UPDATE kept_file SET sha256 = zeroblob(32)",
    ],
)
def test_what_is_not_as_it_was_stored_is_told(vault: Vault, space: Space, kept: KeptFiles, damage: str) -> None:
    file = kept.get(keep(kept, add(space, "a course").id))
    assert check(vault).is_clean
    with space.write():
        space.run(damage)
    with pytest.raises(Damaged, match=r"“scan\.pdf” is not what was stored"):
        list(kept.chunks(kept.get(file.id)))
    (problem,) = check(vault).problems
    assert problem.sentence == "Private: the kept file “scan.pdf” is not what was stored."


def test_one_that_is_erased_meanwhile_is_told(space: Space, kept: KeptFiles) -> None:
    file = kept.get(keep(kept, add(space, "a course").id))
    pieces = kept.chunks(file)
    next(pieces)
    kept.erase((file.id,))
    with pytest.raises(Refused, match="erased meanwhile"):
        next(pieces)


def test_a_file_without_its_entry_and_pieces_without_a_file_are_told(vault: Vault, space: Space) -> None:
    keep(KeptFiles(space), "ab" * 32)
    with space.write():
        space.run("INSERT INTO kept_chunk VALUES (zeroblob(16), 1, x'00')")
    assert [problem.sentence for problem in check(vault).problems] == [
        "Private: the entry of 1 kept file is not there.",
        "Private: pieces of a file that is not there take room.",
    ]


def test_it_goes_to_the_trash_and_comes_back_with_its_entry(vault: Vault, space: Space, kept: KeptFiles) -> None:
    entries, entry = Entries(space), add(space, "a course")
    id_ = keep(kept, entry.id)
    entries.delete(entry.id, NOW)
    assert check(vault).is_clean
    entries.undelete(entry.id)
    assert [file.id for file in kept.of(entry.id)] == [id_]
    entries.save(entry.id, "note", {**entry.fields, "when": "2025-01-01T10:00:00+00:00"}, NOW)
    assert [file.id for file in kept.of(entry.id)] == [id_]


def test_a_removed_one_can_be_brought_back(space: Space, kept: KeptFiles) -> None:
    entry = add(space, "a course").id
    id_ = keep(kept, entry)
    assert kept.set_removed(id_, NOW).removed == NOW
    assert (kept.of(entry), kept.all()) == ([], [])
    assert [file.id for file in kept.of(entry, removed=True)] == [file.id for file in kept.all(removed=True)] == [id_]
    assert kept.set_removed(id_, None) == kept.of(entry)[0]


@pytest.mark.parametrize("how", ["file", "entry", "whole", "removed"])
def test_what_is_erased_is_nowhere_in_the_pages(vault: Vault, how: str) -> None:
    name, words = "aqxzvname.txt", b"bqxzvwords " * 40_000
    with closing(vault.space()) as space:
        kept, meeting = KeptFiles(space), add(space, "a meeting")
        part = add_part(space, meeting)
        file = kept.keep(part.id, name, "text/plain", [words[:CHUNK], words[CHUNK:]], NOW)
        stays = keep(kept, add(space, "a course").id)
        if how == "removed":
            kept.set_removed(file.id, NOW)
        if how == "file":
            kept.erase((file.id,))
        else:
            Entries(space).forget(part.id if how == "entry" else meeting.id, NOW)
        assert [each.id for each in kept.all()] == [stays]
    pages = plain(vault)
    assert b"qxzv" not in pages
    assert check(vault).is_clean


def test_what_somebody_else_forgets_leaves_it_here(vault: Vault, space: Space, kept: KeptFiles) -> None:
    entry = add(space, "minutes").id
    id_ = keep(kept, entry)
    with space.write():
        assert erase_received(space, entry, NOW, with_files=False)
    assert [file.id for file in kept.all()] == [id_]
    assert check(vault).is_clean
    kept.erase((id_,))
    assert kept.all() == []


def test_backups_and_new_keys_take_it_along(vault: Vault, tmp_path: Path) -> None:
    add_circle(vault)
    kept = {}
    for name in vault.spaces:
        with closing(vault.space(name)) as space:
            kept[name] = keep(KeptFiles(space), add(space, "a course").id)
    rekey(vault, seal)
    fresh_after(vault, "rekey", LATER)
    (backup,) = (vault.folder / "backups").glob("*.tar")
    restore(backup, tmp_path / "restored", unlock, NOW)
    with closing(Vault.open(tmp_path / "restored", unlock)) as restored:
        assert texts(restored) == ["a course"]
        for name, id_ in kept.items():
            with closing(restored.space(name)) as space:
                assert b"".join(KeptFiles(space).chunks(KeptFiles(space).get(id_))) == CONTENT


def test_a_stranger_reads_it_from_the_space_in_clear(vault: Vault, tmp_path: Path) -> None:
    with closing(vault.space()) as space:
        id_ = keep(KeptFiles(space), add(space, "a course").id)
    (tmp_path / "plain.db").write_bytes(plain(vault))
    with closing(sqlite3.connect(tmp_path / "plain.db")) as opened:
        found = opened.execute(f"SELECT hex(data) FROM kept_chunk WHERE file = x'{id_}' ORDER BY number").fetchall()
    assert b"".join(bytes.fromhex(data) for (data,) in found) == CONTENT
