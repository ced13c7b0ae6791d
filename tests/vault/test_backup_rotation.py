"""The automatic backups: when one is made, and which make way."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from tests.vault.backed_up import DAY, names, write
from tests.vault.vaults import CIRCLE, LATER, NOW, add, add_circle, open_vault, texts, unlock

from peerlog.errors import Busy
from peerlog.vault.backup import Reason, automatic, automatic_backups, fresh_after, make_backup
from peerlog.vault.copies import BACKUP, EXPORT, CopyMade, record_copy
from peerlog.vault.entries import Entries
from peerlog.vault.exclusion import BACKUPS, Hold
from peerlog.vault.restore import restore
from peerlog.vault.vault import Vault


def test_the_day_s_backup_is_made_when_something_was_written(vault: Vault) -> None:
    assert automatic(vault, LATER) is None
    write(vault, "first")
    first = automatic(vault, LATER)
    assert first is not None
    assert first.name == "auto-20261121T220000Z.tar"
    write(vault, "second")
    assert automatic(vault, LATER + DAY - timedelta(seconds=1)) is None
    second = automatic(vault, LATER + DAY)
    assert second is not None
    assert automatic(vault, LATER + 3 * DAY) is None  # nothing was written since
    write(vault, "third")
    assert automatic(vault, LATER + 3 * DAY) is not None
    assert len(automatic_backups(vault.folder)) == 3


def test_writing_in_any_space_counts(vault: Vault) -> None:
    add_circle(vault)
    write(vault, "first")
    assert automatic(vault, LATER)
    write(vault, "shared", CIRCLE)
    assert automatic(vault, LATER + 2 * DAY)
    assert automatic(vault, LATER + 4 * DAY) is None


def test_a_clock_that_was_ahead_does_not_stop_backups(vault: Vault) -> None:
    write(vault, "first")
    assert automatic(vault, LATER + timedelta(days=4000))
    write(vault, "second")
    assert automatic(vault, LATER)


def test_when_all_are_gone_one_is_made_again(vault: Vault) -> None:
    write(vault, "first")
    path = automatic(vault, LATER)
    assert path is not None
    path.unlink()
    path.parent.rmdir()
    assert automatic(vault, LATER + timedelta(seconds=1)) is not None


def test_a_year_of_use_keeps_few(vault: Vault) -> None:
    made = []
    folder = vault.folder / "backups"
    for day in range(1, 320):
        name = f"auto-{(LATER - day * DAY).strftime('%Y%m%dT%H%M%SZ')}.tar"
        (folder / name).write_bytes(b"an earlier one")
        made.append(name)
    (folder / "auto-20269999T999999Z.tar").write_bytes(b"no time at all")
    (folder / "mine.tar").write_bytes(b"the user's own")
    write(vault, "first")
    path = automatic(vault, LATER)
    assert path is not None
    left = names(vault)
    assert path.name in left
    assert {"mine.tar", "auto-20269999T999999Z.tar"} <= set(left)
    assert len(set(left) & set(made)) == 6 + 2 + 10  # days, weeks, months


def test_another_process_at_it_is_enough(vault: Vault, tmp_path: Path) -> None:
    write(vault, "first")
    with Hold.exclusive(vault.folder, BACKUPS):
        assert automatic(vault, LATER) is None
        with pytest.raises(Busy, match="making a backup"):
            make_backup(vault, tmp_path / "b.tar")


def test_what_a_crash_left_is_cleared_away(vault: Vault, tmp_path: Path) -> None:
    (vault.folder / "backups" / ".work-1234").mkdir(mode=0o700)
    (vault.folder / "backups" / ".work-1234" / "copy.db").write_bytes(b"half")
    (vault.folder / "backups" / ".auto-20260101T000000Z.tar.12.new").write_bytes(b"half")
    (tmp_path / ".b.tar.12.new").write_bytes(b"half")
    make_backup(vault, tmp_path / "b.tar")
    assert names(vault) == []
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["b.tar"]


def test_after_a_forget_no_automatic_backup_has_the_words(vault: Vault, tmp_path: Path) -> None:
    with closing(vault.space()) as space:
        id_ = add(space, "to be forgotten").id
        add(space, "to be kept")
        assert automatic(vault, LATER)
        make_backup(vault, tmp_path / "exported.tar")
        record_copy(space, BACKUP, tmp_path / "exported.tar", NOW)
        record_copy(space, EXPORT, tmp_path / "year.md", "2026-11-22T00:00:00Z")
        Entries(space).forget(id_, NOW)
        copies = fresh_after(vault, "forget", LATER + timedelta(hours=1))
    assert copies == [
        CopyMade("2026-11-22T00:00:00Z", EXPORT, tmp_path / "year.md"),
        CopyMade(NOW, BACKUP, tmp_path / "exported.tar"),
    ]
    assert names(vault) == ["auto-20261121T230000Z.tar"]
    restore(vault.folder / "backups" / names(vault)[0], tmp_path / "restored", unlock, NOW)
    with closing(open_vault(tmp_path / "restored")) as restored:
        assert texts(restored) == ["to be kept"]


def test_other_keys_make_backups_a_worry_and_exports_none(vault: Vault, tmp_path: Path) -> None:
    add_circle(vault)
    with closing(vault.space()) as space, closing(vault.space(CIRCLE)) as circle:
        record_copy(space, BACKUP, tmp_path / "b.tar", NOW)
        record_copy(circle, EXPORT, tmp_path / "c.md", NOW)
    reasons: tuple[Reason, ...] = ("passphrase", "rekey")
    for reason in reasons:
        assert [copy.what for copy in fresh_after(vault, reason, LATER)] == [BACKUP]
    assert [copy.path.name for copy in fresh_after(vault, "forget", LATER)] == ["b.tar", "c.md"]
