"""Flipped bytes, cut files, lost and exchanged pages: nothing is silent, and damage is never a wrong passphrase."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.reliability.running import LONG
from tests.vault.vaults import add, new_vault, open_vault, overwrite, unlock

from peerlog.crypto import argon, slots
from peerlog.errors import Damaged, NewerFormat, PeerlogError, Refused, WrongPassphrase
from peerlog.vault import keyfile
from peerlog.vault.check import check
from peerlog.vault.connection import connect, translated
from peerlog.vault.keyfile import KeyFile
from peerlog.vault.soundness import damaged_pages, require_whole
from peerlog.vault.vault import Vault

PAGE = 4096
STRIDE = 1 if LONG else 61
"""Every how many bytes one of a space is flipped, beside some at the edges of pages; odd, so that all bits come by."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small vault, closed. Each test leaves it as it was."""
    folder = new_vault(tmp_path_factory.mktemp("damage") / "journal")
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        for number in range(12):
            add(space, f"entry {number} " + "words " * 40 + "end", tags=("one",))
    return folder


@pytest.fixture
def space_file(folder: Path) -> Iterator[Path]:
    """The file of that vault's space; what a test does to it is undone."""
    path = folder / "gen-1" / "private.db"
    before = path.read_bytes()
    yield path
    overwrite(path, before)


@pytest.fixture
def key(folder: Path) -> str:
    with closing(Vault.inspect(folder, unlock)) as vault:
        return vault.key("private")


def noticed(path: Path, key: str) -> bool:
    """Whether opening the space, or checking its pages, tells that it is damaged."""
    try:
        connection = connect(path, key)
    except Damaged:
        return True
    with closing(connection):
        return damaged_pages(connection) > 0


def offsets(size: int) -> Iterator[int]:
    for at in range(size):
        within = at % PAGE
        if at % STRIDE == 0 or at < 120 or (at // PAGE == 3 and within >= PAGE - 80):
            yield at


def test_every_flipped_byte_of_a_space(space_file: Path, key: str) -> None:
    flips = 0
    whole = space_file.read_bytes()
    with open(space_file, "r+b", buffering=0) as file:
        for at in offsets(len(whole)):
            file.seek(at)
            file.write(bytes([whole[at] ^ 1 << at % 8]))
            assert noticed(space_file, key), f"byte {at}"
            file.seek(at)
            file.write(whole[at : at + 1])
            flips += 1
    assert not noticed(space_file, key)
    assert flips > 1300
    print(f"{flips:,} bytes flipped")


def test_reading_damaged_entries_never_gives_other_words(space_file: Path, key: str) -> None:
    """Without any check: what is read is right, or reading fails."""
    with closing(connect(space_file, key)) as opened:
        right = opened.execute("SELECT pos, text FROM entry ORDER BY pos").fetchall()
    whole = space_file.read_bytes()
    for page in range(len(whole) // PAGE):
        for at in (0, 50, 2000, 4015, 4016, 4031, 4032, 4095):
            data = bytearray(whole)
            data[page * PAGE + at] ^= 0x10
            overwrite(space_file, data)
            try:
                with closing(connect(space_file, key)) as opened, translated(space_file):
                    assert opened.execute("SELECT pos, text FROM entry ORDER BY pos").fetchall() == right
            except Damaged:
                continue


def test_every_length_in_whole_pages(space_file: Path, key: str) -> None:
    whole = space_file.read_bytes()
    for pages in range(len(whole) // PAGE):
        overwrite(space_file, whole[: pages * PAGE])
        with pytest.raises(Damaged):
            require_whole(space_file, key)


def test_every_length_in_a_page(space_file: Path, key: str) -> None:
    whole = space_file.read_bytes()
    for length in [*range(1, 300, 7), *range(len(whole) - 5000, len(whole), 1 if LONG else 97)]:
        overwrite(space_file, whole[:length])
        with pytest.raises(Damaged):
            require_whole(space_file, key)


def test_every_page_lost_to_zeros(space_file: Path, key: str) -> None:
    whole = space_file.read_bytes()
    for page in range(len(whole) // PAGE):
        overwrite(space_file, whole[: page * PAGE] + bytes(PAGE) + whole[(page + 1) * PAGE :])
        with pytest.raises(Damaged):
            require_whole(space_file, key)


def test_pages_that_changed_places(space_file: Path, key: str) -> None:
    whole = space_file.read_bytes()
    pages = [whole[start : start + PAGE] for start in range(0, len(whole), PAGE)]
    for first in range(len(pages) - 1):
        mixed = pages.copy()
        mixed[first], mixed[first + 1] = mixed[first + 1], mixed[first]
        overwrite(space_file, b"".join(mixed))
        with pytest.raises(Damaged):
            require_whole(space_file, key)


def test_more_at_the_end_is_not_read(space_file: Path, key: str) -> None:
    whole = space_file.read_bytes()
    for more in (b"\0", os.urandom(100), bytes(PAGE), os.urandom(PAGE), whole[-PAGE:]):
        overwrite(space_file, whole + more)
        with closing(connect(space_file, key)) as opened:
            assert opened.execute("SELECT count(*) FROM entry").fetchall() == [(12,)]


PASSPHRASE = "correct horse battery staple"


@pytest.fixture(scope="module")
def with_passphrase(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault that a passphrase opens and recovery words too."""
    folder = new_vault(tmp_path_factory.mktemp("damage") / "journal")
    with closing(open_vault(folder)) as vault:
        vault.replace_slot(slots.seal_with_passphrase(vault.vault_key, PASSPHRASE, vault.id, argon.FLOOR))
    return folder


def by_passphrase(keys: KeyFile) -> bytes:
    slot = keys.slot("passphrase")
    assert slot is not None
    return slots.open_with_passphrase(slot, PASSPHRASE, keys.vault_id)


def test_every_flipped_byte_of_both_key_files(with_passphrase: Path) -> None:
    paths = [with_passphrase / keyfile.NAME, with_passphrase / keyfile.COPY_NAME]
    whole = paths[0].read_bytes()
    flips = [(at, bit) for at in range(len(whole)) for bit in range(8) if LONG or bit == at % 8]
    for at, bit in flips:
        damaged = whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :]
        for path in paths:
            overwrite(path, damaged)
        with pytest.raises((Damaged, NewerFormat, Refused)) as caught:
            Vault.open(with_passphrase, by_passphrase)
        assert not isinstance(caught.value, WrongPassphrase)
        assert caught.value.hint
    for path in paths:
        overwrite(path, whole)
    Vault.open(with_passphrase, by_passphrase).close()
    print(f"{len(flips):,} bits flipped")


@pytest.mark.parametrize("name", [keyfile.NAME, keyfile.COPY_NAME])
def test_every_flipped_byte_of_one_key_file_is_mended(with_passphrase: Path, name: str) -> None:
    vault_key = by_passphrase(keyfile.read(with_passphrase))
    whole = (with_passphrase / name).read_bytes()
    for at in range(0, len(whole), 1 if LONG else 23):
        overwrite(with_passphrase / name, whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with closing(Vault.open(with_passphrase, lambda _: vault_key)):
            assert (with_passphrase / name).read_bytes() == whole


def test_every_length_of_both_key_files(with_passphrase: Path) -> None:
    paths = [with_passphrase / keyfile.NAME, with_passphrase / keyfile.COPY_NAME]
    whole = paths[0].read_bytes()
    for length in range(len(whole)):
        for path in paths:
            overwrite(path, whole[:length])
        with pytest.raises(Damaged):
            Vault.open(with_passphrase, by_passphrase)
    for path in paths:
        overwrite(path, whole)


def test_a_slot_of_another_vault_is_damage_and_no_wrong_passphrase(with_passphrase: Path, tmp_path: Path) -> None:
    """The checksum can be made anew by whoever writes the file; what the slot is bound to cannot."""
    keys = keyfile.read(with_passphrase)
    for changed in (
        KeyFile("ab" * 16, 1, keys.slots),
        KeyFile(keys.vault_id, 1, (replaced(keys, nonce=bytes(12)), *keys.slots[:1])),
        KeyFile(keys.vault_id, 1, (replaced(keys, key=bytes(48)), *keys.slots[:1])),
        KeyFile(keys.vault_id, 1, (replaced(keys, cost=argon.Argon2Cost(64 * 1024, 3, 4), key=bytes(48)),)),
    ):
        keyfile.write(with_passphrase, changed)
        with pytest.raises(Damaged):
            Vault.open(with_passphrase, by_passphrase)
    keyfile.write(with_passphrase, keys)


def replaced(keys: KeyFile, **changes: object) -> slots.Slot:
    from dataclasses import replace

    slot = keys.slot("passphrase")
    assert slot is not None
    return replace(slot, **changes)  # type: ignore[arg-type]


def test_a_check_tells_what_open_does_not(folder: Path, space_file: Path) -> None:
    """A page that opening does not read: the journal opens, the check says that it is damaged."""
    data = bytearray(space_file.read_bytes())
    data[-PAGE * 2 + 500] ^= 1
    overwrite(space_file, data)
    with closing(Vault.inspect(folder, unlock)) as vault:
        assert any("is damaged" in finding.sentence for finding in check(vault).problems)


def test_all_errors_of_damage_have_a_hint(space_file: Path, folder: Path) -> None:
    for harm in (b"", bytes(PAGE), os.urandom(10 * PAGE)):
        overwrite(space_file, harm)
        with pytest.raises(PeerlogError) as caught:
            open_vault(folder)
        assert isinstance(caught.value, Damaged)
        assert "restore" in caught.value.hint
