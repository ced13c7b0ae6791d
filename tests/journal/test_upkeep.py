"""Looking after a journal through the use cases."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.journal.conftest import SetClock
from tests.prebuilt import PASSPHRASE

from peerlog.domain.selection import Selection
from peerlog.errors import Refused, WrongPassphrase
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import create_journal, journal_exists, unlock, unlock_with_recovery_words
from peerlog.journal.presence import require_journal
from peerlog.journal.private_files import write_private
from peerlog.journal.safekeeping import upkeep
from peerlog.journal.safekeeping.health import check_journal

NEW = "copper violin meadow drizzle"


def problems(home: Home) -> list[str]:
    return [finding.sentence for finding in check_journal(home, PASSPHRASE).problems]


def test_a_journal_is_made_once(kept: Home) -> None:
    with pytest.raises(Refused, match="There is a journal here already"):
        create_journal(kept, PASSPHRASE, name="Kim", zone="UTC")


@pytest.mark.parametrize("passphrase", ["short", "password1234", "aaaaaaaaaaaa", "tab\there and there and there"])
def test_a_weak_passphrase_makes_no_journal(tmp_path: Path, passphrase: str) -> None:
    home = Home(tmp_path / "home", tmp_path / "state")
    with pytest.raises(Refused):
        create_journal(home, passphrase, name="Kim", zone="UTC")
    assert not home.data.exists()


def test_where_there_is_no_journal_nothing_is_asked(tmp_path: Path) -> None:
    home = Home(tmp_path, tmp_path)
    assert not journal_exists(home)
    for use in (require_journal, lambda home: unlock(home, PASSPHRASE)):
        with pytest.raises(Refused, match="There is no journal"):
            use(home)


def test_a_suggested_passphrase_is_accepted_and_strong() -> None:
    passphrase = upkeep.suggest_passphrase()
    assert len(passphrase.split()) == 6
    score, words = upkeep.passphrase_strength(passphrase)
    assert score == 4
    assert words.startswith("Strong")
    assert upkeep.passphrase_strength("")[0] == 0


def test_a_changed_passphrase_opens_and_the_old_one_does_not(journal: Journal, kept: Home, tmp_path: Path) -> None:
    backup = upkeep.backup_to(journal, tmp_path / "mine.tar")
    places = upkeep.change_passphrase(journal, NEW)
    assert [place for place in places if str(backup) in place]
    with pytest.raises(WrongPassphrase):
        unlock(kept, PASSPHRASE)
    unlock(kept, NEW).close()


def test_recovery_words_open_the_journal(journal: Journal, kept: Home, clock: SetClock) -> None:
    key = upkeep.new_recovery_key()
    upkeep.keep_recovery_key(journal, key)
    text = upkeep.recovery_kit(journal, key, clock.now().date())
    assert all(word in text for word in key.words)
    unlock_with_recovery_words(kept, text).close()


def test_new_keys_leave_every_entry_and_drop_the_kit(journal: Journal, kept: Home) -> None:
    entry = journal.entries.add("note", {"text": "Stays"})
    key = upkeep.new_recovery_key()
    upkeep.keep_recovery_key(journal, key)
    upkeep.change_keys(journal, PASSPHRASE)
    with unlock(kept, PASSPHRASE) as again:
        assert again.entries.get(entry.id) == entry
        assert again.vault.keys.generation == 2
    with pytest.raises(Refused, match="No recovery kit"):
        unlock_with_recovery_words(kept, " ".join(key.words))
    assert problems(kept) == []


def test_the_day_s_backup_is_made_once_a_day_when_something_was_written(journal: Journal, clock: SetClock) -> None:
    journal.entries.add("note", {"text": "x"})
    assert upkeep.may_be_due(journal)
    assert upkeep.automatic_backup(journal)
    assert not upkeep.may_be_due(journal)
    assert upkeep.automatic_backup(journal) is None
    clock.forward(days=1, minutes=1)
    assert upkeep.may_be_due(journal)
    assert upkeep.automatic_backup(journal) is None
    journal.entries.add("note", {"text": "y"})
    assert upkeep.automatic_backup(journal)


def test_a_backup_is_restored_elsewhere(journal: Journal, tmp_path: Path) -> None:
    entry = journal.entries.add("note", {"text": "Kept"})
    folder = tmp_path / "usb"
    folder.mkdir()
    backup = upkeep.backup_to(journal, folder)
    assert backup.parent == folder
    assert upkeep.read_backup(backup).vault_id == journal.vault.id
    home = Home(tmp_path / "elsewhere", tmp_path / "state")
    restored = upkeep.restore_backup(home, backup, passphrase=PASSPHRASE)
    assert (restored.entries, restored.moved) == (1, None)
    with pytest.raises(Refused):
        upkeep.restore_backup(home, backup, passphrase=PASSPHRASE)
    with unlock(home, PASSPHRASE) as again:
        assert again.entries.page(Selection()).entries == (entry,)


def test_an_older_copy_put_back_by_hand_is_noticed(kept: Home, tmp_path: Path) -> None:
    with unlock(kept, PASSPHRASE) as journal:
        journal.entries.add("note", {"text": "First"})
    shutil.copytree(kept.vault, tmp_path / "copy")
    with unlock(kept, PASSPHRASE) as journal:
        journal.entries.add("note", {"text": "Second"})
    assert problems(kept) == []
    shutil.rmtree(kept.vault)
    shutil.copytree(tmp_path / "copy", kept.vault)
    assert problems(kept) == ["This is an older copy of the journal: 1 change that it had is missing."]


def test_a_restored_backup_is_no_older_copy(kept: Home, tmp_path: Path) -> None:
    with unlock(kept, PASSPHRASE) as journal:
        journal.entries.add("note", {"text": "First"})
        backup = upkeep.backup_to(journal, tmp_path / "mine.tar")
        for number in range(5):
            journal.entries.add("note", {"text": f"Later {number}"})
    upkeep.restore_backup(kept, backup, passphrase=PASSPHRASE, replace=True)
    assert problems(kept) == []


def test_a_folder_for_marks_that_cannot_be_is_no_reason_to_fail(kept: Home) -> None:
    kept.state.parent.mkdir(exist_ok=True)
    kept.state.write_text("in the way", encoding="utf-8")
    with unlock(kept, PASSPHRASE) as journal:
        journal.entries.add("note", {"text": "First"})
    assert problems(kept) == []


def test_a_private_file_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "kit.txt"
    write_private(path, "words")
    with pytest.raises(Refused, match="already there"):
        write_private(path, "other words")
    assert path.read_text(encoding="utf-8") == "words"


def test_a_backup_from_a_clock_that_was_wrong_holds_up_no_other(journal: Journal, clock: SetClock) -> None:
    journal.entries.add("note", {"text": "x"})
    made = upkeep.automatic_backup(journal)
    assert made
    made.rename(made.with_name("auto-20991231T000000Z.tar"))
    clock.forward(days=2)
    journal.entries.add("note", {"text": "y"})
    assert upkeep.may_be_due(journal)
    assert upkeep.automatic_backup(journal)
    assert not upkeep.may_be_due(journal)
