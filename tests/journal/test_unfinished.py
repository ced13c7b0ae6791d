"""What is done for good is said to be done, whatever stops the rest of it, and the copies that remain are named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.journal.conftest import SetClock
from tests.prebuilt import PASSPHRASE

from peerlog.errors import PeerlogError, Refused, WrongPassphrase
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock
from peerlog.journal.safekeeping import upkeep
from peerlog.journal.safekeeping.erasing import erase
from peerlog.journal.safekeeping.health import check_journal
from peerlog.journal.safekeeping.unfinished import Unfinished
from peerlog.vault import backup, files, keyfile, rekey
from peerlog.vault.space import Space

NEW = "copper violin meadow drizzle"
FULL = Refused("There is no space left on the disk.", "Free some space.")


@pytest.fixture
def old_backup(journal: Journal, clock: SetClock) -> Path:
    """An automatic backup from the day before."""
    journal.entries.add("note", {"text": "Stays"})
    path = upkeep.automatic_backup(journal)
    assert path
    clock.forward(days=1)
    return path


def raising(error: BaseException) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


@pytest.mark.parametrize("error", [FULL, OSError(28, "No space left on device"), KeyboardInterrupt()], ids=repr)
def test_new_keys_in_force_are_never_told_as_a_failure(
    journal: Journal, kept: Home, old_backup: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setattr(backup, "_make", raising(error))
    with pytest.raises(Unfinished) as caught:
        upkeep.change_keys(journal, PASSPHRASE)
    journal.close()
    assert caught.value.message.startswith("Everything is encrypted under new keys, but ")
    assert str(old_backup) in caught.value.hint
    assert "recover kit" in caught.value.hint
    assert keyfile.read(kept.vault).generation == 2
    about_mark = check_journal(kept, PASSPHRASE).findings[-1]
    assert about_mark.sentence == "The journal is as far as this machine has seen it."


def test_an_interrupt_while_the_old_files_are_removed(
    journal: Journal, kept: Home, old_backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rekey, "_removed", raising(KeyboardInterrupt()))
    with pytest.raises(Unfinished) as caught:
        upkeep.change_keys(journal, PASSPHRASE)
    journal.close()
    assert str(kept.vault / "gen-1") in caught.value.hint
    assert str(old_backup) in caught.value.hint
    assert check_journal(kept, PASSPHRASE).findings[-1].severity == "ok"
    unlock(kept, PASSPHRASE).close()
    assert not (kept.vault / "gen-1").exists()


def test_before_the_keys_are_in_force_nothing_is_claimed(
    journal: Journal, kept: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rekey, "_build", raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        upkeep.change_keys(journal, PASSPHRASE)
    journal.close()
    assert keyfile.read(kept.vault).generation == 1
    assert [path.name for path in kept.vault.glob("gen-*")] == ["gen-1"]


def test_old_files_that_cannot_be_removed_are_named(
    journal: Journal, kept: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rekey, "_removed", lambda _: False)
    assert upkeep.change_keys(journal, PASSPHRASE) == [str(kept.vault / "gen-1")]


def test_a_changed_passphrase_is_never_told_as_a_failure(
    journal: Journal, kept: Home, old_backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = upkeep.backup_to(journal, tmp_path / "mine.tar")
    monkeypatch.setattr(backup, "_make", raising(FULL))
    with pytest.raises(Unfinished, match="The passphrase is changed, but ") as caught:
        upkeep.change_passphrase(journal, NEW)
    assert all(str(path) in caught.value.hint for path in (old_backup, mine))
    assert FULL.message in caught.value.hint
    journal.close()
    with pytest.raises(WrongPassphrase):
        unlock(kept, PASSPHRASE)


@pytest.mark.parametrize("which", [keyfile.NAME, keyfile.COPY_NAME])
def test_a_passphrase_is_changed_as_soon_as_the_key_file_says_so(
    journal: Journal, which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = files.replace_atomically

    def fail_at(path: Path, data: bytes) -> None:
        if path.name == which:
            raise FULL
        replace(path, data)

    monkeypatch.setattr(keyfile, "replace_atomically", fail_at)
    with pytest.raises(Refused) as caught:
        upkeep.change_passphrase(journal, NEW)
    assert isinstance(caught.value, Unfinished) == (which == keyfile.COPY_NAME)


def test_what_is_erased_is_never_told_as_a_failure(
    journal: Journal, old_backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [journal.entries.add("note", {"text": f"{number}"}) for number in range(2)]
    monkeypatch.setattr(backup, "_make", raising(FULL))
    with pytest.raises(Unfinished, match="Erased, but ") as caught:
        erase(journal, [entry.id for entry in entries])
    assert str(old_backup) in caught.value.hint
    for entry in entries:
        with pytest.raises(Refused):
            journal.entries.get(entry.id)


def test_traces_in_the_journal_are_no_reason_to_keep_them_in_the_backups(
    journal: Journal, old_backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = journal.entries.add("note", {"text": "Secret"})
    monkeypatch.setattr(Space, "compact", raising(FULL))
    with pytest.raises(Unfinished) as caught:
        erase(journal, [entry.id])
    assert "traces" in caught.value.hint
    assert not old_backup.exists()


def test_all_are_erased_or_none(journal: Journal) -> None:
    entry = journal.entries.add("note", {"text": "Stays"})
    with pytest.raises(PeerlogError) as caught:
        erase(journal, [entry.id, "ab" * 32])
    assert not isinstance(caught.value, Unfinished)
    assert journal.entries.get(entry.id) == entry


def test_the_command_line_ends_with_what_is_done(kept: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from peerlog.cli.root import peerlog

    (tmp_path / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
    monkeypatch.setattr(backup, "_make", raising(KeyboardInterrupt()))
    environment = {"PEERLOG_PASSPHRASE_FILE": str(tmp_path / "passphrase")}
    result = CliRunner(env=environment).invoke(peerlog, ["--home", str(kept.data), "rekey", "--yes"])
    assert result.exit_code == 1
    assert "Everything is encrypted under new keys" in result.stderr
