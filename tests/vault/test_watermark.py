"""An older copy of the journal that was put back is told from the newest."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from tests.vault.vaults import CIRCLE, NOW, add, add_circle, open_vault, put_back, seal, snapshot, unlock

from peerlog.vault import rekey, watermark
from peerlog.vault.backup import make_backup
from peerlog.vault.check import check
from peerlog.vault.restore import restore


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def write(folder: Path, state: Path, name: str = "private") -> None:
    """Open, write once, note how far it is, and close."""
    with closing(open_vault(folder)) as vault:
        with closing(vault.space(name)) as space:
            add(space, "something")
        watermark.keep(vault, state)


def compared(folder: Path, state: Path) -> tuple[str, str]:
    with closing(open_vault(folder)) as vault:
        found = watermark.compare(vault, state)
        assert found in check(vault, state).findings
    return found.severity, found.sentence


def test_all_is_well_while_only_peerlog_writes(folder: Path, state: Path) -> None:
    assert compared(folder, state)[0] == "note"
    for _ in range(3):
        write(folder, state)
        assert compared(folder, state) == ("ok", "The journal is as far as this machine has seen it.")


def test_writing_without_noting_it_is_no_reason_to_worry(folder: Path, state: Path) -> None:
    write(folder, state)
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        add(space, "after a crash")
    assert compared(folder, state)[0] == "ok"


def test_an_older_file_put_back_is_told(folder: Path, state: Path) -> None:
    write(folder, state)
    before = snapshot(folder)
    write(folder, state)
    write(folder, state)
    put_back(folder, before)
    assert compared(folder, state) == (
        "problem",
        "This is an older copy of the journal: 2 changes that it had are missing.",
    )


def test_the_warning_stays_until_it_is_answered(folder: Path, state: Path) -> None:
    write(folder, state)
    before = snapshot(folder)
    write(folder, state)
    write(folder, state)
    put_back(folder, before)
    with closing(open_vault(folder)) as vault:
        watermark.keep(vault, state)
    assert compared(folder, state)[0] == "problem"
    with closing(open_vault(folder)) as vault:
        watermark.reset(vault, state)
    assert compared(folder, state)[0] == "ok"


def test_an_older_file_of_a_partnership_or_none_is_told(folder: Path, state: Path) -> None:
    with closing(open_vault(folder)) as vault:
        add_circle(vault)
    write(folder, state, CIRCLE)
    before = snapshot(folder)
    write(folder, state, CIRCLE)
    put_back(folder, before)
    assert "1 change that it had is missing" in compared(folder, state)[1]
    (folder / "gen-1" / "circles" / f"{CIRCLE}.db").unlink()
    assert "a file that was there is gone" in compared(folder, state)[1]
    with closing(open_vault(folder)) as vault:
        watermark.keep(vault, state)
    assert "a file that was there is gone" in compared(folder, state)[1]


def test_a_journal_from_before_a_rekey_is_told(folder: Path, state: Path) -> None:
    write(folder, state)
    before = snapshot(folder)
    with closing(open_vault(folder)) as vault:
        rekey.rekey(vault, seal)
        watermark.keep(vault, state)
    assert compared(folder, state)[0] == "ok"
    put_back(folder, before)
    severity, sentence = compared(folder, state)
    assert severity == "problem"
    assert "its keys are from before they were last changed" in sentence
    with closing(open_vault(folder)) as vault:
        watermark.keep(vault, state)
    assert compared(folder, state)[0] == "problem"


def test_a_rekey_that_was_not_noted_is_no_reason_to_worry(folder: Path, state: Path) -> None:
    write(folder, state)
    with closing(open_vault(folder)) as vault:
        rekey.rekey(vault, seal)
    assert compared(folder, state)[0] == "note"
    write(folder, state)
    assert compared(folder, state)[0] == "ok"


def test_restoring_a_backup_and_resetting(folder: Path, state: Path, tmp_path: Path) -> None:
    write(folder, state)
    with closing(open_vault(folder)) as vault:
        made = make_backup(vault, tmp_path / "b.tar")
    for _ in range(3):
        write(folder, state)
    restore(made, folder, unlock, NOW, replace=True)
    assert compared(folder, state)[0] == "problem"
    with closing(open_vault(folder)) as vault:
        watermark.reset(vault, state)
    assert compared(folder, state)[0] == "ok"


def test_every_flipped_byte_of_a_mark_is_noticed_and_costs_nothing(folder: Path, state: Path) -> None:
    write(folder, state)
    with closing(open_vault(folder)) as vault:
        path = watermark.mark_path(vault.id, state)
        whole = path.read_bytes()
        for at in range(len(whole)):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            assert watermark.compare(vault, state).severity != "ok", at
        for length in range(len(whole)):
            path.write_bytes(whole[:length])
            assert watermark.compare(vault, state).severity == "note", length
        watermark.keep(vault, state)
        assert watermark.compare(vault, state).severity == "ok"


def test_a_mark_of_another_journal_says_nothing(folder: Path, state: Path, tmp_path: Path) -> None:
    from tests.vault.vaults import new_vault

    other = new_vault(tmp_path / "other")
    write(folder, state)
    write(other, state)
    with closing(open_vault(folder)) as one, closing(open_vault(other)) as two:
        first, second = watermark.mark_path(one.id, state), watermark.mark_path(two.id, state)
        assert first != second
        second.write_bytes(first.read_bytes())
        assert watermark.compare(two, state).severity == "note"


def test_a_mark_tells_nothing_to_others(folder: Path, state: Path) -> None:
    write(folder, state)
    (path,) = (state / watermark.FOLDER).iterdir()
    with closing(open_vault(folder)) as vault:
        assert vault.id not in path.name
        assert vault.id.encode() not in path.read_bytes()
    assert b"private" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
