"""Whatever a check counts as readable is what a salvage brings back, as it was written."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.vault.vaults import NOW, add, fields, new_vault, open_vault, overwrite, unlock

from peerlog.domain.entry import PRIVATE, Entry
from peerlog.errors import PeerlogError
from peerlog.vault.check import check
from peerlog.vault.entries import Entries
from peerlog.vault.salvage import _readable, salvaged
from peerlog.vault.vault import Vault

PAGE = 4096
_COUNTED = re.compile(
    r"Private: its file is damaged; (?:all )?(?P<readable>\d+) (?:of its (?P<total>\d+) )?entries can still be read"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small vault of some pages of entries, closed. Each test leaves it as it was."""
    folder = new_vault(tmp_path_factory.mktemp("salvage") / "journal")
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        entries = Entries(space)
        for number in range(9):
            add(space, f"entry {number} " + "words " * 150 + "end", title=f"Title {number}", tags=("one",))
        long = entries.add("note", fields("long " * 3000 + "end"), NOW)  # reaches over more than one page
        entries.save(long.id, "note", fields("longer " * 3000 + "end"), NOW)
        entries.delete(add(space, "in the trash").id, NOW)
    return folder


@pytest.fixture
def space_file(folder: Path) -> Iterator[Path]:
    path = folder / "gen-1" / "private.db"
    before = path.read_bytes()
    yield path
    overwrite(path, before)


@pytest.fixture
def written(folder: Path) -> dict[str, Entry]:
    """The entries by their ids, as they are."""
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        ids = [bytes(id_).hex() for (id_,) in space.rows("SELECT id FROM entry")]
        return {id_: Entries(space).get(id_) for id_ in ids}


def brought_back(folder: Path, written: dict[str, Entry]) -> tuple[int, int, str | None]:
    """How many entries are salvaged, each as it was written, of how many, and what a check says of the damage."""
    with closing(Vault.inspect(folder, unlock)) as vault:
        total, entries = salvaged(vault.path(PRIVATE), vault.key(PRIVATE), PRIVATE)
        said = [each for each in check(vault).problems if "is damaged" in each.sentence]
    assert len({entry.id for entry in entries}) == len(entries) <= total
    assert all(written[entry.id] == entry for entry in entries)
    for each in said:
        assert ("--salvage" in each.hint) == bool(entries)
    return len(entries), total, said[0].sentence if said else None


def require_agreement(found: int, total: int, sentence: str | None, page: int) -> None:
    """The check counts by itself, without reading the entries, and says the same two numbers."""
    assert sentence, f"page {page}: nothing said"
    match = _COUNTED.match(sentence)
    counted = (int(match["readable"]), int(match["total"] or match["readable"])) if match else (0, total)
    assert counted == (found, total), f"page {page}: {sentence}, salvaged {found} of {total}"


PLACES = (0, 2000, PAGE - 1)


@pytest.mark.parametrize("places", [PLACES, *(pytest.param((at,), marks=pytest.mark.long) for at in PLACES)], ids=str)
def test_a_flipped_byte_in_every_page(
    folder: Path, space_file: Path, written: dict[str, Entry], places: tuple[int, ...]
) -> None:
    """At one of these places in each page, in turn."""
    whole = space_file.read_bytes()
    counts = []
    for page in range(len(whole) // PAGE):
        data = bytearray(whole)
        data[page * PAGE + places[page % len(places)]] ^= 0x21
        overwrite(space_file, data)
        found, total, sentence = brought_back(folder, written)
        require_agreement(found, total, sentence, page)
        counts.append(found)
    assert counts[0] == 0  # the first page holds what every other is found by
    assert sorted(counts)[len(counts) // 2] == len(written) == 11
    assert [count for count in counts[1:] if count < 11]


def test_every_page_lost_to_zeros(folder: Path, space_file: Path, written: dict[str, Entry]) -> None:
    whole = space_file.read_bytes()
    for page in range(len(whole) // PAGE):
        overwrite(space_file, whole[: page * PAGE] + bytes(PAGE) + whole[(page + 1) * PAGE :])
        found, total, sentence = brought_back(folder, written)
        require_agreement(found, total, sentence, page)


def test_several_pages_at_once(folder: Path, space_file: Path, written: dict[str, Entry]) -> None:
    whole = space_file.read_bytes()
    pages = len(whole) // PAGE
    for step in range(2, 8):
        data = bytearray(whole)
        for page in range(1 + step, pages, step):
            data[page * PAGE + 100] ^= 1
        overwrite(space_file, data)
        found, total, sentence = brought_back(folder, written)
        require_agreement(found, total, sentence, step)


@pytest.mark.parametrize("cut", [1, PAGE, 10 * PAGE])
def test_a_file_that_ends_too_early(folder: Path, space_file: Path, written: dict[str, Entry], cut: int) -> None:
    os.truncate(space_file, space_file.stat().st_size - cut)
    try:
        found, total, sentence = brought_back(folder, written)
    except PeerlogError as error:
        pytest.fail(f"not told as a finding: {error}")
    require_agreement(found, total, sentence, cut)


def test_entries_on_both_sides_of_lost_pages_without_the_index_of_ids(
    folder: Path, space_file: Path, written: dict[str, Entry]
) -> None:
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        index = space.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_entry_1'")[0][0]
    whole = space_file.read_bytes()
    most = []
    for page in range(1, len(whole) // PAGE):
        data = bytearray(whole)
        data[(index - 1) * PAGE + 100] ^= 1
        if page != index - 1:
            data[page * PAGE + 100] ^= 1
        overwrite(space_file, data)
        found, total, sentence = brought_back(folder, written)
        require_agreement(found, total, sentence, page)
        most.append(found)
    assert sum(0 < count < 11 for count in most) >= 2


def test_whatever_can_be_read_at_its_place_is_found_between_lost_pages_too(tmp_path: Path) -> None:
    folder = new_vault(tmp_path / "journal")
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        for day in range(1, 31):
            add(space, "words " * 200, when=f"2026-09-{day:02}T10:00:00+00:00")
        positions = [int(pos) for (pos,) in space.rows("SELECT pos FROM entry")]
    path = folder / "gen-1" / "private.db"
    whole = path.read_bytes()
    for trial in range(12):
        data = bytearray(whole)
        for page in random.Random(trial).sample(range(1, len(whole) // PAGE), 5):
            data[page * PAGE + 100] ^= 1
        overwrite(path, data)
        with closing(Vault.inspect(folder, unlock)) as vault:
            key = vault.key(PRIVATE)
            readable = list(_readable(path, key, PRIVATE, positions))
            _, entries = salvaged(path, key, PRIVATE)
        assert {entry.id for entry in entries} == {entry.id for entry in readable}, trial
