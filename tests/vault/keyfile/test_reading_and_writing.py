"""vault.json and its copy: damage is never silent, and never a wrong passphrase."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.vault.keyfile.examples import FIRST, NAMES, NEXT_GENERATION, broken, members, put, signed, state

from peerlog.errors import Damaged, NewerFormat, Refused
from peerlog.vault import keyfile, private_places
from peerlog.vault.keyfile import COPY_NAME, NAME


def test_both_files_are_written_privately(journal: Path) -> None:
    assert state(journal) == (FIRST, False, False)
    assert {(journal / name).read_bytes() for name in NAMES} == {FIRST.to_bytes()}
    assert sorted(path.name for path in journal.iterdir()) == ["gen-1", *NAMES]


def emptied(path: Path) -> None:
    put(path, b"")


def grown(path: Path) -> None:
    put(path, path.read_bytes() + b" " * keyfile.LIMIT)


def removed(path: Path) -> None:
    path.unlink()


SPOIL = pytest.mark.parametrize("spoil", [broken, emptied, grown, removed])


@SPOIL
def test_the_copy_stands_in_for_a_spoilt_file(journal: Path, spoil: Callable[[Path], None]) -> None:
    spoil(journal / NAME)
    assert state(journal) == (FIRST, True, False)
    keyfile.write(journal, keyfile.read(journal))
    assert state(journal) == (FIRST, False, False)


@SPOIL
def test_a_spoilt_copy_is_noticed(journal: Path, spoil: Callable[[Path], None]) -> None:
    spoil(journal / COPY_NAME)
    assert state(journal) == (FIRST, False, True)
    keyfile.write(journal, keyfile.read(journal))
    assert state(journal) == (FIRST, False, False)


def test_reading_writes_nothing(journal: Path) -> None:
    broken(journal / NAME)
    before = {path: path.stat().st_mtime_ns for path in journal.iterdir()}
    keyfile.read(journal)
    assert {path: path.stat().st_mtime_ns for path in journal.iterdir()} == before


@pytest.mark.parametrize(
    ("main", "copy", "sentence"),
    [
        (broken, broken, "vault.json is damaged and vault.json.copy is damaged"),
        (broken, removed, "vault.json is damaged and vault.json.copy is missing"),
        (removed, emptied, "vault.json is missing and vault.json.copy is damaged"),
    ],
)
def test_both_spoilt_is_told_by_name_with_what_can_be_done(
    journal: Path, main: Callable[[Path], None], copy: Callable[[Path], None], sentence: str
) -> None:
    main(journal / NAME)
    copy(journal / COPY_NAME)
    with pytest.raises(Damaged, match=sentence) as damage:
        keyfile.read(journal)
    assert "peerlog restore" in damage.value.hint
    assert damage.value.exit_code == 4


def test_no_journal_at_all_is_told_as_that(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(Refused, match="There is no journal in") as refusal:
            keyfile.read(folder)
        assert "peerlog init" in refusal.value.hint


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_file_that_is_not_private_is_refused_and_not_taken_for_damage(journal: Path, name: str) -> None:
    (journal / name).chmod(0o644)
    with pytest.raises(Refused, match=f"get at .*{name} "):
        keyfile.read(journal)


def test_a_newer_file_is_not_given_up_for_an_older_copy(journal: Path) -> None:
    put(journal / NAME, signed(members(version=2)))
    with pytest.raises(NewerFormat):
        keyfile.read(journal)


def test_a_newer_copy_of_a_spoilt_file_is_named(journal: Path) -> None:
    put(journal / COPY_NAME, signed(members(version=2)))
    assert state(journal) == (FIRST, False, True)
    broken(journal / NAME)
    with pytest.raises(NewerFormat):
        keyfile.read(journal)


def test_a_copy_whose_generation_is_gone_is_damage(journal: Path) -> None:
    put(journal / NAME, NEXT_GENERATION.to_bytes())
    private_places.make_private_dir(keyfile.generation_dir(journal, 2))
    keyfile.generation_dir(journal, 1).rmdir()
    assert state(journal) == (NEXT_GENERATION, False, True)
    broken(journal / NAME)
    with pytest.raises(Damaged, match="its copy is from before the last `peerlog rekey`"):
        keyfile.read(journal)


def test_a_copy_whose_generation_is_there_is_used(journal: Path) -> None:
    put(journal / NAME, NEXT_GENERATION.to_bytes())
    private_places.make_private_dir(keyfile.generation_dir(journal, 2))
    broken(journal / NAME)
    assert state(journal) == (FIRST, True, False)
